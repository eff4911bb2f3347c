import type { Claim } from '../dialects/dialect.ts';
import { titleSection } from '../dialects/heading.ts';
import { isSidecarPath } from '../dialects/sidecar.ts';
import { weigh } from '../dialects/weigh.ts';
import { parseDocument, rangeOf, type Document } from '../document.ts';
import { lineEndingOf, type Edit } from '../edit.ts';
import { folderOf, relativePath } from '../paths.ts';
import type { RelationExample } from '../succession/examples.ts';
import { usualName, type Named } from '../succession/naming.ts';
import { builtInVocabulary, fieldRoles, type Relation } from '../vocabulary/index.ts';
import { beside } from './beside.ts';
import { emptyPlaces } from './empty-places.ts';
import { linkIn, NO_LINKS } from './link-in.ts';
import { claimsOf, ifWeighed, type MetadataOptions } from './metadata.ts';
import { isRefusal, refuse, type EditResult } from './refusal.ts';
import { keyFor, phraseFor, withName } from './relation-words.ts';

export interface RelationOptions extends MetadataOptions {
  /** How the neighbours say it, the most usual way first. */
  readonly examples?: readonly RelationExample[];
  /** May it stand under the title where the document has no status to stand beside? */
  readonly anywhere?: boolean;
}

/** Writes into a document how it stands to another one, beside its status and in the same dialect: a field, an item, a row or a sentence. */
export function addRelation(document: Document, relation: Relation, other: Named, options: RelationOptions = {}): EditResult {
  if (isSidecarPath(document.path)) return inSidecar(document, relation, other, options);
  const vocabulary = options.vocabulary ?? builtInVocabulary;
  const before = claimsOf(document, vocabulary);
  const was = weigh(before, undefined);
  const status = before.find((claim) => claim.property === 'status' && claim.range === was.evidence.status?.range);
  for (const edit of waysOf(document, relation, other, status, options)) {
    const result = ifWeighed(document, vocabulary, [edit], (after, claims) =>
      (['status', 'date', 'number', 'title'] as const).every((property) => after[property] === was[property])
      && claims.some((claim) => claim.property === relation && edit.newText.includes(claim.text) && !before.some((known) => known.property === relation && known.value === claim.value)));
    if (!('refused' in result)) return result;
  }
  return refuse(status ? 'not-read-back' : 'no-status');
}

// A side-car is front matter without its fences.
function inSidecar({ path, text }: Document, relation: Relation, other: Named, options: RelationOptions): EditResult {
  const result = addRelation(parseDocument(`${folderOf(path)}/README.md`, `${FENCE}${text}\n---\n`), relation, other, { ...options, anywhere: false });
  if (isRefusal(result)) return result;
  return result.map(({ range: { start, end }, newText }) => ({ range: { start: start - FENCE.length, end: end - FENCE.length }, newText }));
}

const FENCE = '---\n';

function* waysOf(document: Document, relation: Relation, other: Named, status: Claim | undefined, options: RelationOptions): Iterable<Edit> {
  const vocabulary = options.vocabulary ?? builtInVocabulary;
  const examples = options.examples ?? [];
  for (const place of emptyPlaces(document, relation, vocabulary)) {
    for (const name of namesFor(document, other, place.dialect, examples)) yield place.write(name);
  }
  if (examples[0]?.dialect === 'notes') yield* amongLinks(document, relation, other, status, options);
  if (status) {
    for (const name of namesFor(document, other, status.dialect, examples)) {
      yield* beside(document, status, name, (written) => keyFor(relation, written, examples.find((one) => one.key !== undefined && one.dialect === status.dialect)?.key, document.fields.map((field) => field.key)));
      if (status.dialect === 'section' || status.dialect === 'heading') yield paragraphIn(document, status, sentence(document, relation, name, status, examples));
    }
  }
  if (options.anywhere) {
    const title = titleSection(document, vocabulary);
    for (const name of namesFor(document, other, 'notes', examples)) {
      const at = title ? title.heading.end : (document.frontMatter?.range.end ?? 0);
      const ending = lineEndingOf(document.text);
      yield { range: { start: at, end: at }, newText: `${at ? ending + ending : ''}${sentence(document, relation, name, status, examples)}${at ? '' : ending + ending}` };
    }
  }
}

// As the first item under the heading that is there for links to other documents.
function* amongLinks(document: Document, relation: Relation, other: Named, status: Claim | undefined, { examples = [], vocabulary = builtInVocabulary }: RelationOptions): Iterable<Edit> {
  const section = document.sections.find((each) => fieldRoles(each.title, vocabulary).includes('related'));
  if (!section) return;
  const ending = lineEndingOf(document.text);
  const mark = /^[ \t]*([-*+][ \t]+)/m.exec(document.text)?.[1] ?? '- ';
  for (const name of namesFor(document, other, 'notes', examples)) {
    yield { range: { start: section.heading.end, end: section.heading.end }, newText: `${ending}${ending}${mark}${sentence(document, relation, name, status, examples)}` };
  }
}

// Names to try: as the neighbours write them, then a link in text and the bare id where a link would have to be quoted.
function namesFor(document: Document, other: Named, dialect: string, examples: readonly RelationExample[]): string[] {
  const path = relativePath(folderOf(document.path), other.path);
  const link = (name: string): string => linkIn(dialect, name.replace(/[[\]|\r\n]/g, ' ').replace(/\s+/g, ' ').trim() || path, path);
  const isCode = NO_LINKS.has(dialect);
  const like = [...examples.filter((one) => one.dialect === dialect), ...examples.filter((one) => one.dialect !== dialect && NO_LINKS.has(one.dialect) === isCode)];
  const shown = like.flatMap((one) => {
    const name = one.name(other);
    return name === undefined ? [] : [one.isLink ? link(name) : name];
  });
  const usual = usualName(other, dialect === 'section' && /^#[ \t]+\d+\.[ \t]/m.test(document.text.slice(0, 2000)));
  return [...new Set([...shown.slice(0, 3), ...(isCode ? [usualName(other, false), path] : [link(usual), path])])];
}

function paragraphIn(document: Document, status: Claim, words: string): Edit {
  const section = document.sections.filter((each) => each.heading.start <= status.range.start).at(-1)!;
  const last = section.nodes.filter((node) => node.type !== 'html').at(-1);
  const at = last ? rangeOf(last).end : section.heading.end;
  const ending = lineEndingOf(document.text);
  return { range: { start: at, end: at }, newText: `${ending}${ending}${words}` };
}

function sentence(document: Document, relation: Relation, name: string, status: Claim | undefined, examples: readonly RelationExample[]): string {
  const shown = examples.find((one) => one.before !== '' && (one.dialect === 'section' || one.dialect === 'notes'))?.before;
  if (shown !== undefined) return shown.replace(/[*_`]+$/, '') + name;
  const token = status?.token ?? status?.range;
  return withName(phraseFor(relation, token ? document.text.slice(token.start, token.end) : ''), name);
}
