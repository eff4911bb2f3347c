import { Around } from './around.ts';
import { Checks, type ChecksOptions, type ReviewOptions } from './checks.ts';
import { daysBefore } from './calendar.ts';
import { builtInTypes, type Configuration } from './configuration.ts';
import { Configurations } from './configurations.ts';
import type { DocType, DocTypeMatch } from './doc-type.ts';
import type { Document } from './document.ts';
import { Early, type Found } from './early.ts';
import type { Entry } from './entry.ts';
import type { Files } from './files.ts';
import { packFindings, unpackFindings, type Finding } from './finding.ts';
import { Holdings } from './holdings.ts';
import { Intake, type CatchUp, type IntakeOptions, type Progress } from './intake.ts';
import { inHeap, type Keeping, type KeptText } from './keeping.ts';
import type { Language } from './language.ts';
import type { Outward } from './outward.ts';
import { isMarkdownPath } from './paths.ts';
import { peopleToChoose, type KnownPerson } from './people.ts';
import type { Problem } from './problems.ts';
import type { PackedReading } from './reading.ts';
import type { Records } from './records.ts';
import type { Past } from './summary/past.ts';
import type { Repositories } from './shared-index/repositories.ts';
import type { Template } from './template.ts';
import { ownersIn } from './trees/owners.ts';
import { Typing } from './typing.ts';

export { isConfigPath, isWanted, type Progress, type ReadMany, type Recall } from './intake.ts';

/** Hands over the findings of each document, as `packFindings` has them, in any order. What it leaves out, the workspace checks itself. */
export type LintMany = (paths: readonly string[], workspace: Lintable, receive: (path: string, packed: KeptText) => void) => Promise<void>;

/** What others need who check documents: what was read of all of them, and the workspace's own checks of one. */
export interface Lintable extends Pick<Workspace, 'records' | 'types' | 'like' | 'known' | 'takeOver'>, Pick<Checks, 'watch' | 'lintBy'> {
  readings(): readonly PackedReading[];
  lint(path: string): Promise<readonly Finding[]>;
}

/** How a folder is read and checked. */
export interface WorkspaceOptions extends Pick<IntakeOptions, 'files' | 'recall' | 'readMany' | 'pause'>, Pick<ChecksOptions, 'rulePage' | 'alwaysRules' | 'today'> {
  readonly templates: readonly Template[];
  /** The language where no configuration names one. */
  readonly language: Language;
  /** The language of everything, whatever a configuration says. */
  readonly alwaysLanguage?: Language;
  /** Parses a text, where its document may be known already, and keeps it as long as it may be asked for again. */
  readonly parse?: (path: string, text: string) => Document;
  /**
   * Are the findings of a document asked for as soon as all are read, and no text of an editor's taken? Then it is checked
   * while it is parsed, as far as that can be known then. Left out: documents are checked when they are asked for.
   */
  readonly isChecked?: (path: string) => boolean;
  /** Where what is read of documents and found early is kept; left out: in the heap. */
  readonly keeping?: Keeping;
  /** Checks many documents at once; without it they are checked here, one after the other. */
  readonly lintMany?: LintMany;
}

