import type { Configuration } from './configuration.ts';
import { docTypeNamed } from './doc-type.ts';
import { parseDocument, unreadDocument, type Document } from './document.ts';
import type { Replaced } from './entry-table.ts';
import { RECORD_KINDS, type Entry, type Kind } from './entry.ts';
import type { FileText } from './files.ts';
import type { Intake, Receiver } from './intake.ts';
import type { Keeping } from './keeping.ts';
import type { Outline } from './outline.ts';
import { outwardOf, type Outward } from './outward.ts';
import { isMarkdownPath } from './paths.ts';
import type { Problem } from './problems.ts';
import { isSidecarPath, packReading, readDocumentFacts, readSidecar, unpackOutline, type PackedReading } from './reading.ts';
import { RecentDocuments } from './recent-documents.ts';
import { recordsOf, type EntryRecords, type Records } from './records.ts';
import { beyondIn } from './shared-index/beyond.ts';
import { WorkspaceIndex } from './workspace-index.ts';

/** How many UTF-16 units of documents are kept parsed; the tree of a text takes some twelve times its space. */
const KEPT_UNITS = 1_000_000;

/** What was read of a folder's documents, and what they say of each other as their configurations see it. */
export class Holdings implements Receiver {
  readonly #intake: () => Intake;
  readonly #parse: (path: string, text: string) => Document;
  readonly #keeping: Keeping;
  readonly #index = new WorkspaceIndex();
  readonly #kept: RecentDocuments;
  /** The last one that was asked for and is not kept: what lives longer costs the collector more than a document costs to parse. */
  #latest: Document | undefined;
  readonly #held = new Map<string, Document>();
  readonly #paths = new Set<string>();
  readonly #excluded = new Set<string>();
  readonly #problems = new Map<string, readonly Problem[]>();
  /** The types that documents name in their front matter. */
  readonly #named = new Map<string, string>();
  /** The entries of the index with what the configuration says of them. */
  #told: Told = NOTHING_TOLD;
  readonly #ofOtherKind = new WeakMap<Entry, Entry>();

