import type { Around, BlameWords } from './words.ts';

const ROLE = '담당자|작업자|운영자|개발자|엔지니어|관리자|당직자|온콜|리뷰어|검토자|작성자|팀원|직원|배포자';
const PEOPLE = String.raw`(?<![\p{L}\d])(?:우리|저희|누군가|(?:\p{L}{1,8}\s)?(?:${ROLE}|\p{L}{0,6}팀))(?:들)?(?:이|가|은|는|에서|도)`;
const WITHIN = String.raw`[^.!?。\r\n]{0,40}?`;

// What only people do. A sentence without a subject that says it speaks of them; an alert may have had to ring first.
const DID = '(?:확인|점검|검토|검증|테스트|시험|예상|예측|고려|대비|준비|공유|보고|주의|조심|인지|파악|문의|승인|연락|판단|생각|의심|요청|중단|롤백|배포)(?:을|를)?\\s?(?:더\\s|미리\\s|먼저\\s)?했|(?:살폈|살펴봤|살펴보았|챙겼|봤|보았|알았|알아챘|막았|물었|멈췄|껐|지웠|남겼|알렸|읽었|따랐|지켰)';
const NO_SUBJECT = String.raw`(?:(?:우리|저희|누군가|(?:${ROLE}|\S{0,6}팀)들?)(?:이|가|은|는|도)|\S*(?:에|에서|로|까지|부터|보다|때|지|고|에게|전|후)는|\S*(?:하|되|있|없|쓰|않|나오|오|주|받|나)는|\S*(?:많|높|같|작|좋|낮|짧)은)\s`;
const OF_PEOPLE: Around = { before: new RegExp(String.raw`(?:^|[.!?。]\s)(?:(?:${NO_SUBJECT}|(?!\S+(?:이|가|은|는)\s)\S+\s))*\S*$`, 'u') };

const NOT_TAKEN = String.raw`(?:보|여기|삼|돌리|간주하|치부하|탓하|말하|묻|따지|결론\s?내리|다루|적|쓰|부르|규정하|해석하|판단하|하)지(?:는|도)?\s?(?:않|말|못)`;
const DENIED: Around = {
  before: /(?:방지할|줄일)\s$/u,
  behind: new RegExp(String.raw`^(?:함|했다|한\s것)?(?:에\s의한\s\S{1,6}|이라고|라고|으로|[은는이가를을로의도만])?\s?(?:아니|아닌|방지|예방|줄이|줄여|막|없|최소화|가능성|위험|대비|여지|탓(?:이|은)?\s?아니|때문이?\s?아니|(?:\S{1,8}\s){0,2}?(?:원인|이유|문제|탓|때문|잘못)(?:이|은|도|가)?\s?(?:아니|아닌|될\s수|일\s수)|(?:\S{1,8}\s){0,2}?${NOT_TAKEN})`, 'u'),
};

const NOT_SAID: Around = { behind: new RegExp(String.raw`^(?:다|한다|합니다|습니다)?(?:고\s(?:\S{1,8}\s){0,2}?${NOT_TAKEN}|는\s(?:뜻|말|것|얘기|이야기)[은이]?\s?아니)`, 'u') };

const ACT = '실수|행동|행위|작업|조작|배포|변경|수정|삭제|입력|실행|처리|대응|판단|결정|선택|운영|관리|검토|리뷰|태도|생각|사람|팀';
// A loop or a default may be as careless as it likes: `부주의한 재시도 루프`.
const OF_A_THING = String.raw`한\s(?!(?:\S{1,8}\s)?(?:${ACT}|${ROLE}))`;

export const korean: BlameWords = {
  language: 'ko',
  patterns: [
    { blame: 'hindsight', unless: NOT_SAID, pattern: new RegExp(String.raw`${PEOPLE}\s${WITHIN}(?:[했렸었았였뒀봤갔왔냈줬겼켰췄쳤혔꿨웠뤘])어야\s?(?:했|한|합|할|하)`, 'gu') },
    { blame: 'hindsight', unless: NOT_SAID, needs: OF_PEOPLE, pattern: new RegExp(String.raw`(?<!\p{L})(?:${DID})어야\s?(?:했|한다|합니다)`, 'gu') },
    { blame: 'hindsight', unless: NOT_SAID, needs: OF_PEOPLE, pattern: new RegExp(String.raw`(?<!\p{L})(?:${DID})(?:더라면|다면(?=[^.!?。\r\n]{0,30}수\s있었))`, 'gu') },
    { blame: 'hindsight', unless: DENIED, pattern: new RegExp(String.raw`${PEOPLE}\s${WITHIN}(?:깜빡|잊[고어었]|소홀|게을리)`, 'gu') },
    { blame: 'judgement', unless: DENIED, pattern: new RegExp(String.raw`(?<!\p{L})(?:(?:부주의|태만|무능|경솔|나태|방심)(?!하게|${OF_A_THING})|안일(?:함|(?=한)(?!${OF_A_THING}))|한심(?=한)(?!${OF_A_THING})|휴먼 ?에러|인적 ?(?:오류|실수|과실)|사람의 실수)`, 'gu') },
    { blame: 'judgement', unless: DENIED, needs: OF_PEOPLE, pattern: /(?<!\p{L})(?:부주의|태만|경솔|나태|안일|한심)하게/gu },
    { blame: 'judgement', unless: DENIED, pattern: new RegExp(String.raw`(?<!\p{L})(?:${ROLE})(?:의|들의)?\s(?:부주의|단순 실수|실수|과실|잘못|탓|책임(?=이다|입니다|으로))(?!했|하)`, 'gu') },
    { blame: 'judgement', unless: DENIED, pattern: /실수(?:를|을)?\s?(?:했|하였|저질렀|저지른|범했|범한)(?!을|더라도|어도|다면|다 해도|는지|던)/gu },
  ],
  credit: { behind: /^(?:님|씨)?(?:이|가|은|는)? [^.\r\n]{0,30}?(?:발견|보고했|보고해|알아|찾아|찾았|제보|복구)/u },
  possession: new RegExp(String.raw`^(?:님|씨)?(?:의\s(?!(?:\S{1,8}\s)?(?:${ACT}|커밋|풀 ?리퀘스트|PR|부주의|과실|잘못|탓|책임))|(?:의)?\s?\S{0,8}팀(?!\p{L}{2}))`, 'u'),
};
