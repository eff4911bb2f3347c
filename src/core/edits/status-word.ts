import type { Entry, Status } from '../entry.ts';
import { LANGUAGES, type Words } from '../vocabulary/index.ts';
import { termOf } from '../vocabulary/terms.ts';

/** The states of well-known processes in their own words; the first word of each is the one that tells the process. */
const PROCESSES: readonly { readonly signs: readonly string[]; readonly words: Readonly<Partial<Record<Status, string>>> }[] = [
  { signs: ['provisional', 'implementable', 'replaced'], words: { draft: 'provisional', proposed: 'provisional', accepted: 'implementable', implemented: 'implemented', deferred: 'deferred', rejected: 'rejected', withdrawn: 'withdrawn', superseded: 'replaced' } },
  { signs: ['stagnant', 'living', 'last call', 'final'], words: { draft: 'Draft', proposed: 'Review', accepted: 'Final', deferred: 'Stagnant', withdrawn: 'Withdrawn' } },
  { signs: ['prediscussion', 'ideation', 'committed'], words: { draft: 'ideation', proposed: 'discussion', accepted: 'published', implemented: 'committed', withdrawn: 'abandoned' } },
];

/** The words that say `status` where `like` says another one, the best first: as the neighbours write it, as the process calls it, in the same language. */
export function wordsFor(status: Status, like: string, dialect: string, neighbours: readonly Entry[]): string[] {
  const term = termOf(like);
  const process = PROCESSES.find(({ signs }) => signs.includes(term))?.words[status];
  const language = languageOf(term);
  // Slips of the pen are read, but not written.
  const plain = [...(language?.statuses[status] ?? []), ...LANGUAGES[0]!.statuses[status]].filter((word) => !/^super(?:c|see)/.test(word)).slice(0, 3);
  const near = neighbourWord(status, dialect, neighbours);
  return [...new Set([...(near ? [near] : []), ...[...(process ? [process] : []), ...plain].map((word) => likeCase(word, like))])];
}

/** The language of a word of a status. */
export function languageOf(term: string): Words | undefined {
  return LANGUAGES.find(({ statuses }) => (Object.values(statuses) as string[][]).some((words) => words.some((word) => termOf(word) === term)));
}

/** In capitals, with a capital, or small, as `like` is. */
export function likeCase(word: string, like: string): string {
  const letters = like.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return word.toUpperCase();
  if (/^\p{Ll}/u.test(letters)) return word[0]!.toLowerCase() + word.slice(1);
  return /^\p{Lu}/u.test(letters) ? word[0]!.toUpperCase() + word.slice(1) : word;
}

// The word that most documents of the same way of writing use; a sentence is not a word.
function neighbourWord(status: Status, dialect: string, neighbours: readonly Entry[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { status: other, statusText, evidence } of neighbours) {
    if (other !== status || !statusText || evidence.status?.dialect !== dialect || !/^[\p{L}][\p{L} -]{1,24}$/u.test(statusText)) continue;
    counts.set(statusText, (counts.get(statusText) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