  /** `intake` is asked for first when a file has been read; `parse` may know the document of a text, and keeps it. */
  constructor(intake: () => Intake, keeping: Keeping, parse?: (path: string, text: string) => Document) {
    this.#intake = intake;
    this.#keeping = keeping;
    this.#parse = parse ?? parseDocument;
    this.#kept = new RecentDocuments(parse ? 0 : KEPT_UNITS);
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** The paths of all Markdown files that are not excluded, sorted. */
  paths(): string[] {
    return [...this.#paths].sort();
  }

  /** The paths of the Markdown files that a configuration excludes. */
  excludedPaths(): string[] {
    return [...this.#excluded].sort();
  }

  /** What kept a document, a part of it or a folder from being read. */
  problems(path: string): readonly Problem[] {
    const closed = this.#intake().closedFolders().get(path);
    return closed ? [closed] : (this.#problems.get(path) ?? []);
  }

  outline(path: string): Outline | undefined {
    const reading = this.#index.reading(path);
    return reading && unpackOutline(reading);
  }

  /** What other documents can see of this one. */
  outward(path: string): Outward {
    return outwardOf(this.records().at(path), this.#known(path));
  }

  async document(path: string): Promise<Document> {
    const known = this.#closedOrKnown(path);
    if (known) return known;
    const read = await this.#intake().read(path);
    const document = 'text' in read ? this.#parse(path, read.text) : unreadDocument(path, '', read.problem);
    this.#keep(path, document);
    return document;
  }

  /** The text of a document, which need not be parsed for it; empty where it cannot be read. */
  async textOf(path: string): Promise<string> {
    const known = this.#closedOrKnown(path);
    if (known) return known.text;
    const read = await this.#intake().read(path);
    return 'text' in read ? read.text : '';
  }

  /** What is known of every document, sorted by path; the same array until something changes. */
  entries(): readonly Entry[] {
    return this.records().all;
  }

  /** What was read of every document, in any order. */
  readings(): readonly PackedReading[] {
    return this.#index.readings();
  }

  /** The same entries as rules look them up. */
  records(): Records {
    const read = this.#index.entries();
    if (read !== this.#told.read) this.#told = { read, records: this.#recordsAfter(this.#told, read) };
    return this.#told.records;
  }

  /** The records as they would be if there were no other documents than these; for as long as not all of them are read. */
  among(paths: readonly string[]): Records {
    return recordsOf(this.#index.among(paths).map((entry) => this.#asConfigured(entry, this.#named)));
  }

  /** What the entry of a document, as it was settled last, goes by beside what was read of it. */
  stampOf(path: string): string | undefined {
    return this.#index.stampOf(path);
  }

  /** Forgets what was settled of a document among a few. */
  unsettle(path: string): void {
    this.#index.unsettle(path);
  }

  /** The UTF-16 units of a document that is kept parsed. */
  sizeOf(path: string): number | undefined {
    return this.#known(path)?.text.length;
  }

  /** The type that the document names in its front matter. */
  typeNameOf(path: string): string | undefined {
    return this.#named.get(path);
  }

  /** What was read of the document. */
  reading(path: string): PackedReading | undefined {
    return this.#index.reading(path);
  }

  /** Keeps a document that was just read parsed until it is released. */
  hold(path: string): void {
    const known = this.#known(path);
    if (known) this.#held.set(path, known);
  }

  /** The document is not asked for again. */
  release(path: string): void {
    this.#held.delete(path);
    this.outdate(path);
  }

  /** The records as they would be with these documents in place of those at their paths. */
  supposing(documents: readonly Document[]): Records {
    if (!documents.length) return this.records();
    const readings = documents.map((document) => readDocumentFacts(document, this.#configurationOf(document.path).vocabulary, this.#intake().above));
    const named = new Map(this.#named);
    for (const { path, typeName } of readings) {
      if (typeName === undefined) named.delete(path);
      else named.set(path, typeName);
    }
    return recordsOf(this.#index.supposing(readings).map((entry) => this.#asConfigured(entry, named)));
  }

  reconfigured(): void {
    this.#index.lookBeyond(beyondIn(this.#intake().configurations, this.#intake().above));
    this.#told = NOTHING_TOLD;
  }

  outdate(path: string): void {
    this.#held.delete(path);
    this.#kept.delete(path);
    if (this.#latest?.path === path) this.#latest = undefined;
  }

  leaveOut(path: string): void {
    this.forget(path);
    if (isMarkdownPath(path)) this.#excluded.add(path);
  }

  take(path: string, text: FileText): void {
    const { vocabulary } = this.#configurationOf(path);
    if (isSidecarPath(path)) {
      if ('text' in text) this.#index.set(readSidecar(path, text.text, vocabulary));
      else this.#index.remove(path);
      return;
    }
    const document = 'text' in text ? this.#parse(path, text.text) : unreadDocument(path, '', text.problem);
    this.#keep(path, document);
    this.#takeIn(this.#keeping.reading(packReading(readDocumentFacts(document, vocabulary, this.#intake().above))));
  }

  takeReading(reading: PackedReading): void {
    this.outdate(reading.path);
    this.#takeIn(reading);
  }

  forget(path: string): void {
    this.#excluded.delete(path);
    this.#paths.delete(path);
    this.#named.delete(path);
    this.outdate(path);
    this.#problems.delete(path);
    this.#index.remove(path);
  }

  #closedOrKnown(path: string): Document | undefined {
    const closed = this.#intake().closedFolders().get(path);
    if (closed) return unreadDocument(path, '', closed);
    const known = this.#known(path);
    if (known) return known;
    const given = this.problems(path).find((problem) => problem.id === 'not-parsed');
    return given && !this.#intake().isOpen(path) ? unreadDocument(path, '', given) : undefined;
  }

  #known(path: string): Document | undefined {
    return this.#latest?.path === path ? this.#latest : (this.#held.get(path) ?? this.#kept.get(path));
  }

  // Of a folder that is larger than what is kept the last documents would drive out the first, which are asked for first.
  #keep(path: string, document: Document): void {
    this.outdate(path);
    if (this.#kept.isFull) this.#latest = document;
    else this.#kept.set(path, document);
  }

  #takeIn(reading: PackedReading): void {
    this.#excluded.delete(reading.path);
    this.#paths.add(reading.path);
    if (reading.typeName === undefined) this.#named.delete(reading.path);
    else this.#named.set(reading.path, reading.typeName);
    this.#index.set(reading);
    if (reading.problems.length) this.#problems.set(reading.path, reading.problems);
    else this.#problems.delete(reading.path);
  }

  // Where a few entries are others, in the same places, the rest stays as it was told.
  #recordsAfter({ read: before, records }: Told, read: readonly Entry[]): EntryRecords {
    if (before?.length !== read.length || !read.every(({ path }, place) => path === before[place]!.path)) return recordsOf(read.map((entry) => this.#asConfigured(entry, this.#named)));
    const replaced: Replaced[] = [];
    const all = read.map((entry, place) => {
      const was = records.all[place]!;
      if (entry === before[place]) return was;
      const is = this.#asConfigured(entry, this.#named);
      replaced.push({ was, is });
      return is;
    });
    return replaced.length > MOST_REPLACED ? recordsOf(all) : records.after(all, replaced);
  }

  // What a document says of itself, and then what a team says of its path, goes before what its text looks like.
  #asConfigured(entry: Entry, typeNames: ReadonlyMap<string, string>): Entry {
    const { types, templates } = this.#configurationOf(entry.path);
    if (templates.includes(entry.path)) return this.#asKind(entry, 'template');
    const name = entry.kind === 'template' ? undefined : typeNames.get(entry.path);
    const named = name === undefined ? undefined : docTypeNamed(name, types);
    if (named) return this.#asKind(entry, named.kind);
    const claimed = RECORD_KINDS.includes(entry.kind) ? undefined : types.find((type) => type.claims(entry.path));
    return claimed ? this.#asKind(entry, claimed.kind) : entry;
  }

  // The same for the same entry.
  #asKind(entry: Entry, kind: Kind): Entry {
    const known = entry.kind === kind ? entry : this.#ofOtherKind.get(entry);
    if (known?.kind === kind) return known;
    const made = { ...entry, kind };
    this.#ofOtherKind.set(entry, made);
    return made;
  }

  #configurationOf(path: string): Configuration {
    return this.#intake().configurations.of(path);
  }
}

interface Told {
  readonly read: readonly Entry[] | undefined;
  readonly records: EntryRecords;
}

const NOTHING_TOLD: Told = { read: undefined, records: recordsOf([]) };

/** From so many entries on that are others, all is looked up anew. */
const MOST_REPLACED = 100;
