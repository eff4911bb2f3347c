import { termOf } from './vocabulary/terms.ts';

// Names of the same role; the first of each is how Docket's own templates call it.
const SAME: readonly (readonly string[])[] = [
  ['reliability', '신뢰성', 'sre', 'site reliability', 'production engineering', 'operations', 'ops', '안정성', '운영', '운영팀', 'sre팀'],
  ['product development', '제품 개발', 'product', 'development', 'dev', 'product engineering', '제품', '개발', '개발팀', '제품팀'],
  ['security', '보안', 'infosec', 'security review', '보안팀'],
  ['tech lead', '기술 리드', 'technical lead', 'tl', 'lead engineer', '테크 리드'],
  ['privacy', '개인정보', '개인정보 보호'],
  ['legal', '법무', 'compliance', '법무팀'],
  ['manager', '관리자', 'engineering manager', '매니저'],
];

/** Does a text name the role, under whatever name it goes? */
export function namesRole(text: string, role: string): boolean {
  const term = ` ${termOf(text.slice(0, LONGEST)).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return namesOf(role).some((name) => term.includes(` ${name} `) || (KOREAN.test(name) && term.includes(name)));
}

/** Does it name a role that Docket knows? */
export function namesAnyRole(text: string): boolean {
  return SAME.some(([first]) => namesRole(text, first!));
}

/** UTF-16 units of a cell or a line that are looked at. */
const LONGEST = 300;
const KOREAN = /[가-힣]{2}/;

function namesOf(role: string): readonly string[] {
  const own = termOf(role);
  return SAME.find((names) => names.includes(own)) ?? [own];
}
