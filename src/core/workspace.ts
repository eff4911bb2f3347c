import { VFile } from 'vfile';
import { AdoptedTemplates } from './adopted-templates.ts';
import { Around } from './around.ts';
import { beyondBaseline } from './baseline.ts';
import { withRules, type ConfigMistake, type RuleSettings } from './config.ts';
import { builtInTypes, type Configuration } from './configuration.ts';
import { Configurations } from './configurations.ts';
import { docTypeNamed, docTypeOf, type DocType, type DocTypeMatch } from './doc-type.ts';
import { parseDocument, unreadDocument, type Document } from './document.ts';
import { RECORD_KINDS, type Entry } from './entry.ts';
import type { FileText } from './files.ts';
import { createLinter, findingOf } from './lint.ts';
import type { Finding } from './finding.ts';
import { gather } from './gather.ts';
import { say, type Language } from './language.ts';
import { Lines } from './lines.ts';
import type { Outline } from './outline.ts';
import { outwardOf, type Outward } from './outward.ts';
import { isMarkdownPath } from './paths.ts';
import { Intake, isConfigPath, type CatchUp, type IntakeOptions, type Progress } from './intake.ts';
import { RecentDocuments } from './recent-documents.ts';
import type { Problem } from './problems.ts';
import { isSidecarPath, readDocumentFacts, readSidecar, type Reading } from './reading.ts';
import { reviewOf } from './report/review.ts';
import { reviewText } from './report/text.ts';
import { recordsOf, type Records } from './records.ts';
import { rules, structureRules } from './rules/index.ts';
import type { LintInput } from './rules/rule.ts';
import { readTemplate, type Template } from './template.ts';
import { WorkspaceIndex } from './workspace-index.ts';

export { isConfigPath, isWanted, type Progress, type ReadMany } from './intake.ts';

export interface WorkspaceOptions extends Pick<IntakeOptions, 'files' | 'readMany' | 'pause'> {
  readonly templates: readonly Template[];
  /** The language where no configuration names one. */
  readonly language: Language;
  /** The language of everything, whatever a configuration says. */
  readonly alwaysLanguage?: Language;
  /** Severities of rules that go before those of every configuration. */
  readonly alwaysRules?: RuleSettings;
  /** The address of a rule's page. */
  readonly rulePage: (id: string) => string;
  /** YYYY-MM-DD, where the user is. */
  readonly today: () => string;
}

