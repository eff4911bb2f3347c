import { exactStatus, statusIn } from './dialects/status-words.ts';
import { likeCase } from './edits/status-word.ts';
import type { DocTypeMatch } from './doc-type.ts';
import type { Document } from './document.ts';
import type { Entry } from './entry.ts';
import type { Range } from './lines.ts';
import { slipOf } from './nearest.ts';
import type { Vocabulary } from './vocabulary/index.ts';
import { termOf } from './vocabulary/terms.ts';

/** A word that a document gives for its status and that its template does not list. */
export interface StrangeStatus {
  readonly word: string;
  readonly range: Range;
  /** The word that it is a slip of. */
  readonly similar: string | undefined;
}

/** Where documents say their status; what a file's name, a title or a change log says is no statement of it. */
const STATING: ReadonlySet<string> = new Set(['front-matter', 'fenced-preamble', 'heading', 'html-table', 'lines', 'list', 'section', 'table']);

/** Whole sentences are understood, or they say more than a status. */
const MOST_WORDS = 3;

/** The word for the status in the text of a document, where it is no more than a word; undefined where it is a sentence, or stands elsewhere. */
export function statedWord({ text }: Document, entry: Entry): { readonly word: string; readonly range: Range } | undefined {
  const evidence = entry.evidence.status;
  if (!evidence || evidence.line === 0 || evidence.path !== undefined || !STATING.has(evidence.dialect)) return undefined;
  const range = entry.status === null ? evidence.range : (evidence.token ?? evidence.range);
  const word = text.slice(range.start, range.end);
  return /^\p{L}[\p{L}\p{M}'’ _-]{1,38}\p{L}$/u.test(word) && word.split(' ').length <= MOST_WORDS ? { word, range } : undefined;
}

/** The status in the front matter where the template lists the statuses of its documents and this is surely meant to be one of them, or has to be. */
export function strangeStatus(document: Document, entry: Entry | undefined, match: DocTypeMatch | undefined, vocabulary: Vocabulary): StrangeStatus | undefined {
  if (!entry || !match || entry.evidence.status?.dialect !== 'front-matter') return undefined;
  const stated = statedWord(document, entry);
  const names = statusNames(match);
  if (!stated || !names.length) return undefined;
  const isNamed = names.some((name) => termOf(name) === termOf(stated.word)) || names.some((name) => termOf(name) === termOf(statusIn(stated.word, vocabulary)?.word ?? ''));
  if (isNamed) return undefined;
  const meant = slipOf(stated.word, names);
  const similar = meant !== undefined && match.type.builtIn ? likeCase(meant, stated.word) : meant;
  // A team's own list is the whole list; a built-in one is that of a process that this document need not follow.
  const isWhole = !match.isGuess && (!match.type.builtIn || (match.why !== 'headings' && exactStatus(stated.word, vocabulary) === undefined));
  return similar !== undefined && exactStatus(stated.word, vocabulary) === undefined ? { ...stated, similar } : isWhole ? { ...stated, similar: undefined } : undefined;
}

/** The statuses that a template lists, as it writes them. */
export function statusNames({ template }: Pick<DocTypeMatch, 'template'>): readonly string[] {
  if (template.statuses.length) return template.statuses.map(({ name }) => name);
  const choices = template.fields.find(({ key }) => termOf(key) === 'status')?.choices ?? [];
  return choices.every((choice) => /^[\p{L} _-]+$/u.test(choice)) ? choices : [];
}
