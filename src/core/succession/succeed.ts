import type { Change } from '../change.ts';
import type { Claim } from '../dialects/dialect.ts';
import { isFrontPage } from '../dialects/file-name.ts';
import { isSidecarPath } from '../dialects/sidecar.ts';
import { weigh } from '../dialects/weigh.ts';
import type { DocType, DocTypeMatch } from '../doc-type.ts';
import { parseDocument, type Document } from '../document.ts';
import { applyEdits, lineEndingOf } from '../edit.ts';
import { addRelation, type RelationOptions } from '../edits/add-relation.ts';
import { markSuperseded } from '../edits/mark-superseded.ts';
import { claimsOf, sidecarDocument } from '../edits/metadata.ts';
import { setDate } from '../edits/set-date.ts';
import { setStatus, setStatusForGood } from '../edits/set-status.ts';
import { isRefusal, refuse, type Refusal } from '../edits/refusal.ts';
import { wordsFor } from '../edits/status-word.ts';
import type { Entry, Evidence } from '../entry.ts';
import type { Language } from '../language.ts';
import { newDocument } from '../new-document.ts';
import { folderOf, nameOf } from '../paths.ts';
import { stemOf } from '../titles.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { relationExamples } from './examples.ts';
import { yamlLike } from './head.ts';
import { templatesFor, type TemplateInput } from './template.ts';

/** The new document takes the place of the old one, or changes a part of it and leaves it in force. */
export type Succession = 'supersede' | 'amend';

export interface SuccessionInput {
  readonly how: Succession;
  readonly title: string;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly author?: string;
  readonly document: Document;
  readonly entry: Entry;
  /** The file that holds the old document's metadata, where it is another one. */
  readonly sidecar?: { readonly path: string; readonly text: string };
  readonly match: DocTypeMatch | undefined;
  readonly types: readonly DocType[];
  readonly language: Language;
  readonly entries: readonly Entry[];
  /** Other documents of the same folder and kind: what they share and how they name each other is followed. */
  readonly neighbours: readonly Document[];
  /** The names of all that lies in a folder, also on other branches. */
  readonly names: (folder: string) => readonly string[];
  readonly vocabulary: Vocabulary;
}

/** What has to be written, the new document first. */
export interface SuccessionMade {
  readonly path: string;
  readonly changes: readonly Change[];
}

/** Makes the document that supersedes or amends another one, and the smallest edit that says so in the old one; or says why not. */
export function succeed(input: SuccessionInput): SuccessionMade | Refusal {
  const { how, entry, document, sidecar, entries, neighbours, vocabulary } = input;
  if (entry.kind !== 'decision' && entry.kind !== 'design') return refuse('not-a-record', { path: entry.path });
  if (how === 'supersede' && entry.supersededBy.length) return refuse('already-superseded', { path: entry.supersededBy[0]! });
  const state = entry.evidence.status;
  if (!state) return refuse('no-status');
  if (state.line === 0) return refuse('not-in-text', { text: state.text.slice(0, 80) });
  if (isInProse(sidecar?.text ?? document.text, state, vocabulary)) return refuse('status-in-prose', { text: state.text.slice(0, 80) });
  const inverse = how === 'supersede' ? 'supersededBy' : 'amendedBy';
  const options: RelationOptions = { vocabulary, neighbours: entries.filter((one) => one.path !== entry.path && (one.kind === 'decision' || one.kind === 'design')) };
  const holder = sidecar ? sidecarDocument(sidecar.path, sidecar.text) : document;

  if (how === 'supersede') {
    const marked = setStatusForGood(holder, state, 'superseded', options);
    if (isRefusal(marked)) return marked;
  }
  for (const draft of drafts(input)) {
    const { path } = draft;
    if (entries.some((one) => one.path === path)) return refuse('exists', { path });
    const read = weigh(claimsOfDraft(draft, vocabulary), undefined);
    const named = { path, id: read.id, number: read.number, title: read.title, kind: entry.kind };
    const old = { ...options, examples: relationExamples([...neighbours, document], inverse, entries, vocabulary) };
    const mark = how === 'supersede' ? markSuperseded(holder, entry.evidence.status, named, old) : addRelation(holder, inverse, named, old);
    if (isRefusal(mark)) return mark;
    const relation = how === 'supersede' ? 'supersedes' : 'amends';
    const [first, ...others] = [...(draft.sidecar ? [draft.sidecar] : []), draft];
    const stating = isSidecarPath(first!.path) ? sidecarDocument(first!.path, first!.text) : parseDocument(path, draft.text);
    const link = addRelation(stating, relation, entry, { ...options, anywhere: true, examples: relationExamples([...neighbours, document], relation, entries, vocabulary) });
    if (isRefusal(link)) continue;
    const files = [...others, { path: first!.path, text: applyEdits(first!.text, link) }];
    return { path, changes: [...files.map((file): Change => ({ kind: 'create', path: file.path, text: withEndings(file.text, document.text) })), { kind: 'edit', path: holder.path, edits: mark }] };
  }
  return refuse('not-read-back');
}

