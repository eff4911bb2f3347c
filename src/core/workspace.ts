import { VFile } from 'vfile';
import { adoptedTypes, isAdoptable } from './adoption.ts';
import { CONFIG_FILE } from './config.ts';
import { builtInTypes, defaultConfiguration, loadConfiguration, nearestConfig, type Configuration } from './configuration.ts';
import { docTypeOf, type DocType, type DocTypeMatch } from './doc-type.ts';
import { parseDocument, unreadDocument, type Document } from './document.ts';
import { RECORD_KINDS, type Entry } from './entry.ts';
import type { Files, FileText } from './files.ts';
import { createLinter, findingOf } from './lint.ts';
import type { Finding } from './finding.ts';
import { say, type Language } from './language.ts';
import { Lines } from './lines.ts';
import { isMarkdownPath, nameOf } from './paths.ts';
import { RecentDocuments } from './recent-documents.ts';
import type { Problem } from './problems.ts';
import { isSidecarPath, readDocumentFacts, readSidecar, type Reading } from './reading.ts';
import { rules } from './rules/index.ts';
import type { LintInput } from './rules/rule.ts';
import type { Template } from './template.ts';
import { builtInVocabulary } from './vocabulary/index.ts';
import { WorkspaceIndex } from './workspace-index.ts';

export interface WorkspaceOptions {
  readonly files: Files;
  readonly templates: readonly Template[];
  /** The language where no configuration names one. */
  readonly language: Language;
  /** The language of everything, whatever a configuration says. */
  readonly alwaysLanguage?: Language;
  /** Reads many documents at once; without it they are read here, one after the other. */
  readonly readMany?: ReadMany;
  /** The address of a rule's page. */
  readonly rulePage: (id: string) => string;
}

/** Hands over the reading of each document, in any order. What it leaves out, the workspace reads itself. */
export type ReadMany = (paths: readonly string[], receive: (reading: Reading) => void, signal?: AbortSignal) => Promise<void>;

