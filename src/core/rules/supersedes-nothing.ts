import type { Document } from '../document.ts';
import type { Entry } from '../entry.ts';
import type { Text } from '../language.ts';
import { isMarkdownPath, nameOf } from '../paths.ts';
import { nearest } from '../nearest.ts';
import type { Records } from '../records.ts';
import { sidesOf, type Side } from '../relation-sides.ts';
import { namePartsOf, stemOf } from '../titles.ts';
import { countedAs } from '../sequence.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

const WRITE: Text = { en: 'Write "{near}"', ko: '"{near}" 쓰기' };

export default rule<'number' | 'file'>({
  id: 'supersedes-nothing',
  meta: {
    title: { en: 'What a document supersedes or amends is there', ko: '대체하거나 보완한다는 문서가 있다' },
    severity: ADVICE,
    certain: true,
    kinds: ['decision', 'design'],
    fixable: false,
    messages: {
      number: {
        en: 'There is no document with the number {number} beside this one; correct "{words}", or link to where it is.',
        ko: '곁에 번호가 {number}인 문서가 없습니다. "{words}"을(를) 고치거나 문서가 있는 곳으로 링크하세요.',
      },
      file: {
        en: 'There is no file "{words}"; correct the name, or link to where it is.',
        ko: '"{words}" 파일이 없습니다. 이름을 고치거나 문서가 있는 곳으로 링크하세요.',
      },
    },
  },
  needs({ entry, records }) {
    return entry && sidesOf(entry).some((side) => isUnknown(side, records)) ? { beside: true } : {};
  },
  check({ document, entry, records, surroundings, report }) {
    if (!entry || !surroundings.beside) return;
    for (const side of sidesOf(entry)) {
      if (!isUnknown(side, records) || side.evidence.line === 0 || (side.evidence.path ?? document.path) !== document.path || isLinked(document, side)) continue;
      const words = side.evidence.text.trim();
      const number = numberIn(words, entry, records);
      if (number !== undefined) {
        if (!surroundings.beside.some((name) => namePartsOf(stemOf(name)).number === number || hasNumber(name, number))) report({ message: 'number', range: side.evidence.range, data: { number, words } });
      } else if (isMarkdownPath(words) && /^[^\s:#]+$/.test(words) && !records.called(nameOf(words)).length) {
        report({ message: 'file', range: side.evidence.range, data: { words }, ...choiceFor(document, side, words, surroundings.beside) });
      }
    }
  },
});

const isUnknown = ({ isOwn, target }: Side, records: Records): boolean => isOwn && records.at(target) === undefined;

// A link that leads nowhere is told as such.
function isLinked({ links }: Document, { evidence }: Side): boolean {
  return links.some(({ range }) => range.start < evidence.range.end && evidence.range.start < range.end);
}

const hasNumber = (name: string, number: number): boolean => (name.match(/\d+/g) ?? []).some((digits) => Number(digits) === number);

// A number of the document's own series: `#12` is an issue's, and `HIPE 12` may be anybody's.
function numberIn(words: string, entry: Entry, records: Records): number | undefined {
  const found = /^(\p{L}*)[-_ ]?(\d{1,8})$/u.exec(words);
  if (!found || !countedAs(entry)) return undefined;
  const own = /^\p{L}+/u.exec(entry.id ?? '')?.[0].toLowerCase() ?? '';
  const letters = found[1]!.toLowerCase();
  if (letters !== '' && letters !== own && !(own === '' && letters === 'adr')) return undefined;
  const number = Number(found[2]);
  return number > 0 && number !== entry.number && !records.numbered(entry, number).length ? number : undefined;
}

function choiceFor(document: Document, { evidence }: Side, words: string, names: readonly string[]) {
  const near = words.includes('/') || words.length > 200 ? undefined : nearest(words, names.filter(isMarkdownPath).slice(0, 500));
  const range = evidence.range;
  if (near === undefined || document.text.slice(range.start, range.end) !== words) return {};
  return { choices: [{ title: { en: WRITE.en.replace('{near}', () => near), ko: WRITE.ko.replace('{near}', () => near) }, edits: [{ range, newText: near }] }] };
}
