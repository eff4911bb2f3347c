import { blocksOf } from '../blocks.ts';
import { datesIn } from '../dates.ts';
import type { Document } from '../document.ts';
import { headingKey } from '../headings.ts';
import { sectionsOf, type Announced } from '../section-roles.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'uncounted' | 'unknown'>({
  id: 'impact-quantified',
  meta: {
    title: { en: 'The impact of an incident is given in numbers', ko: '장애의 영향은 수치로 적는다' },
    severity: ADVICE,
    fixable: false,
    kinds: ['postmortem'],
    messages: {
      uncounted: {
        en: 'The section "{section}" has no number; say how many people or requests were affected, what share of all that is, and for how long.',
        ko: '"{section}" 섹션에 수치가 없습니다. 영향받은 사용자나 요청의 수, 전체 대비 비율, 지속 시간을 적어 주세요.',
      },
      unknown: {
        en: 'The section "{section}" leaves the impact unknown; give an estimate and what it is based on.',
        ko: '"{section}" 섹션에 영향을 알 수 없다고만 적혀 있습니다. 추정치와 그 근거를 적어 주세요.',
      },
    },
  },
  check({ document, structure, type, report }) {
    // Notes on a bug have an "impact" that nobody can count; a timeline tells of an incident.
    if ((!type || type.isGuess) && !sectionsOf('timeline', document, structure()).length) return;
    for (const announced of sectionsOf('impact', document, structure())) {
      const { section } = announced;
      if (SEVERITY.test(headingKey(section.title))) continue;
      const text = wordsOf(announced, document);
      if (text === undefined || !/\p{L}{2}/u.test(text) || saysHowMuch(text)) continue;
      report({ message: UNKNOWN.test(text) ? 'unknown' : 'uncounted', range: section.heading, data: { section: section.title } });
    }
  },
});

const SEVERITY = /^(?:severity|심각도)/u;
const LONGEST = 20_000;

// Undefined where there is something that cannot be read: a graph, a page elsewhere, a comment of the template.
function wordsOf({ section, inside }: Announced, { text }: Document): string | undefined {
  const blocks = blocksOf([section, ...inside].flatMap(({ nodes }) => nodes), text).filter(({ kind }) => kind !== 'comment');
  let words = '';
  for (const { range, kind } of blocks) {
    if (words.length > LONGEST) break;
    const source = text.slice(range.start, Math.min(range.end, range.start + LONGEST));
    if (kind === 'code' || kind === 'html' || /!\[|<img|\{[^{}\r\n]{2,200}\}/.test(source)) return undefined;
    words += `${source}\n`;
  }
  return words.slice(0, LONGEST);
}

const NO_QUANTITY = [
  /\]\([^()\s]{0,1000}\)|https?:\/\/[^\s)]{1,1000}|`[^`\r\n]{0,400}`/gu,
  // Names: versions, incidents, numbers of tickets, codes of HTTP, machines with a digit in their name.
  /[#@][\p{L}\d_-]+|(?<![\p{L}\d])v?\d+\.\d+\.\d[\p{L}\d.-]*|(?<![\p{L}\d])(?:HTTP|error|code|status|SEV|P|phase|step|version|team|day|lane|chapter|exit code)[ -]?\d+|(?<![\p{L}\d.,])[45]\d\d(?=s|(?: ?(?:errors?|responses?|오류|에러)))|\p{L}[\p{L}_-]*\d[\p{L}\d_-]*|(?<![\p{L}\d])[A-Z]{2,}-\d+/giu,
];

function saysHowMuch(source: string): boolean {
  let text = source;
  for (const pattern of NO_QUANTITY) text = text.replace(pattern, ' ');
  for (const { start, end } of datesIn(text, builtInVocabulary).reverse()) text = text.slice(0, start) + text.slice(end);
  return /\d/.test(text.replace(/^[ \t]*\d{1,3}[.)][ \t]/gmu, '')) || IN_WORDS.test(text);
}

const IN_WORDS = /(?<![\p{L}])(?:all|every|everyone|everybody|no|none|nobody|nothing|not|n\/a|any|half|third|quarter|one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens?|hundreds?|thousands?|millions?|entire|entirely|whole|complete|completely|total|totally|full|fully|single|both|only|minutes?|hours?|days?|overnight|weekend|100)(?![\p{L}])|[일이삼사오육칠팔구십백천만]\s?(?:명|건|회|분|시간|대|곳)|전체|모든|모두|전부|없음|없었|없다|없습|않|전면|한 (?:명|건|대|곳)|절반|하루|수(?:십|백|천|만)/iu;
const UNKNOWN = /(?<![\p{L}])(?:unknown|unclear|hard to say|cannot be (?:measured|determined)|undetermined)(?![\p{L}])|알 수 없|미상|파악되지|파악하지/iu;
