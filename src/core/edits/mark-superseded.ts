import { statusIn } from '../dialects/status-words.ts';
import type { Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Evidence } from '../entry.ts';
import type { RelationExample } from '../succession/examples.ts';
import { usualName, type Named } from '../succession/naming.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { EMOJI } from '../vocabulary/terms.ts';
import { addRelation, type RelationOptions } from './add-relation.ts';
import { emptyPlaces } from './empty-places.ts';
import { ifWeighed } from './metadata.ts';
import { isRefusal, type EditResult } from './refusal.ts';
import { setStatusForGood } from './set-status.ts';
import { setSupersededBy } from './set-superseded-by.ts';

/**
 * Says of a document that another took its place: in a field of its own where the document or its neighbours have one for that,
 * otherwise in the status itself.
 */
export function markSuperseded(document: Document, evidence: Evidence | undefined, successor: Named, options: RelationOptions = {}): EditResult {
  const vocabulary = options.vocabulary ?? builtInVocabulary;
  const state = setStatusForGood(document, evidence, 'superseded', options);
  if (isRefusal(state)) return state;
  const hasField = evidence?.dialect === 'sidecar' || emptyPlaces(document, 'supersededBy', vocabulary).length > 0 || options.examples?.some((one) => one.key !== undefined && one.dialect === evidence?.dialect);
  if (hasField) {
    const field = addRelation(document, 'supersededBy', successor, options);
    // The field alone makes it superseded in some eyes: both edits have to be read together.
    const both = isRefusal(field) ? field : ifWeighed(document, vocabulary, [...state, ...field], (after, claims) => after.status === 'superseded' && claims.some(({ property }) => property === 'supersededBy'));
    if (!isRefusal(both)) return both;
  }
  return inStatus(document, evidence, successor, state, options);
}

function inStatus(document: Document, evidence: Evidence | undefined, successor: Named, state: readonly Edit[], options: RelationOptions): EditResult {
  const vocabulary = options.vocabulary ?? builtInVocabulary;
  const name = nameLike(options.examples ?? [], evidence, successor) ?? usualName(successor, evidence?.dialect === 'section' && /^#[ \t]+\d+\.[ \t]/m.test(document.text.slice(0, 2000)));
  const result = setSupersededBy(document, evidence, { path: successor.path, id: name, title: successor.title }, options);
  if (isRefusal(result)) return result;
  // What says the same in another place must not go on to say the old state.
  const others = state.filter(({ range }) => result.every((edit) => range.end <= edit.range.start || edit.range.end <= range.start));
  const clean = result.map((edit) => withoutRemains(document, edit, evidence!, options));
  for (const edits of [[...clean, ...others], clean, [...result, ...others]]) {
    const checked = ifWeighed(document, vocabulary, edits, (after, claims) => after.status === 'superseded' && claims.some(({ property }) => property === 'supersededBy'));
    if (!isRefusal(checked)) return checked;
  }
  return result;
}

// What stands around the word and is true of the old state alone goes with it: its sign, "(partially)", a link on the word itself.
function withoutRemains(document: Document, { range, newText }: Edit, evidence: Evidence, { vocabulary = builtInVocabulary, neighbours = [] }: RelationOptions): Edit {
  const { text } = document;
  const link = document.links.find((each) => each.range.start < range.start && range.end < each.range.end);
  let { start, end } = link?.range ?? range;
  const before = text.slice(evidence.range.start, start);
  let sign = '';
  if (before !== '' && before.replace(EMOJI, '').trim() === '') {
    start = evidence.range.start;
    sign = neighbours.flatMap((one) => (one.status === 'superseded' ? (/^(\P{L}*?)\p{L}/u.exec(one.evidence.status?.text ?? '')?.[1] ?? []) : [])).find((one) => one.trim() !== '') ?? '';
  }
  const after = text.slice(end, evidence.range.end);
  if (/[\r\n]/.test(after)) return { range: { start, end }, newText: sign + newText };
  if (REMARK.test(after) || statusIn(after.replace(/^[\s([{–—:-]+/, ''), vocabulary)) end = evidence.range.end;
  return { range: { start, end }, newText: sign + newText };
}

const REMARK = /\b(?:partial|partly|mostly|in part)/i;

function nameLike(examples: readonly RelationExample[], evidence: Evidence | undefined, successor: Named): string | undefined {
  for (const one of examples) {
    if (one.dialect !== evidence?.dialect) continue;
    const name = one.name(successor);
    if (name !== undefined) return name;
  }
  return undefined;
}
