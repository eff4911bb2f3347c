/** Does a paragraph of a template (a key) tell readers something that holds for every document, rather than asks its author for something? */
export function isNote(key: string): boolean {
  const words = key.slice(0, LONGEST).replace(AROUND, '').trim();
  if (words === '' || key.length > LONGEST || ASKS.test(words)) return false;
  return words.split(/(?<=[.!。])\s/u).every((sentence) => NOTES.some((note) => note.test(sentence)));
}

/** Notes are short; UTF-16 units. */
const LONGEST = 300;

const AROUND = /^(?:[(※>\s]|note: |참고: |주의: )+|[)\s]+$/gu;

const ASKS = /[?？]|\byou(?:r|rs)?\b|\b(?:please|should|must|need|needs|replace|delete|remove|fill|template|describe|example|e\.g\.)\b|세요|시오|바랍니다|(?:작성|기술|입력|기록|설명|삭제)(?:한다|합니다|할 것|하기)|쓸 것|적을 것|템플릿|예:|예시/iu;

// What the values of the document are given in: "All times in UTC", "모든 시각은 KST 기준입니다".
const MEASURE = '(?:dates?|times?|timestamps|hours|durations|amounts|prices|costs|sums|figures|numbers|sizes|units|percentages|values|currencies)';
const ZONE = '(?:utc|gmt|[kji]st|[ecmp][sd]?t|[cew]es?t|bst|aes?t|sgt|hkt|[a-z]+/[a-z_]+|local|eastern|central|mountain|pacific|iso|24|usd|eur|krw|gbp|jpy|dollars|euros|won|yen|seconds|minutes|hours|days|bytes|[kmgt]i?b)';
const DOCUMENT = '(?:document|doc|record|adr|decision|page|report|post-?mortem|review|retrospective|log|rfc|proposal|charter|plan|file|text|minutes)';
const KEPT = '(?:confidential|internal|public|blameless|living|licensed|maintained|generated|kept|owned|part|based|read-only|immutable|translated|published|archived|subject|covered|available|stored|shared|classified|for internal)';
const DOCUMENT_KO = '(?:문서|기록|회의록|보고서|회고|회고록|결정|페이지|자료|글)';
const MEASURE_KO = '(?:시각|시간|시간대|일시|날짜|금액|비용|단위|수치|숫자|통화|기간)';

const NOTES: readonly RegExp[] = [
  new RegExp(`^(?:unless [a-z ]{1,40}, )?all (?:the )?(?:[a-z]+ ){0,2}${MEASURE}(?: (?:and|or) ${MEASURE})?(?: [a-z]+){0,4} (?:are|use|follow)\\b`, 'u'),
  new RegExp(`^(?:all (?:the )?|(?:the )?(?=[a-z]+s\\b))${MEASURE}(?: (?:and|or) ${MEASURE})?(?: (?:here|below|above|given|shown|listed))? (?:are |use |follow )?(?:given |shown |listed |stated |in |as |the ){0,3}${ZONE}(?![a-z])`, 'u'),
  new RegExp(`^th(?:is|ese) ${DOCUMENT} (?:is|are|was|were|has been) (?:an? |the |strictly |not |kept )?${KEPT}\\b`, 'u'),
  new RegExp(`^th(?:is|ese) ${DOCUMENT} (?:follows?|uses?|adheres?|belongs?|applies|apply|complies|may not|cannot|can not)\\b`, 'u'),
  new RegExp(`^this is an? (?:blameless|living|internal|confidential|public)\\b`, 'u'),
  /^(?:strictly |company |for )?(?:confidential|internal|proprietary)(?: use)?(?: only)?\W*$/u,
  /^(?:the )?(?:severit(?:y|ies)|severity levels?|priorit(?:y|ies)|status(?:es)?|terms|abbreviations|acronyms|definitions|roles|labels|states) (?:is|are) (?:defined|described|explained|listed|documented) (?:in|at|on|by)\b/u,
  new RegExp(`^(?:모든 |이 문서의 |본 문서의 |아래 |아래의 |표의 ){0,2}${MEASURE_KO}(?:(?:과|와| 및|·|,) ?${MEASURE_KO})?(?:(?:은|는) .{0,60}(?:입니다|이다|합니다|한다|됩니다|된다|따릅니다|따른다|씁니다|쓴다|적습니다|적는다|기준|표기|표시|utc|kst|gmt)|:? ?(?:utc|kst|gmt|한국 ?시간|현지 ?시간)(?![a-z]).{0,20})[.。]?$`, 'u'),
  new RegExp(`^(?:이|본) ${DOCUMENT_KO}(?:은|는)? .{0,60}(?:비난|대외비|비공개|사내|내부|공개|원칙|기준|따릅니다|따른다|관리|유지|생성|갱신|라이선스|보관|공유|변경|수정).{0,40}(?:다|임|음|금지|것)[.。]?$`, 'u'),
  /^(?:대외비|사내 ?한정|내부 ?(?:전용|공개|자료)|외부 ?(?:공유|유출) ?금지)[.。]?$/u,
];
