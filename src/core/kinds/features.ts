import { rangeOf, type Document } from '../document.ts';
import type { Claim } from '../dialects/dialect.ts';
import { isFrontPage, documentName } from '../dialects/file-name.ts';
import { headBlocks } from '../dialects/head.ts';
import { linesOf } from '../dialects/keyed-line.ts';
import { folderOf } from '../paths.ts';
import { namePartsOf, stemOf } from '../titles.ts';
import { termOf } from '../vocabulary/terms.ts';
import { sectionRoles, type SectionRole, type Vocabulary } from '../vocabulary/index.ts';
import { RECORD_KINDS, type Kind, type RecordKind } from '../entry.ts';
import { templateScore } from './template.ts';
import { SECTION_WEIGHTS } from './weights.ts';

/** What a document shows of its kind by itself; plain data, because it is remembered for every document. */
export interface KindFeatures {
  readonly scores: Readonly<Record<RecordKind, number>>;
  /** What of the scores the text itself earned, without its name and its folder. */
  readonly own: number;
  readonly template: number;
  /** How many documents in or below its own folder it links to. */
  readonly links: number;
  /** Stands for its folder (README, index), and the folder is not a record itself. */
  readonly isFrontPage: boolean;
  /** A file that any repository has, such as CONTRIBUTING. */
  readonly isCommunity: boolean;
  /** The way its name is formed; neighbours with the same one are of the same kind. */
  readonly pattern: string;
  /** Where its neighbours lie: its folder, or the folder around its own where it is a folder's front page. */
  readonly group: string;
}

/** Looks at headings, fields, names and links. */
export function featuresOf(document: Document, claims: readonly Claim[], vocabulary: Vocabulary): KindFeatures {
  const { parts, name, isFolder } = documentName(document.path);
  const folder = folderOf(document.path);
  const group = isFolder ? folderOf(folder) : folder;
  const scores: Record<RecordKind, number> = { decision: 0, design: 0, postmortem: 0, meeting: 0 };
  const add = (kind: RecordKind, points: number) => void (scores[kind] += points);

  const seen = new Set<SectionRole>();
  for (const section of document.sections) {
    if (section.depth > 4) continue;
    for (const role of sectionRoles(section.title, vocabulary)) seen.add(role);
  }
  if (namesAttendees(document, vocabulary)) seen.add('attendees');
  for (const role of seen) for (const kind of RECORD_KINDS) add(kind, SECTION_WEIGHTS[role]?.[kind] ?? 0);
  if (isYStatement(document.text)) add('decision', 4);
  addFields(claims, add);
  addTitle(claims, vocabulary, add);
  const own = Math.max(...Object.values(scores));

  addFolders(group, claims, vocabulary, add);
  addName(parts, name, vocabulary, add);
  const front = !isFolder && isFrontPage(stemOf(document.path));
  return {
    scores,
    own,
    template: templateScore(document, claims, vocabulary),
    links: linksToDocuments(document, folder),
    isFrontPage: front,
    isCommunity: parts.pattern === 'plain' && !front && vocabulary.kinds.get(termOf(name)) === 'other',
    pattern: parts.pattern === 'prefix-number' ? `${parts.prefix}-number` : isFolder ? `${parts.pattern}/` : parts.pattern,
    group,
  };
}

/** The features of a front page with a side-car, which makes its folder a record: what the side-car says counts as said by the page. */
export function featuresWithSidecar(features: KindFeatures, claims: readonly Claim[]): KindFeatures {
  const points = (has('number') ? 3 : 0) + (has('status') ? 3 : 0) + (has('title') ? 2 : 0);
  if (points === 0) return features;
  const { scores, own } = features;
  return { ...features, scores: { ...scores, decision: scores.decision + points, design: scores.design + points / 2 }, own: own + points, isFrontPage: false, isCommunity: false };

  function has(property: Claim['property']): boolean {
    return claims.some((claim) => claim.property === property && claim.value !== '');
  }
}

/** What a name of several words tells of the kind: as a whole, by its last words, or by any of them. */
export function kindOfName(term: string, vocabulary: Vocabulary): Kind | undefined {
  const words = term.split(' ').slice(0, 8);
  for (let from = 0; from < words.length; from++) {
    const kind = vocabulary.kinds.get(words.slice(from).join(' '));
    if (kind) return kind;
  }
  for (let to = words.length - 1; to > 0; to--) {
    const kind = vocabulary.kinds.get(words.slice(0, to).join(' '));
    if (kind) return kind;
  }
  return undefined;
}

// "In the context of …, facing … we decided for …": a decision in one sentence, without headings.
function isYStatement(text: string): boolean {
  const start = /\bin the context of\b/i.exec(text.slice(0, 4000));
  const sentence = start ? text.slice(start.index, start.index + 1500) : '';
  return /\bfacing\b/i.test(sentence) && /\bwe (?:decided|chose)\b/i.test(sentence);
}

