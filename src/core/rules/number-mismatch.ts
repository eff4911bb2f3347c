import type { Claim } from '../dialects/dialect.ts';
import type { Document } from '../document.ts';
import { claimsOf } from '../edits/metadata.ts';
import type { Text } from '../language.ts';
import type { Range } from '../lines.ts';
import { digitsIn } from '../number-place.ts';
import { digitsLike } from '../renumber/renumber.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

const WRITE: Text = { en: 'Write {digits} here', ko: '여기에 {digits} 쓰기' };

export default rule<'heading' | 'field' | 'file'>({
  id: 'number-mismatch',
  meta: {
    title: { en: 'File name, heading and fields have the same number', ko: '파일 이름과 제목과 필드의 번호가 같다' },
    severity: ADVICE,
    certain: true,
    kinds: ['decision', 'design'],
    fixable: true,
    messages: {
      heading: {
        en: 'The heading has the number {written}, but {where} has {number}; write the same number in both.',
        ko: '제목의 번호는 {written}인데 {where}의 번호는 {number}입니다. 같은 번호로 맞추세요.',
      },
      field: {
        en: 'The number here is {written}, but {where} has {number}; write the same number in both.',
        ko: '여기 적힌 번호는 {written}인데 {where}의 번호는 {number}입니다. 같은 번호로 맞추세요.',
      },
      file: {
        en: 'The name of the file has the number {written}, but the document itself says {number} twice; rename the file.',
        ko: '파일 이름의 번호는 {written}인데 문서 안에는 두 곳 모두 {number}(으)로 적혀 있습니다. 파일 이름을 바꾸세요.',
      },
    },
    fixes: { heading: WRITE, field: WRITE },
  },
  check({ document, entry, language, vocabulary, report }) {
    if (!entry?.contradicted?.number) return;
    const sources = sourcesIn(document, claimsOf(document, vocabulary)).filter(({ place, range }) => place !== 'heading' || isTitle(document, range));
    const numbers = sources.map(({ number }) => number);
    const agreed = numbers.find((number) => numbers.filter((other) => other === number).length > 1);
    const file = sources.find(({ place }) => place === 'file');
    if (agreed !== undefined && file && file.number !== agreed) {
      const shown = sources[1]!;
      report({ message: 'file', range: shown.range, data: { written: file.written, number: shown.written } });
      return;
    }
    const right = sources.find(({ number, place }) => (agreed === undefined ? place === 'file' : number === agreed));
    for (const { place, number, written, range } of sources) {
      if (!right || place === 'file' || number === right.number) continue;
      const digits = digitsLike(right.number, written);
      const data = { written, number: right.written, where: PLACES[right.place][language], digits };
      const edits = [{ range, newText: digits }];
      report({ message: place, range, data, ...(agreed === undefined ? { choices: [{ title: WRITE, edits }] } : { fix: edits }) });
    }
  },
});

const PLACES: Readonly<Record<Source['place'], Text>> = {
  file: { en: 'the name of the file', ko: '파일 이름' },
  heading: { en: 'the heading', ko: '제목' },
  field: { en: 'a field', ko: '필드' },
};

/** One of the three places that can have a number. */
interface Source {
  readonly place: 'file' | 'heading' | 'field';
  readonly number: number;
  /** Its digits as they are written. */
  readonly written: string;
  /** The digits; empty for the file's name. */
  readonly range: Range;
}

// The heaviest claim of each place; the file's name first.
function sourcesIn(document: Document, claims: readonly Claim[]): Source[] {
  const found = new Map<Source['place'], Claim>();
  for (const claim of claims) {
    if (claim.property !== 'number') continue;
    const place = claim.dialect === 'file-name' ? 'file' : claim.dialect === 'heading' ? 'heading' : 'field';
    if (claim.weight > (found.get(place)?.weight ?? 0)) found.set(place, claim);
  }
  return (['file', 'heading', 'field'] as const).flatMap((place): Source[] => {
    const claim = found.get(place);
    if (!claim) return [];
    const number = Number(claim.value);
    if (place === 'file') return [{ place, number, written: claimedDigits(claim), range: claim.range }];
    const range = digitsIn(document, claim.range, number);
    return range ? [{ place, number, written: document.text.slice(range.start, range.end), range }] : [];
  });
}

// `## 8. Outlook` is counted within the document.
function isTitle({ sections }: Document, { start }: Range): boolean {
  return sections.some(({ depth, heading }) => depth === 1 && heading.start <= start && start < heading.end);
}

function claimedDigits({ text, value }: Claim): string {
  return text.match(/\d+/g)?.find((digits) => Number(digits) === Number(value)) ?? value;
}
