import type { Wording } from './wording.ts';

/** How a line of a list ends in place of a full sentence: `…하기`, `…함`, `… 필요`. */
const ENDING = String.raw`(?: ?(?:하기|한다|합니다|함|할 것|하겠습니다|하자|해야 (?:한다|함|합니다)|하도록 (?:한다|함|합니다)|예정|필요|요망))?[.!]*$`;
const ENDLESS = new RegExp(String.raw`^(\S+(?: \S+){0,3}?)(?:을|를)? ?(?:개선|강화|고도화|최적화|보완|논의|고민|고려|노력|검토|조사|파악)(?: ?(?:방안|방법)(?: ?(?:모색|검토|논의))?)?${ENDING}`);
const LOOKED_AT = new RegExp(String.raw`^([가-힣]+(?: [가-힣]+)?)(?:을|를)? ?(?:확인|점검)${ENDING}`);
const LOOK = /^(\S+(?: \S+){0,3}) ?(?:살펴보기|살펴본다|알아보기|알아본다|들여다보기)[.!]*$/;
/** What makes an end of it: a number, a means, a purpose, a question that can be answered, a product, a list of parts. */
const END = /\d|%|[:：;(“"?]|여부|도록|까지|이하|이상|이내|미만|통해|위해|위한|하여|해서|으로 |로 |원인|추가|작성|도입|적용|설정|자동화|제거|삭제|변경|교체|전환|분리|구현|생성|이전|등록|매일|매주|매월|정기|주기|(?:^| )(?:전|후|시|때)(?: |에)|마다|모든|전체/;
const MATTERS = /^(?:(?:모니터링|알림|알람|문서|문서화|로그|로깅|대시보드|테스트|런북|관측성|용량|성능|보안|안정성|소통|커뮤니케이션|프로세스|교육)(?:(?: ?[및과와,·/] ?| )|$)){1,4}$/u;

const FIXES_PEOPLE = new RegExp(
  [
    String.raw`(?:재?교육)(?:을|를)? ?(?:실시|진행|강화|시행|이수)?${ENDING}`,
    String.raw`주의(?:하기|한다|합니다|함|할 것|하자|하도록.{0,10}|해야.{0,10}|를 기울.{0,12}| ?(?:필요|환기|당부|요망|강화))[.!]*$`,
    String.raw`(?:조심|유의|명심)(?:하기|한다|합니다|함|할 것|하자|하도록.{0,10}|해야.{0,10}| ?필요)[.!]*$`,
    String.raw` (?:주의|조심|유의)[.!]*$`,
    String.raw`숙지(?:시키.{0,6}|하기|한다|합니다|함|할 것|하도록.{0,10}| ?필요)?[.!]*$`,
    String.raw`(?:더|좀 더|보다) (?:조심|신중|꼼꼼|주의|세심)`,
    String.raw`경각심`,
  ].join('|'),
);
const SYSTEM = /모델|데이터|자동|스크립트|봇|체크리스트|문구|시스템|도구|파이프라인/;

export const korean: Wording = {
  language: 'ko',
  isOf: (text) => /[가-힣]{2}/.test(text),
  vagueness(text) {
    const words = text.replace(/\s+/g, ' ').trim();
    if (MATTERS.test(words)) return 'no-verb';
    const found = ENDLESS.exec(words) ?? LOOKED_AT.exec(words) ?? LOOK.exec(words);
    return found && !END.test(found[1]!) ? 'no-end' : undefined;
  },
  fixesPeople: (text) => FIXES_PEOPLE.test(text) && !SYSTEM.test(text),
};
