import { isPlaceholder } from '../dialects/source.ts';
import type { Entry } from '../entry.ts';
import { RECORD_KINDS } from '../entry.ts';
import { slipOf } from '../nearest.ts';
import type { Records } from '../records.ts';
import { remembering } from '../remembering.ts';
import { statedWord, statusNames, strangeStatus } from '../status-value.ts';
import { STATUSES } from '../template/statuses.ts';
import { likeCase } from '../edits/status-word.ts';
import { LANGUAGES } from '../vocabulary/index.ts';
import { termOf } from '../vocabulary/terms.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'similar' | 'unknown'>({
  id: 'status-unknown',
  meta: {
    title: { en: 'A status is a word that Docket or the team knows', ko: '상태는 Docket이나 팀이 아는 단어이다' },
    severity: ADVICE,
    fixable: true,
    kinds: RECORD_KINDS,
    messages: {
      similar: { en: 'The status "{word}" is not known; did you mean "{similar}"?', ko: '"{word}"은(는) 알 수 없는 상태입니다. "{similar}"을(를) 뜻하셨나요?' },
      unknown: {
        en: 'The status "{word}" is not known, so the document is listed without one; use one of {known}, or add the word under "vocabulary" in .docket.yaml.',
        ko: '"{word}"은(는) 알 수 없는 상태라서 문서가 상태 없이 표시됩니다. {known} 중 하나를 쓰거나 .docket.yaml의 "vocabulary"에 단어를 추가하세요.',
      },
    },
    fixes: { similar: { en: 'Write "{similar}"', ko: '"{similar}"(으)로 고치기' } },
  },
  check({ document, entry, type, records, vocabulary, report }) {
    const stated = entry && statedWord(document, entry);
    if (!stated || strangeStatus(document, entry, type, vocabulary)) return;
    const { word, range } = stated;
    const own = type ? statusNames(type) : [];
    if (vocabulary.statuses.has(termOf(word)) || own.some((name) => termOf(name) === termOf(word)) || isPlaceholder(word)) return;
    const similar = meantBy(word, [own]) ?? meantPlainly(word).similar;
    if (similar !== undefined && !isOwnWord(word, similar)) report({ message: 'similar', range, data: { word, similar }, expected: [similar], fix: [{ range, newText: similar }] });
    else if (entry.status === null && !isUsual(entry, records)) report({ message: 'unknown', range, data: { word, known: (own.length ? own : STATUSES).join(', ') } });
  },
});

// Words that Docket itself would write, by language; usual slips are read, but not written.
const PLAIN: readonly (readonly string[])[] = LANGUAGES.map(({ statuses }) => Object.values(statuses as Record<string, readonly string[]>).flat().filter((word) => !word.includes(' ') && !/^super(?:c|see)/.test(word)));

// The template's words go before those of the languages, and English ones, which stand in documents of every language, before the others.
const meantPlainly = remembering((word) => ({ similar: meantBy(word, PLAIN) }));

function meantBy(word: string, lists: readonly (readonly string[])[]): string | undefined {
  for (const list of lists) {
    const similar = slipOf(word, list.map((name) => likeCase(name, word)));
    if (similar !== undefined) return similar;
  }
  return undefined;
}

// Another ending or beginning makes another word: "akzeptierter", "locked" beside "blocked".
function isOwnWord(word: string, similar: string): boolean {
  const [one, other] = [word.toLowerCase(), similar.toLowerCase()];
  return one[0] !== other[0] || one.at(-1) !== other.at(-1) || one.startsWith(other) || other.startsWith(one);
}

// A word that several documents use is a team's own, which Docket does not know.
const isUsual = ({ statusText }: Entry, records: Records): boolean => records.isSharedStatus(statusText ?? '');
