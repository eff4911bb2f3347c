import { isSidecarPath } from '../dialects/sidecar.ts';
import { valueRange } from '../dialects/source.ts';
import { parseDocument, type Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Evidence } from '../entry.ts';
import { folderOf, relativePath } from '../paths.ts';
import { builtInVocabulary, fieldRoles, LANGUAGES } from '../vocabulary/index.ts';
import { termOf } from '../vocabulary/terms.ts';
import { linkIn, NO_LINKS } from './link-in.ts';
import { claimOf, claimsOf, ifWeighed, type MetadataOptions } from './metadata.ts';
import { isRefusal, refuse, type EditResult } from './refusal.ts';
import { setStatusForGood } from './set-status.ts';
import { languageOf, likeCase } from './status-word.ts';

/** The document that takes the place of another. */
export interface Successor {
  readonly path: string;
  /** As people say it: `ADR-0012`; null where it has none. */
  readonly id: string | null;
  readonly title: string;
}

/** Writes "superseded by …" where `evidence` read the present status: a link in text and tables, an id in front matter. */
export function setSupersededBy(document: Document, evidence: Evidence | undefined, successor: Successor, options: MetadataOptions = {}): EditResult {
  const vocabulary = options.vocabulary ?? builtInVocabulary;
  const claims = claimsOf(document, vocabulary);
  const claim = claimOf(document, claims, 'status', evidence);
  if ('refused' in claim) return claim;
  const inField = inOwnField(document, evidence, successor, options);
  if (inField) return inField;
  const token = claim.token ?? claim.range;
  const like = document.text.slice(token.start, token.end);
  let result: EditResult = refuse('not-read-back');
  for (const reference of references(document.path, successor, claim.dialect)) {
    for (const phrase of phrases(like)) {
      const newText = likeCase(phrase.replace('%', '\u0000'), like).replace('\u0000', reference);
      for (const range of [token, claim.range]) {
        if (/[\r\n]/.test(document.text.slice(range.start, range.end))) continue;
        const edits: Edit[] = [{ range, newText }];
        result = ifWeighed(document, vocabulary, edits, (after, now) => after.status === 'superseded' && now.some((each) => each.property === 'supersededBy' && newText.includes(each.text)));
        if (!('refused' in result)) return result;
      }
    }
  }
  return result;
}

// A key of its own, which would contradict the status, is what says it.
function inOwnField(document: Document, evidence: Evidence | undefined, successor: Successor, options: MetadataOptions): EditResult | undefined {
  const vocabulary = options.vocabulary ?? builtInVocabulary;
  const fence = isSidecarPath(document.path) ? '---\n' : '';
  const { fields, text } = fence ? parseDocument('README.md', `${fence}${document.text}\n---\n`) : document;
  const value = fields.find((field) => field.valueRange && fieldRoles(field.key, vocabulary).includes('supersededBy'))?.valueRange;
  if (!value) return undefined;
  const state = setStatusForGood(document, evidence, 'superseded', options);
  if (isRefusal(state)) return state;
  const isList = /^\[[^[\]\r\n]*\]$/.test(text.slice(value.start, value.end));
  const inner = valueRange(text, isList ? { start: value.start + 1, end: value.end - 1 } : value);
  if (/[\r\n]/.test(text.slice(inner.start, inner.end))) return refuse('not-read-back');
  let result: EditResult = refuse('not-read-back');
  for (const newText of references(document.path, successor, 'front-matter')) {
    const range = { start: inner.start - fence.length, end: inner.end - fence.length };
    result = ifWeighed(document, vocabulary, [...state, { range, newText }], (after, claims) => after.status === 'superseded' && claims.some(({ property, text: said }) => property === 'supersededBy' && newText.includes(said)));
    if (!isRefusal(result)) return result;
  }
  return result;
}

function references(from: string, { path, id, title }: Successor, dialect: string): string[] {
  const link = relativePath(folderOf(from), path);
  const name = (id ?? title).replace(/[[\]|\r\n]/g, ' ').trim() || link;
  return [...(NO_LINKS.has(dialect) ? [] : [linkIn(dialect, name, link)]), ...(id ? [id] : []), link];
}

function phrases(like: string): string[] {
  const words = like.replace(/[*_`"'[\]]/g, '').trim();
  const language = languageOf(termOf(words)) ?? LANGUAGES.find(({ statuses }) => Object.values(statuses).flat().some((word) => termOf(words).startsWith(termOf(word)))) ?? LANGUAGES[0]!;
  const own = language.relations.supersededBy?.find((phrase) => phrase.includes('%'));
  return [...new Set([...(language === LANGUAGES[0] || !own ? [] : [own]), 'superseded by %'])];
}
