import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/document.ts';
import { namesAnyRole, namesRole } from '../../src/core/roles.ts';
import { signOffsIn } from '../../src/core/sign-offs.ts';

const told = (text: string): string[] => signOffsIn(parseDocument('a.md', text)).map(({ who, state }) => `${who}: ${state}`);

describe('who agrees to a document', () => {
  it.each([
    ['a field', '---\nreviewers: Priya Nair, Jiho Han (reliability)\n---\n# A\n', ['Priya Nair: signed', 'Jiho Han (reliability): signed']],
    ['a list in a field', '---\napprovers:\n  - Ann (security, pending)\n  - "Bo (SRE)"\n---\n# A\n', ['- Ann (security, pending): open', '- "Bo (SRE)": signed']],
    ['a line of the head', '# A\n\nAuthor: Ann\nReviewers: Bo (reliability), Cy\n\nText.\n', ['Bo (reliability): signed', 'Cy: signed']],
    ['an item of the head', '# A\n\n* Status: accepted\n* **검토자:** 한지호(신뢰성)\n', ['한지호(신뢰성): signed']],
    ['a table with verdicts', '# A\n\n## Review\n\n| Role | Who | Verdict |\n|---|---|---|\n| SRE | Ann | go once its actions are done |\n| Security | Bo | No-go |\n| Product | Cy | |\n| Legal | {name} | {go or no go} |\n', ['SRE Ann: signed', 'Security Bo: refused', 'Product Cy: open', 'Legal {name}: open']],
    ['a table with dates', '# A\n\n## Sign-Off\n\n| Name | Team | Date |\n|---|---|---|\n| Ann | Reliability | 2026-02-01 |\n| Bo | Security | TBD |\n', ['Reliability Ann: signed', 'Security Bo: open']],
    ['a Korean table', '# 가\n\n## 승인\n\n| 역할 | 이름 | 판정 | 날짜 |\n|---|---|---|---|\n| 신뢰성 | 한지호 | 출시 | 2026-02-01 |\n| 보안 | 김서연 | 보류 | |\n| 제품 개발 | 서민아 | 검토 중 | |\n', ['신뢰성 한지호: signed', '보안 김서연: refused', '제품 개발 서민아: open']],
    ['boxes', '# A\n\n## Approvals\n\n- [x] Reliability: Ann\n- [ ] Security: Bo\n- Legal: TBD\n', ['Reliability: Ann: signed', 'Security: Bo: open', 'Legal: TBD: open']],
    ['nothing', '# A\n\n## Components\n\n| Component | Owner | Status |\n|---|---|---|\n| a | Ann | done |\n\nWe reviewed: everything.\n', []],
  ])('is told by %s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('a role', () => {
  it.each([['Jiho Han (SRE)', 'reliability'], ['한지호(신뢰성)', 'reliability'], ['Site Reliability: Ann', '신뢰성'], ['보안팀 김서연', 'security'], ['Data protection Ann', 'data protection']])('is named by %j: %s', (text, role) => {
    expect(namesRole(text, role)).toBe(true);
  });

  it.each([['Devi Nair', 'product development'], ['Ann Opsahl', 'reliability'], ['Ann', 'security']])('is not named by %j: %s', (text, role) => {
    expect(namesRole(text, role)).toBe(false);
  });

  it('may be none that Docket knows', () => {
    expect([namesAnyRole('Ann (SRE)'), namesAnyRole('Ann (first reader)')]).toEqual([true, false]);
  });
});