/** The documents below one folder: the door through which the command line and the language server enter the core. */
export class Workspace {
  readonly #index = new WorkspaceIndex();
  readonly #options: WorkspaceOptions;
  readonly #lint: (input: LintInput) => Finding[];
  readonly #lintStructure: (input: LintInput) => Finding[];
  readonly #intake: Intake;
  readonly #around: Around;
  #language: Language;
  readonly #kept = new RecentDocuments(4_000_000);
  readonly #paths = new Set<string>();
  /** The entries of the index with what the configuration says of them. */
  #told: { readonly read: readonly Entry[] | undefined; readonly entries: readonly Entry[]; readonly records: Records } = NOTHING_TOLD;
  readonly #outlines = new Map<string, Outline>();
  readonly #adopted = new AdoptedTemplates({
    textOf: async (path) => (await this.document(path)).text,
    outlineOf: (path) => this.#outlines.get(path),
    isConfigured: (path) => this.#intake.configurations.withTemplate(path).length > 0,
  });
  readonly #excluded = new Set<string>();
  readonly #problems = new Map<string, readonly Problem[]>();
  /** The types that documents name in their front matter. */
  readonly #named = new Map<string, string>();

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#language = options.language;
    this.#lint = createLinter(rules, options.rulePage);
    this.#lintStructure = createLinter(structureRules, options.rulePage);
    this.#around = new Around({ files: options.files, document: (path) => this.document(path), has: (path) => this.#paths.has(path), above: () => this.#intake.above });
    this.#intake = new Intake({
      ...options,
      configurations: (texts) => new Configurations(texts, builtInTypes(options.templates)),
      receiver: {
        take: (path, text) => this.#take(path, text),
        takeReading: (reading) => {
          this.#kept.delete(reading.path);
          this.#takeIn(reading);
        },
        forget: (path) => this.#forget(path),
        leaveOut: (path) => {
          this.#forget(path);
          if (isMarkdownPath(path)) this.#excluded.add(path);
        },
        outdate: (path) => this.#kept.delete(path),
        reconfigured: () => {
          this.#told = NOTHING_TOLD;
        },
      },
    });
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
    this.#around.forget();
    return this.#intake.look(paths, signal);
  }

  /** Reads what `look` found to be new, and what a configuration lets be read in another way; returns the paths. Ends early when aborted. */
  catchUp(options?: CatchUp): Promise<readonly string[]> {
    return this.#intake.catchUp(options);
  }

  /** Reads one file now, also one that Git ignores. */
  refresh(path: string): Promise<void> {
    return this.#intake.refresh(path);
  }

  /** Takes the editor's text for a document; it holds until `close`. True as for `look`. */
  open(path: string, text: string): Promise<boolean> {
    this.#around.forget();
    return this.#intake.open(path, text);
  }

  /** From now on the text on disk holds again; what was never saved is forgotten. True as for `look`. */
  close(path: string): Promise<boolean> {
    this.#around.forget();
    return this.#intake.close(path);
  }

  /** Has an editor given its text for the file, and has the file not gone since? */
  isOpen(path: string): boolean {
    return this.#intake.isOpen(path);
  }

  /** What other documents can see of this one. */
  outward(path: string): Outward {
    return outwardOf(this.entry(path), this.#kept.get(path));
  }

  /** A file that is no document may have come: what links lead to is looked up again. */
  lookAround(): void {
    this.#around.forget();
  }

  /** Uses another language where no configuration names one. */
  speak(language: Language): void {
    this.#language = language;
  }

  /** Is it a document, a configuration or a file that one extends, and known here? */
  has(path: string): boolean {
    return this.#paths.has(path) || this.#isConfiguration(path);
  }

  /** The paths of all Markdown files that are not excluded, sorted. */
  paths(): string[] {
    return [...this.#paths].sort();
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
    return [...this.#excluded].sort();
  }

  /** What kept a document, or a part of it, from being read. */
  problems(path: string): readonly Problem[] {
    const closed = this.#intake.closedFolders().get(path);
    return closed ? [closed] : (this.#problems.get(path) ?? []);
  }

  /** What is known of every document, sorted by path; the same array until something changes. */
  entries(): readonly Entry[] {
    const read = this.#index.entries();
    if (read !== this.#told.read) {
      const entries = read.map((entry) => this.#asConfigured(entry, this.#named));
      this.#told = { read, entries, records: recordsAmong(entries) };
    }
    return this.#told.entries;
  }

  entry(path: string): Entry | undefined {
    return this.#records().at(path);
  }

  #records(): Records {
    this.entries();
    return this.#told.records;
  }

  async document(path: string): Promise<Document> {
    const closed = this.#intake.closedFolders().get(path);
    if (closed) return unreadDocument(path, '', closed);
    const kept = this.#kept.get(path);
    if (kept) return kept;
    const given = this.problems(path).find((problem) => problem.id === 'not-parsed');
    if (given && !this.#intake.isOpen(path)) return unreadDocument(path, '', given);
    const read = await this.#intake.read(path);
    const document = 'text' in read ? parseDocument(path, read.text) : unreadDocument(path, '', read.problem);
    this.#kept.set(path, document);
    return document;
  }

  /** The types that hold for the document at `path`: those of its configuration, then those of templates that lie in the folder, then those built in. */
  async types(path: string): Promise<readonly DocType[]> {
    const { types, adopts } = this.configurationOf(path);
    if (!adopts) return types;
    const own = types.filter((type) => !type.builtIn);
    return [...own, ...(await this.#adopted.types(this.entries())), ...types.filter((type) => type.builtIn)];
  }

  /** The findings of one document without those that are accepted for now; empty where it is of no type and can be read. */
  async lint(path: string): Promise<readonly Finding[]> {
    return this.#beyondBaseline(path, await this.lintFully(path));
  }

  /** The findings of one document with those that are accepted for now. */
  lintFully(path: string): Promise<readonly Finding[]> {
    return this.#lintAmong(this.#records(), path, () => this.document(path));
  }

  /** The folder as it would be with these documents in place of those at their paths; nothing is taken in. */
  supposing(documents: readonly Document[]): Pick<Workspace, 'lint' | 'lintFully'> {
    const supposed = new Map(documents.map((document) => [document.path, document]));
    const readings = documents.map((document) => readDocumentFacts(document, this.configurationOf(document.path).vocabulary, this.#intake.above));
    const named = new Map(this.#named);
    for (const { path, typeName } of readings) {
      if (typeName === undefined) named.delete(path);
      else named.set(path, typeName);
    }
    const records = documents.length ? recordsAmong(this.#index.supposing(readings).map((entry) => this.#asConfigured(entry, named))) : this.#records();
    const lintFully = (path: string): Promise<readonly Finding[]> => this.#lintAmong(records, path, async () => supposed.get(path) ?? this.document(path));
    return { lintFully, lint: async (path) => this.#beyondBaseline(path, await lintFully(path)) };
  }

  #beyondBaseline(path: string, findings: readonly Finding[]): readonly Finding[] {
    const { baseline } = this.configurationOf(path);
    return baseline && !isConfigPath(path) ? beyondBaseline(findings, baseline.documents, baseline.nameOf(path)) : findings;
  }

  async #lintAmong(records: Records, path: string, read: () => Promise<Document>): Promise<readonly Finding[]> {
    if (isConfigPath(path) || this.#isConfiguration(path)) return this.configFindings(path);
    const { excludes, templates } = this.configurationOf(path);
    if (excludes(path)) return [];
    const document = await read();
    const entry = records.at(path);
    if (templates.includes(path) || entry?.kind === 'template') {
      const mistakes = this.#mistakesIn(path, document);
      if (mistakes.length || templates.includes(path)) return mistakes;
    }
    const input = this.#inputOf(document, await this.#typeOf(path, document, entry), records);
    return this.#lint(await gather(input, rules, this.#options.files, this.#around));
  }

  /** What a reviewer wants to know of a document, as Markdown; of `findings`, where others are accepted for now than the configuration says. */
  async review(path: string, { findings, shownAs = path, labels }: { readonly findings?: readonly Finding[]; readonly shownAs?: string; readonly labels?: string } = {}): Promise<string> {
    const document = await this.document(path);
    const left = findings ?? (await this.lint(path));
    const accepted = (await this.lintFully(path)).length - left.length;
    const input = await gather(this.#inputOf(document, await this.#typeOf(path, document)), rules, this.#options.files, this.#around);
    return reviewText({ ...reviewOf(input, left, accepted), path: shownAs }, this.languageOf(path), labels);
  }

  /** What is wrong with the templates that configurations name, by the template's path. */
  async templateFindings(): Promise<ReadonlyMap<string, readonly Finding[]>> {
    const { configurations } = this.#intake;
    const templates = new Set(configurations.paths().flatMap((path) => configurations.at(path)?.templates ?? []));
    return new Map(await Promise.all([...templates].map(async (path) => [path, this.#mistakesIn(path, await this.document(path))] as const)));
  }

  /** Has the document all that the type's template asks for, at its places? */
  async hasAll(path: string, type: DocType): Promise<boolean> {
    const match: DocTypeMatch = { type, template: type.templates[0]!, why: 'template', isGuess: false };
    return !this.#lintStructure(this.#inputOf(await this.document(path), match)).length;
  }

  #inputOf(document: Document, type: DocTypeMatch | undefined, records = this.#records()): LintInput {
    const { path } = document;
    const { config, vocabulary } = this.configurationOf(path);
    return { document, entry: records.at(path), type, records, surroundings: { today: this.#options.today() }, config: withRules(config, this.#options.alwaysRules), vocabulary, language: this.languageOf(path) };
  }

  // What is wrong with the directives of a template, shown where they stand.
  #mistakesIn(path: string, { text }: Document): Finding[] {
    return text.includes('docket:') ? this.#findingsOf(readTemplate('template', text).mistakes, path, text, this.languageOf(path)) : [];
  }

  #findingsOf(mistakes: readonly ConfigMistake[], path: string, text: string, language: Language): Finding[] {
    const file = new VFile({ path, value: text });
    const lines = new Lines(text);
    return mistakes.map((mistake) =>
      findingOf(file, { lines }, {
        ruleId: 'configuration', messageId: 'mistake', severity: 'error', reason: say(mistake.message, language, mistake.data),
        range: mistake.range, url: this.#options.rulePage('configuration'),
      }),
    );
  }

  /** The type of a document, and how Docket came to it; of `document`, where its text is about to be another one. */
  async typeOf(path: string, document?: Document): Promise<DocTypeMatch | undefined> {
    return this.#typeOf(path, document ?? (await this.document(path)));
  }

  /** Is the document of a type that rules are for? */
  async isTyped(path: string): Promise<boolean> {
    return (await this.typeOf(path)) !== undefined;
  }

  /** The paths of the configurations in force, outer one first, and of what they extend in the workspace. */
  configPaths(): string[] {
    const { configurations } = this.#intake;
    return [...configurations.paths(), ...configurations.extended().keys()];
  }

  configFindings(path: string): Finding[] {
    const { configurations } = this.#intake;
    const own = configurations.at(path);
    const found = own ?? configurations.extended().get(path);
    if (!found) return [];
    return this.#findingsOf(found.mistakes, path, found.text, this.#options.alwaysLanguage ?? (own ?? this.configurationOf(path)).config.language ?? this.#language);
  }

  configurationOf(path: string): Configuration {
    return this.#intake.configurations.of(path);
  }

  languageOf(path: string): Language {
    return this.#options.alwaysLanguage ?? this.configurationOf(path).config.language ?? this.#language;
  }

  #isConfiguration(path: string): boolean {
    const { configurations } = this.#intake;
    return configurations.at(path) !== undefined || configurations.extended().has(path);
  }

  async #typeOf(path: string, document: Document, entry = this.entry(path)): Promise<DocTypeMatch | undefined> {
    const match = docTypeOf(document, entry, await this.types(path), this.languageOf(path));
    // A template is no document of the type that it names, unless the configuration says of its path that it is one.
    return entry?.kind === 'template' && match?.why !== 'files' ? undefined : match;
  }

  // What a document says of itself, and then what a team says of its path, goes before what its text looks like.
  #asConfigured(entry: Entry, typeNames: ReadonlyMap<string, string>): Entry {
    const { types, templates } = this.configurationOf(entry.path);
    if (templates.includes(entry.path)) return { ...entry, kind: 'template' };
    const name = entry.kind === 'template' ? undefined : typeNames.get(entry.path);
    const named = name === undefined ? undefined : docTypeNamed(name, types);
    if (named) return { ...entry, kind: named.kind };
    const claimed = RECORD_KINDS.includes(entry.kind) ? undefined : types.find((type) => type.claims(entry.path));
    return claimed ? { ...entry, kind: claimed.kind } : entry;
  }

  #take(path: string, text: FileText): void {
    const { vocabulary } = this.configurationOf(path);
    if (isSidecarPath(path)) {
      if ('text' in text) this.#index.set(readSidecar(path, text.text, vocabulary));
      else this.#index.remove(path);
      return;
    }
    const document = 'text' in text ? parseDocument(path, text.text) : unreadDocument(path, '', text.problem);
    this.#kept.set(path, document);
    this.#takeIn(readDocumentFacts(document, vocabulary, this.#intake.above));
  }

  #takeIn(reading: Reading): void {
    this.#excluded.delete(reading.path);
    this.#paths.add(reading.path);
    this.#outlines.set(reading.path, reading.outline);
    if (reading.typeName === undefined) this.#named.delete(reading.path);
    else this.#named.set(reading.path, reading.typeName);
    this.#index.set(reading);
    if (reading.problems.length) this.#problems.set(reading.path, reading.problems);
    else this.#problems.delete(reading.path);
  }

  #forget(path: string): void {
    this.#excluded.delete(path);
    this.#paths.delete(path);
    this.#outlines.delete(path);
    this.#named.delete(path);
    this.#kept.delete(path);
    this.#problems.delete(path);
    this.#index.remove(path);
  }
}

function recordsAmong(entries: readonly Entry[]): Records {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return recordsOf(entries, (path) => byPath.get(path));
}

const NOTHING_TOLD = { read: undefined, entries: [], records: recordsOf([], () => undefined) };