/** The documents below one folder: the door through which the command line and the language server enter the core. */
export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #intake: Intake;
  readonly #holdings: Holdings;
  readonly #around: Around;
  readonly #typing: Typing;
  readonly #checks: Checks;
  readonly #early: Early | undefined;
  #language: Language;
  /** The findings of documents that were checked before anybody asked for them, packed. */
  #ahead: ReadonlyMap<string, KeptText> = new Map();

  constructor(options: WorkspaceOptions) {
    const languageOf = (path: string): Language => this.languageOf(path);
    this.#options = options;
    this.#language = options.language;
    const keeping = options.keeping ?? inHeap;
    this.#holdings = new Holdings(() => this.#intake, keeping, options.parse);
    this.#around = new Around({ files: options.files, document: (path) => this.document(path), has: (path) => this.#holdings.has(path) || (isMarkdownPath(path) && this.#intake.isComing(path)), above: () => this.#intake.above });
    this.#intake = new Intake({ ...options, configurations: (texts) => new Configurations(texts, builtInTypes(options.templates)), receiver: this.#holdings, taken: (path) => this.#early?.take(path) });
    this.#typing = new Typing(this.#holdings, this.#intake, languageOf);
    this.#checks = new Checks({ ...options, holdings: this.#holdings, intake: this.#intake, around: this.#around, typing: this.#typing, languageOf });
    this.#early = options.isChecked && new Early({ holdings: this.#holdings, intake: this.#intake, typing: this.#typing, checks: this.#checks, keeping, isAsked: options.isChecked });
  }

  /** Reads every file of the folder; can be called again to start afresh. Ends early, with what was read, when aborted. */
  async load(progress: (progress: Progress) => void = () => {}, signal?: AbortSignal): Promise<void> {
    await this.look([''], signal);
    await this.catchUp({ progress, ...(signal ? { signal } : {}) });
  }

  /**
   * Looks at files and folders that may have come, changed or gone; `catchUp` reads what is new there.
   * True where a configuration is another one now, and with it perhaps the findings of every document.
   */
  look(paths: readonly string[], signal?: AbortSignal): Promise<boolean> {
    this.#forget();
    return this.#intake.look(paths, signal);
  }

  /** Reads what `look` found to be new, and what a configuration lets be read in another way; returns the paths. Ends early when aborted. */
  async catchUp(options?: CatchUp): Promise<readonly string[]> {
    this.#ahead = new Map();
    const read = await this.#intake.catchUp(options);
    await this.#early?.check();
    return read;
  }

  /** Reads one file now, also one that Git ignores. */
  async refresh(path: string): Promise<void> {
    this.#ahead = new Map();
    await this.#intake.refresh(path);
    await this.#early?.take(path);
  }

  /** Checks the documents that were read since the last time and are asked for, as far as that can be known before all others are read. */
  async checkEarly(): Promise<void> {
    await this.#early?.check();
  }

  /** Takes the editor's text for a document; it holds until `close`. True as for `look`. What lies around it is not looked up again for that. */
  open(path: string, text: string): Promise<boolean> {
    this.#around.forgetText(path);
    this.#ahead = new Map();
    return this.#intake.open(path, text);
  }

  /** From now on the text on disk holds again; what was never saved is forgotten. True as for `look`. */
  close(path: string): Promise<boolean> {
    this.#forget();
    this.#checks.forget(path);
    return this.#intake.close(path);
  }

  /** Has an editor given its text for the file, and has the file not gone since? */
  isOpen(path: string): boolean {
    return this.#intake.isOpen(path);
  }

  /** What other documents can see of this one. */
  outward(path: string): Outward {
    return this.#holdings.outward(path);
  }

  /** A file that is no document may have come: what links lead to is looked up again. */
  lookAround(): void {
    this.#forget();
  }

  /** What the folder held earlier; undefined where Git cannot be asked. */
  get past(): Past | undefined {
    return this.#options.files.past;
  }

  /** Is a file there that may not be written, as far as the files themselves tell? */
  async isReadOnly(path: string): Promise<boolean> {
    return (await this.#options.files.isReadOnly?.(path)) ?? false;
  }

  /** A workspace like this one, of files that `of` makes from those of this one. */
  like(of: (files: Files) => Pick<WorkspaceOptions, 'files' | 'readMany' | 'recall'>): Workspace {
    return new Workspace({ ...this.#options, ...of(this.#options.files) });
  }

  /** Uses another language where no configuration names one. */
  speak(language: Language): void {
    this.#ahead = new Map();
    this.#language = language;
  }

  /** Is it a document, a configuration or a file that one extends, and known here? */
  has(path: string): boolean {
    return this.#holdings.has(path) || this.#intake.configurations.has(path);
  }

  /** The paths of all Markdown files that are not excluded, sorted. */
  paths(): string[] {
    return this.#holdings.paths();
  }

  /** The names of all that lies in a folder, also of what is ignored or excluded, and of what lies there on other branches. */
  async names(folder: string): Promise<readonly string[]> {
    const { files } = this.#options;
    const [here, elsewhere] = await Promise.all([files.names(folder), files.onBranches(folder)]);
    return [...new Set([...here, ...elsewhere.map(({ name }) => name)])].sort();
  }

  /** The folders that cannot be looked into; each has a problem and a finding as a document has. */
  closedFolders(): string[] {
    return [...this.#intake.closedFolders().keys()].sort();
  }

  /** The paths of the Markdown files that a configuration excludes. */
  excludedPaths(): string[] {
    return this.#holdings.excludedPaths();
  }

  /** What kept a document, or a part of it, from being read. */
  problems(path: string): readonly Problem[] {
    return this.#holdings.problems(path);
  }

  /** What is known of every document, sorted by path; the same array until something changes. */
  entries(): readonly Entry[] {
    return this.#holdings.entries();
  }

  /** What was read of every file that no editor holds open and that is not to be read again, in any order. */
  readings(): readonly PackedReading[] {
    return this.#holdings.readings().filter(({ path }) => !this.#intake.isOpen(path) && !this.#intake.isComing(path));
  }

  /** The same entries as they are looked up. */
  records(): Records {
    return this.#holdings.records();
  }

  /** What was read of a document. */
  reading(path: string): PackedReading | undefined {
    return this.#holdings.reading(path);
  }

  entry(path: string): Entry | undefined {
    return this.#holdings.records().at(path);
  }

  document(path: string): Promise<Document> {
    return this.#holdings.document(path);
  }

  /** The types that hold for the document at `path`: those of its configuration, then those of templates that lie in the folder, then those built in. */
  types(path: string): Promise<readonly DocType[]> {
    return this.#typing.types(path);
  }

  /** The type of a document, and how Docket came to it; of `document`, where its text is about to be another one. */
  async typeOf(path: string, document?: Document): Promise<DocTypeMatch | undefined> {
    return this.#typing.typeOf(document ?? (await this.document(path)), this.entry(path));
  }

  /** Is the document of a type that rules are for? */
  async isTyped(path: string): Promise<boolean> {
    return (await this.typeOf(path)) !== undefined;
  }

  /** Has the document all that the type's template asks for, at its places? */
  hasAll(path: string, type: DocType): Promise<boolean> {
    return this.#checks.hasAll(path, type);
  }

  /** Who can be made an owner of something in the folder, those first whom its documents name most. */
  people(): Promise<readonly KnownPerson[]> {
    return peopleToChoose(this.#options.files, ownersIn(this.entries()), daysBefore(this.#options.today(), 365));
  }

  /** The findings of one document without those that are accepted for now; empty where it is of no type and can be read. */
  lint(path: string): Promise<readonly Finding[]> {
    return this.#checks.lint(path);
  }

  /** The findings of a document that was checked while it was read, as `packFindings` has them, where they hold for all that is known now. */
  async known(path: string): Promise<KeptText | undefined> {
    return this.#early?.findings(path);
  }

  /** What was found in documents while they were read since this was asked last, for another workspace of the same folder; it is forgotten here. */
  handOver(): ReturnType<Early['handOver']> {
    return this.#early?.handOver() ?? [];
  }

  /** Takes what another workspace has found in a document while it read it. */
  takeOver(path: string, found: Found): void {
    this.#early?.takeOver(path, found);
  }

  /** The findings of one document with those that are accepted for now. */
  lintFully(path: string): Promise<readonly Finding[]> {
    const known = this.#ahead.get(path);
    return known === undefined ? this.#lintOnce(path) : Promise.resolve(unpackFindings(known.text));
  }

  /** Checks documents that are going to be asked for with `lintFully`, many at once where somebody can and no editor has given any text; the findings are remembered until something changes. */
  async lintAhead(paths: readonly string[], progress: (progress: Progress) => void = () => {}): Promise<void> {
    const { lintMany } = this.#options;
    const found = new Map<string, KeptText>();
    const wanted = paths.filter((path) => this.#holdings.has(path));
    const take = (path: string, packed: KeptText): void => progress({ done: found.set(path, packed).size, total: wanted.length });
    if (lintMany && !this.#intake.hasOpen) await lintMany(wanted, this.#lintable(), take);
    // A finding holds on to the text of its document; what is packed does not.
    for (const path of wanted) if (!found.has(path)) take(path, inHeap.text(packFindings(await this.#checks.lintFully(path))));
    this.#ahead = found;
  }

  /** The folder as it would be with these documents in place of those at their paths; nothing is taken in. */
  supposing(documents: readonly Document[]): Pick<Workspace, 'lint' | 'lintFully'> {
    return this.#checks.supposing(documents);
  }

  /** What a reviewer wants to know of a document, as Markdown. */
  review(path: string, options?: ReviewOptions): Promise<string> {
    return this.#checks.review(path, options);
  }

  /** What is wrong with the templates that configurations name, by the template's path. */
  templateFindings(): Promise<ReadonlyMap<string, readonly Finding[]>> {
    return this.#checks.templateFindings();
  }

  /** The paths of the configurations in force, outer one first, and of what they extend in the workspace. */
  configPaths(): string[] {
    const { configurations } = this.#intake;
    return [...configurations.paths(), ...configurations.extended().keys()];
  }

  configFindings(path: string): Finding[] {
    return this.#checks.configFindings(path);
  }

  configurationOf(path: string): Configuration {
    return this.#intake.configurations.of(path);
  }

  /** What is known of other repositories in any part of the folder; undefined where no configuration names an index that can be used. */
  others(): Repositories | undefined {
    return this.#intake.configurations.others();
  }

  languageOf(path: string): Language {
    return this.#options.alwaysLanguage ?? this.configurationOf(path).config.language ?? this.#language;
  }

  #lintable(): Lintable {
    return {
      readings: () => this.#holdings.readings(), records: () => this.records(), types: (path) => this.types(path), like: (of) => this.like(of),
      lint: (path) => this.#lintOnce(path), known: (path) => this.known(path), takeOver: (path, found) => this.takeOver(path, found), watch: (path, mayBeThere) => this.#checks.watch(path, mayBeThere), lintBy: (path, ids) => this.#checks.lintBy(path, ids),
    };
  }

  async #lintOnce(path: string): Promise<readonly Finding[]> {
    const known = await this.known(path);
    return known === undefined ? this.#checks.lintFully(path) : unpackFindings(known.text);
  }

  #forget(): void {
    this.#around.forget();
    this.#ahead = new Map();
  }
}