/** How far a load has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The documents below one folder: the door through which the command line and the language server enter the core. */
export class Workspace {
  readonly #index = new WorkspaceIndex();
  readonly #files: Files;
  readonly #options: WorkspaceOptions;
  readonly #builtIn: readonly DocType[];
  readonly #lint: (input: LintInput) => Finding[];
  readonly #default: Configuration;
  readonly #configs = new Map<string, Configuration>();
  #outer: Configuration | undefined;
  /** Texts in an editor, which go before those on disk. */
  readonly #open = new Map<string, string>();
  readonly #kept = new RecentDocuments(4_000_000);
  readonly #paths = new Set<string>();
  /** The entries of the index with what the configuration says of them. */
  #told: { readonly read: readonly Entry[] | undefined; readonly entries: readonly Entry[]; readonly byPath: ReadonlyMap<string, Entry> } = NOTHING_TOLD;
  #adopted: { readonly entries: readonly Entry[]; readonly types: readonly DocType[] } | undefined;
  readonly #sidecars = new Set<string>();
  readonly #excluded = new Set<string>();
  readonly #problems = new Map<string, readonly Problem[]>();

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#files = options.files;
    this.#builtIn = builtInTypes(options.templates);
    this.#default = defaultConfiguration(this.#builtIn);
    this.#lint = createLinter(rules, options.rulePage);
  }

  /** Reads every file of the folder; can be called again to start afresh. Ends early, with what was read, when aborted. */
  async load(progress: (progress: Progress) => void = () => {}, signal?: AbortSignal): Promise<void> {
    const paths = await this.#files.list(isWanted, signal);
    const listed = new Set(paths);
    for (const path of [...this.#paths, ...this.#sidecars, ...this.#excluded]) if (!listed.has(path) && !this.#open.has(path)) this.remove(path);
    await this.#loadConfigs(paths.filter(isConfigPath));
    const documents = [...new Set([...paths.filter((path) => !isConfigPath(path)), ...this.#open.keys()])];
    const read = await this.#readMany(documents, (done) => progress({ done, total: documents.length }), signal);
    for (const [index, path] of documents.filter((one) => !read.has(one)).entries()) {
      if (signal?.aborted) return;
      progress({ done: read.size + index, total: documents.length });
      await this.#take(path);
    }
    progress({ done: documents.length, total: documents.length });
  }

  /** Reads one file again, from the editor where it is open there and otherwise from disk. */
  async refresh(path: string): Promise<void> {
    if (isConfigPath(path) || this.#isTemplate(path)) await this.reloadConfigs();
    await this.#take(path);
  }

  /** Takes the editor's text for a document; it holds until `close`. */
  async open(path: string, text: string): Promise<void> {
    this.#open.set(path, text);
    await this.refresh(path);
  }

  /** From now on the text on disk holds again; what was never saved is forgotten. */
  async close(path: string): Promise<void> {
    this.#open.delete(path);
    const read = isConfigPath(path) ? undefined : await this.#files.read(path);
    if (read && 'problem' in read && read.problem.id === 'unreadable') this.remove(path);
    else await this.refresh(path);
  }

  /** Forgets a file that is gone, or a folder with all that was in it. */
  remove(path: string): void {
    for (const one of [...this.#paths, ...this.#sidecars, ...this.#excluded]) {
      if (one !== path && !one.startsWith(`${path}/`)) continue;
      this.#paths.delete(one);
      this.#sidecars.delete(one);
      this.#excluded.delete(one);
      this.#kept.delete(one);
      this.#problems.delete(one);
      this.#index.remove(one);
    }
    this.#index.remove(path);
  }

  /** The paths of all Markdown files that are not excluded, sorted. */
  paths(): string[] {
    return [...this.#paths].sort();
  }

  /** The paths of the Markdown files that a configuration excludes. */
  excludedPaths(): string[] {
    return [...this.#excluded].sort();
  }

  /** What kept a document, or a part of it, from being read. */
  problems(path: string): readonly Problem[] {
    return this.#problems.get(path) ?? [];
  }

  /** What is known of every document, sorted by path; the same array until something changes. */
  entries(): readonly Entry[] {
    const read = this.#index.entries();
    if (read !== this.#told.read) {
      const entries = read.map((entry) => this.#asConfigured(entry));
      this.#told = { read, entries, byPath: new Map(entries.map((entry) => [entry.path, entry])) };
    }
    return this.#told.entries;
  }

  entry(path: string): Entry | undefined {
    this.entries();
    return this.#told.byPath.get(path);
  }

  async document(path: string): Promise<Document> {
    const kept = this.#kept.get(path);
    if (kept) return kept;
    const given = this.problems(path).find((problem) => problem.id === 'not-parsed');
    if (given && !this.#open.has(path)) return unreadDocument(path, '', given);
    const read = await this.#read(path);
    const document = 'text' in read ? parseDocument(path, read.text) : unreadDocument(path, '', read.problem);
    this.#kept.set(path, document);
    return document;
  }

  /** The types that hold for the document at `path`: those of its configuration, then those of templates that lie in the folder, then those built in. */
  async types(path: string): Promise<readonly DocType[]> {
    const { types, adopts } = this.configurationOf(path);
    if (!adopts) return types;
    const own = types.filter((type) => !type.builtIn);
    return [...own, ...(await this.#adoptedTypes()), ...types.filter((type) => type.builtIn)];
  }

  /** The findings of one document; empty where it is of no type and can be read. */
  async lint(path: string): Promise<Finding[]> {
    if (isConfigPath(path)) return this.configFindings(path);
    const { config, excludes, templates } = this.configurationOf(path);
    if (excludes(path) || templates.includes(path)) return [];
    const document = await this.document(path);
    return this.#lint({ document, entry: this.entry(path), type: await this.#typeOf(path, document), entries: this.entries(), config, language: this.languageOf(path) });
  }

  /** The type of a document, and how Docket came to it. */
  async typeOf(path: string): Promise<DocTypeMatch | undefined> {
    return this.#typeOf(path, await this.document(path));
  }

  /** Is the document of a type that rules are for? */
  async isTyped(path: string): Promise<boolean> {
    return (await this.typeOf(path)) !== undefined;
  }

  /** The paths of the configurations in force, outer one first. */
  configPaths(): string[] {
    return [...(this.#outer?.config.path === undefined ? [] : [this.#outer.config.path]), ...this.#configs.keys()];
  }

  configFindings(path: string): Finding[] {
    const found = this.#configs.get(path) ?? (this.#outer?.config.path === path ? this.#outer : undefined);
    if (!found) return [];
    const file = new VFile({ path, value: found.text });
    const language = this.#options.alwaysLanguage ?? found.config.language ?? this.#options.language;
    return found.mistakes.map((mistake) =>
      findingOf(file, { lines: new Lines(found.text) }, {
        ruleId: 'configuration', messageId: 'mistake', severity: 'error', reason: say(mistake.message, language, mistake.data),
        range: mistake.range, url: this.#options.rulePage('configuration'),
      }),
    );
  }

  configurationOf(path: string): Configuration {
    return nearestConfig(path, this.#configs) ?? this.#outer ?? this.#default;
  }

  languageOf(path: string): Language {
    return this.#options.alwaysLanguage ?? this.configurationOf(path).config.language ?? this.#options.language;
  }

  /** Reads every configuration and its templates again. */
  async reloadConfigs(): Promise<void> {
    await this.#loadConfigs(await this.#files.list(isConfigPath));
  }

  async #typeOf(path: string, document: Document): Promise<DocTypeMatch | undefined> {
    const entry = this.entry(path);
    const match = docTypeOf(document, entry, await this.types(path), this.languageOf(path));
    // A template is no document of the type that it names, unless the configuration says of its path that it is one.
    return entry?.kind === 'template' && match?.why !== 'files' ? undefined : match;
  }

  // The templates that no configuration names. Read again when one of them changes, or what lies beside them.
  async #adoptedTypes(): Promise<readonly DocType[]> {
    const entries = this.entries();
    if (this.#adopted?.entries === entries) return this.#adopted.types;
    const found = entries.filter((entry) => isAdoptable(entry) && !this.#isTemplate(entry.path));
    const types = adoptedTypes(await Promise.all(found.map(async ({ path }) => ({ path, text: (await this.document(path)).text }))), entries);
    this.#adopted = { entries, types };
    return types;
  }

  // What a team says of a path goes before what its text looks like.
  #asConfigured(entry: Entry): Entry {
    const { types, templates } = this.configurationOf(entry.path);
    if (templates.includes(entry.path)) return { ...entry, kind: 'template' };
    const claimed = RECORD_KINDS.includes(entry.kind) ? undefined : types.find((type) => type.claims(entry.path));
    return claimed ? { ...entry, kind: claimed.kind } : entry;
  }

  async #take(path: string): Promise<void> {
    if (!isWanted(path) || isConfigPath(path)) return;
    const { excludes, vocabulary } = this.configurationOf(path);
    if (excludes(path)) {
      this.remove(path);
      if (isMarkdownPath(path)) this.#excluded.add(path);
      return;
    }
    this.#excluded.delete(path);
    if (isSidecarPath(path)) {
      const read = await this.#read(path);
      if (!('text' in read)) return this.remove(path);
      this.#sidecars.add(path);
      return this.#index.set(readSidecar(path, read.text, vocabulary));
    }
    this.#kept.delete(path);
    this.#problems.delete(path);
    this.#takeIn(readDocumentFacts(await this.document(path), vocabulary));
  }

  #takeIn(reading: Reading): void {
    this.#paths.add(reading.path);
    this.#index.set(reading);
    if (reading.problems.length) this.#problems.set(reading.path, reading.problems);
    else this.#problems.delete(reading.path);
  }

  async #readMany(documents: readonly string[], progress: (done: number) => void, signal?: AbortSignal): Promise<ReadonlySet<string>> {
    const read = new Set<string>();
    // Others read with the built-in words; where a team has its own, the workspace reads itself.
    const closed = documents.filter((path) => {
      const { excludes, vocabulary } = this.configurationOf(path);
      return isMarkdownPath(path) && !this.#open.has(path) && !this.#isTemplate(path) && !excludes(path) && vocabulary === builtInVocabulary;
    });
    await this.#options.readMany?.(closed, (reading) => {
      read.add(reading.path);
      if (this.#open.has(reading.path)) return;
      this.#kept.delete(reading.path);
      this.#takeIn(reading);
      progress(read.size);
    }, signal);
    return read;
  }

  async #read(path: string): Promise<FileText> {
    // An editor may have opened the file while it was being read.
    const read = this.#open.has(path) ? undefined : await this.#files.read(path);
    const open = this.#open.get(path);
    return open === undefined ? (read ?? this.#files.read(path)) : { text: open, hasByteOrderMark: false };
  }

  #isTemplate(path: string): boolean {
    return [...this.#configs.values(), ...(this.#outer ? [this.#outer] : [])].some((one) => one.templates.includes(path));
  }

  async #loadConfigs(paths: readonly string[]): Promise<void> {
    const outer = paths.includes(CONFIG_FILE) ? undefined : await this.#files.outer(CONFIG_FILE);
    const files: Files = { list: (...args) => this.#files.list(...args), outer: (name) => this.#files.outer(name), read: (path) => this.#read(path) };
    this.#outer = outer && (await loadConfiguration(outer.path, files, this.#builtIn, outer.down));
    const loaded = await Promise.all(paths.map(async (path) => [path, await loadConfiguration(path, files, this.#builtIn, '')] as const));
    this.#configs.clear();
    for (const [path, configuration] of loaded) this.#configs.set(path, configuration);
    this.#told = NOTHING_TOLD;
  }
}

const NOTHING_TOLD = { read: undefined, entries: [], byPath: new Map<string, Entry>() };

/** Is it a file that Docket reads: Markdown, a side-car of a document, or a configuration? */
export function isWanted(path: string): boolean {
  return isMarkdownPath(path) || isSidecarPath(path) || isConfigPath(path);
}

const isConfigPath = (path: string): boolean => nameOf(path) === CONFIG_FILE;
