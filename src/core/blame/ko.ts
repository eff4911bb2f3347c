import type { BlameWords } from './words.ts';

const ROLE = '담당자|작업자|운영자|개발자|엔지니어|관리자|당직자|온콜|리뷰어|검토자|작성자|팀원|직원|배포자';
const PEOPLE = String.raw`(?<![\p{L}\d])(?:우리|저희|누군가|(?:\p{L}{1,8}\s)?(?:${ROLE}|\p{L}{0,6}팀))(?:들)?(?:이|가|은|는|에서|도)`;
const WITHIN = String.raw`[^.!?。\r\n]{0,40}?`;

export const korean: BlameWords = {
  language: 'ko',
  patterns: [
    { blame: 'hindsight', pattern: new RegExp(String.raw`${PEOPLE}\s${WITHIN}(?:[했렸었았였뒀봤갔왔냈줬겼켰췄쳤혔꿨웠뤘])어야\s?(?:했|한|합|할|하)`, 'gu') },
    { blame: 'hindsight', pattern: new RegExp(String.raw`${PEOPLE}\s${WITHIN}(?:깜빡|잊[고어었]|소홀|게을리)`, 'gu') },
    { blame: 'judgement', pattern: /(?<!\p{L})(?:부주의|태만|무능|경솔|나태|안일(?=한|하게|함)|방심|한심|휴먼 ?에러|인적 ?(?:오류|실수|과실)|사람의 실수)/gu },
    { blame: 'judgement', pattern: new RegExp(String.raw`(?<!\p{L})(?:${ROLE})(?:의|들의)?\s(?:부주의|단순 실수|실수|과실|잘못|탓|책임(?=이다|입니다|으로))`, 'gu') },
  ],
  denialBefore: /(?:방지할|줄일)\s$/u,
  denialBehind: /^(?:[은는이가를을로의]|에 의한 \S{1,6})?\s?(?:아니|아닌|방지|예방|줄이|줄여|막|없|최소화|가능성|위험|대비|여지)/u,
};