// "Attendees: Ann, Ben" under the title is as good as a heading.
function namesAttendees(document: Document, vocabulary: Vocabulary): boolean {
  const blocks = headBlocks(document, vocabulary).filter(({ type }) => type === 'paragraph' || type === 'list');
  return blocks.flatMap((block) => linesOf(document.text, rangeOf(block)).slice(0, 20)).some((line) => {
    const key = /^[\s>*_+-]*(\p{L}[\p{L} ]{2,30}?)[*_]*[ \t]?[:：]/u.exec(document.text.slice(line.start, Math.min(line.end, line.start + 80)))?.[1];
    return key !== undefined && sectionRoles(key, vocabulary).includes('attendees');
  });
}

type Add = (kind: RecordKind, points: number) => void;

function addFields(claims: readonly Claim[], add: Add): void {
  const has = (test: (claim: Claim) => boolean) => claims.some((claim) => claim.line > 0 && test(claim));
  if (has((claim) => claim.property === 'status' && claim.value !== '' && claim.dialect !== 'changelog')) {
    add('decision', 2);
    add('design', 2);
    add('postmortem', 0.5);
  }
  if (has((claim) => claim.property === 'owners')) {
    add('decision', 0.5);
    add('design', 1);
    add('postmortem', 0.5);
  }
  if (has((claim) => claim.property === 'date' && claim.weight > 1)) for (const kind of RECORD_KINDS) add(kind, 0.5);
  if (has((claim) => claim.property === 'supersededBy' || claim.property === 'supersedes')) add('decision', 1.5);
  if (has((claim) => claim.property === 'number' && claim.dialect !== 'heading')) add('decision', 2);
}

function addTitle(claims: readonly Claim[], vocabulary: Vocabulary, add: Add): void {
  const title = claims.find((claim) => claim.property === 'title' && claim.dialect === 'heading')?.value;
  if (title === undefined) return;
  const words = termOf(title).replace(/[^\p{L}\p{N} ]+/gu, ' ').split(/\s+/).slice(0, 14);
  const kinds = new Set<Kind | undefined>();
  for (let at = 0; at < words.length; at++) for (let count = 1; count <= 2; count++) kinds.add(vocabulary.kinds.get(words.slice(at, at + count).join(' ')));
  if (kinds.has('postmortem')) add('postmortem', 2);
  if (kinds.has('meeting')) add('meeting', 2);
  if (kinds.has('design')) add('design', 1.5);
  if (kinds.has('decision')) add('decision', 1);
  // "Design Doc: X" says it in so many words.
  const label = /^([^:：]{3,40})[:：]\s*\S/.exec(title)?.[1];
  const named = label === undefined ? undefined : vocabulary.kinds.get(termOf(label));
  if (named !== undefined && RECORD_KINDS.includes(named)) add(named as RecordKind, 2);
  if (/^(?:[A-Za-z]{1,3}(?:ip|ep|fc|fd|dr|dl|IP|EP|FC|FD|DR|DL))[- _]?\d/.test(title)) add('decision', 2);
}

// The nearest folder says most; what an outer one says may concern something else by now.
function addFolders(group: string, claims: readonly Claim[], vocabulary: Vocabulary, add: Add): void {
  let points = 3;
  for (const name of group.split('/').reverse().slice(0, 4)) {
    // `adr-0021/` holds what belongs to one record.
    if (namePartsOf(name).pattern === 'prefix-number') continue;
    const kind = kindOfName(termOf(name.replace(/([a-z])([A-Z])/g, '$1 $2')), vocabulary);
    if (kind === 'other') {
      // Posts and guides have headings like those of records.
      for (const each of RECORD_KINDS) add(each, -points);
      return;
    }
    if (kind !== undefined && RECORD_KINDS.includes(kind)) {
      add(kind as RecordKind, points);
      return;
    }
    points -= 0.5;
  }
  // What lies in a folder that is named after a state is what is decided about.
  if (claims.some((claim) => claim.dialect === 'folder')) for (const kind of ['decision', 'design'] as const) add(kind, 3);
}

function addName(parts: ReturnType<typeof namePartsOf>, name: string, vocabulary: Vocabulary, add: Add): void {
  if (parts.pattern === 'number' || parts.pattern === 'prefix-number') {
    add('decision', 2);
    add('design', parts.pattern === 'number' ? 2 : 1.5);
    add('postmortem', 1);
  }
  if (parts.pattern === 'date') {
    add('meeting', parts.words === '' ? 2 : 1.5);
    add('postmortem', 1.5);
    add('decision', 1.5);
    add('design', 1);
  }
  const kind = kindOfName(termOf(name).replace(/\d+/g, ' ').replace(/\s+/g, ' ').trim(), vocabulary);
  if (kind !== undefined && RECORD_KINDS.includes(kind) && parts.pattern === 'plain') add(kind as RecordKind, 1.5);
}

function linksToDocuments(document: Document, folder: string): number {
  const targets = new Set<string>();
  for (const link of document.links) {
    if (link.kind === 'image' || link.kind === 'html-image' || /^[a-z][a-z+.-]*:|^#|^\/\//i.test(link.target)) continue;
    const target = link.target.replace(/[?#].*$/s, '').replace(/^\.\//, '');
    if (target === '' || target.startsWith('../') || !/\.(?:md|markdown)$|\/$/i.test(target)) continue;
    if (target.startsWith('/') && !target.slice(1).startsWith(folder)) continue;
    targets.add(target);
  }
  return targets.size;
}