interface File {
  readonly path: string;
  readonly text: string;
}

interface Draft extends File {
  readonly sidecar?: File;
}

// Each is read again: only one that has the title and is not decided yet will do. Of templates that nobody named, one with a status goes first.
function* drafts(input: SuccessionInput): Iterable<Draft> {
  const { document, sidecar, entry, match, types, language, entries, neighbours, vocabulary, today, title, author } = input;
  const openWord = openWordFor(entry, entries, sidecar?.text ?? document.text);
  const place = placeOf(entry, entries);
  const without: Draft[] = [];
  const source = { document, entry, match: match && { template: match.template, builtIn: match.type.builtIn }, types, language, neighbours, vocabulary, today, openWord };
  for (const template of templatesFor(source)) {
    const make = (text: string) => newDocument({ template: { ...template, kind: entry.kind, text }, title, today, folder: place.folder, entries: place.entries, names: input.names(place.folder), ...(author === undefined ? {} : { author }) });
    const made = make(template.text);
    if (!made) continue;
    const path = place.pathFor(made.path);
    const beside = sidecar && make(sidecarLike(source, sidecar.text));
    const draft = {
      path, text: begun(path, made.text.endsWith('\n') ? made.text : `${made.text}\n`, openWord, input),
      ...(sidecar && beside ? { sidecar: { path: `${folderOf(path)}/${nameOf(sidecar.path)}`, text: beside.text.slice(FENCE.length, -FENCE.length) } } : {}),
    };
    const read = weigh(claimsOfDraft(draft, vocabulary), undefined);
    if (wordsOf(read.title) !== wordsOf(title)) continue;
    if (read.status === 'draft' || read.status === 'proposed' || (read.status === null && !match?.isGuess)) yield draft;
    else if (read.status === null) without.push(draft);
  }
  yield* without;
}

// Quotes and escapes are the dialect's, not the title's.
const wordsOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

// A template that leaves its status and its date to whoever begins a document gets them.
function begun(path: string, text: string, openWord: string, { today, entries, vocabulary }: SuccessionInput): string {
  return (['status', 'date'] as const).reduce((now, property) => {
    const document = parseDocument(path, now);
    if (weigh(claimsOf(document, vocabulary), undefined)[property] !== null) return now;
    const result = property === 'date' ? setDate(document, undefined, today, { vocabulary }) : setStatus(document, undefined, openWord, { vocabulary, neighbours: entries });
    return isRefusal(result) ? now : applyEdits(now, result);
  }, text);
}

const FENCE = '---\n';

function sidecarLike(source: TemplateInput, text: string): string {
  return `${yamlLike({ ...source, document: parseDocument(source.document.path, `${FENCE}${text.trimEnd()}\n${FENCE}`) }).trimEnd()}\n`;
}

function claimsOfDraft({ path, text, sidecar }: Draft, vocabulary: Vocabulary): readonly Claim[] {
  return [...(sidecar ? claimsOf(sidecarDocument(sidecar.path, sidecar.text), vocabulary) : []), ...claimsOf(parseDocument(path, text), vocabulary)];
}

// Words in front of the state that are no fillers ("This ADR is …") make it a part of a sentence about something else.
function isInProse(text: string, { range, token }: Evidence, vocabulary: Vocabulary): boolean {
  const words = text.slice(range.start, token?.start ?? range.start).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !vocabulary.statusFillers.has(word.toLowerCase())).length >= 2;
}

// The state of a new document: what most of those still open say, otherwise a proposal.
function openWordFor(entry: Entry, entries: readonly Entry[], holder: string): string {
  const others = entries.filter((one) => one.kind === entry.kind && folderOf(folderOf(one.path)) === folderOf(folderOf(entry.path)));
  const count = (status: string): number => others.filter((one) => one.status === status).length;
  const { status } = entry.evidence;
  return wordsFor(count('draft') > count('proposed') ? 'draft' : 'proposed', status?.token ? holder.slice(status.token.start, status.token.end) : '', status?.dialect ?? '', others)[0]!;
}

interface Place {
  readonly folder: string;
  readonly entries: readonly Entry[];
  pathFor(made: string): string;
}

// A document that is the front page of a folder of its own gets a successor in a folder beside that one.
function placeOf({ path }: Entry, entries: readonly Entry[]): Place {
  const own = folderOf(path);
  if (!isFrontPage(stemOf(path)) || !/\d/.test(nameOf(own))) return { folder: own, entries, pathFor: (made) => made };
  const beside = folderOf(own);
  const asFiles = entries.map((one) => (isFrontPage(stemOf(one.path)) && folderOf(folderOf(one.path)) === beside ? { ...one, path: `${folderOf(one.path)}.md` } : one));
  return { folder: beside, entries: asFiles, pathFor: (made) => `${made.replace(/\.md$/i, '')}/${nameOf(path)}` };
}

function withEndings(text: string, like: string): string {
  return lineEndingOf(like) === '\r\n' ? text.replace(/\r?\n/g, '\r\n') : text;
}

