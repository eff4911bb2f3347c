import { VFile } from 'vfile';
import type { Around, Surround } from './around.ts';
import { beyondBaseline } from './baseline.ts';
import { withRules, type ConfigMistake, type RuleSettings } from './config.ts';
import type { DocType, DocTypeMatch } from './doc-type.ts';
import type { Document } from './document.ts';
import type { Entry } from './entry.ts';
import type { Files } from './files.ts';
import type { Finding } from './finding.ts';
import { gather } from './gather.ts';
import { holds, type Held } from './held.ts';
import type { Holdings } from './holdings.ts';
import { isConfigPath, type Intake } from './intake.ts';
import { say, type Language } from './language.ts';
import { Lines } from './lines.ts';
import { createLinter, findingOf } from './lint.ts';
import type { Records } from './records.ts';
import type { AskedPractice } from './practice.ts';
import { rules, structureRules } from './rules/index.ts';
import type { LintInput, Rule } from './rules/rule.ts';
import { readTemplate } from './template.ts';
import { suppressionsIn } from './suppressions.ts';
import type { Typing } from './typing.ts';
import { notedRecords, Watch, type Watched } from './watching.ts';

/** How a review names its document, and whose findings it counts where others are accepted for now than the configuration says. */
export interface ReviewOptions {
  readonly findings?: readonly Finding[];
  readonly shownAs?: string;
  /** Goes before the labels of the review's links, so that reviews can stand one after the other. */
  readonly labels?: string;
}

/** What checks go by. */
export interface ChecksOptions {
  readonly files: Files;
  readonly holdings: Holdings;
  readonly intake: Intake;
  readonly around: Around;
  readonly typing: Typing;
  readonly languageOf: (path: string) => Language;
  /** Severities of rules that go before those of every configuration. */
  readonly alwaysRules?: RuleSettings;
  /** The address of a rule's page. */
  readonly rulePage: (id: string) => string;
  /** YYYY-MM-DD, where the user is. */
  readonly today: () => string;
}

/** How a document is checked, where it is not as all others are. */
interface Way {
  readonly some?: readonly Rule[];
  readonly lint?: (input: LintInput) => readonly Finding[];
  readonly around?: Surround;
  readonly watch?: Watch;
  readonly practised?: Map<Finding, AskedPractice>;
  readonly typeOf?: (document: Document, entry: Entry | undefined) => DocTypeMatch | undefined;
}

/** What was found in a document before all others were known. */
export interface Expected {
  readonly findings: readonly Finding[];
  /** The type that a template in the folder is expected to stand for, which the document has. */
  readonly type: DocType | undefined;
  /** What findings go by of how the team follows that template; undefined where more than the finding itself goes by it. */
  readonly practised: ReadonlyMap<Finding, AskedPractice> | undefined;
}

/** What is found in the documents, templates and configurations of a folder. */
export class Checks {
  readonly #options: ChecksOptions;
  readonly #lint: (input: LintInput) => Finding[];
  readonly #lintStructure: (input: LintInput) => Finding[];
  /** What was found last in the documents that editors hold open. */
  readonly #held = new Map<string, Held>();

  constructor(options: ChecksOptions) {
    this.#options = options;
    this.#lint = createLinter(rules, options.rulePage);
    this.#lintStructure = createLinter(structureRules, options.rulePage);
  }

  /** The findings of one document without those that are accepted for now; empty where it is of no type and can be read. */
  async lint(path: string): Promise<readonly Finding[]> {
    return this.#beyondBaseline(path, await (this.#options.intake.isOpen(path) ? this.#lintOpen(path) : this.lintFully(path)));
  }

  /** No editor holds the document open any more. */
  forget(path: string): void {
    this.#held.delete(path);
  }

  /** The findings of one document with those that are accepted for now. */
  lintFully(path: string): Promise<readonly Finding[]> {
    const { holdings } = this.#options;
    return this.#lintAmong(holdings.records(), path, () => holdings.document(path));
  }

  /** The findings of a document that was just read, as these records alone have them, and these types of templates in the folder. */
  async lintExpected(path: string, records: Records, types: readonly DocType[]): Promise<Expected> {
    const { holdings, typing } = this.#options;
    const document = await holdings.document(path);
    const match = typing.typeExpected(document, records.at(path), types);
    const practised = new Map<Finding, AskedPractice>();
    const findings = await this.#lintAmong(records, path, async () => document, { practised, typeOf: () => match });
    // A comment that silences one of them would have nothing to silence if there were none.
    const isFree = !practised.size || !suppressionsIn(document).length;
    return { findings, ...(match && match.template === match.type.adopted?.template ? { type: match.type, practised: isFree ? practised : undefined } : { type: undefined, practised: new Map() }) };
  }

  /** The findings as `lintFully` has them, and what rules went by that other documents can change; `mayBeThere` says where anybody could know one. */
  async watch(path: string, mayBeThere: (path: string) => boolean): Promise<Watched> {
    const { holdings } = this.#options;
    const watch = new Watch(mayBeThere);
    const findings = await this.#lintAmong(holdings.records(), path, () => holdings.document(path), { watch });
    return { findings, questions: watch.questions(), properties: watch.properties(), isSilencing: suppressionsIn(await holdings.document(path)).length > 0 };
  }

  /** What these rules alone find in a document that no comment silences. */
  lintBy(path: string, ids: ReadonlySet<string>): Promise<readonly Finding[]> {
    const { holdings, rulePage } = this.#options;
    const some = rules.filter(({ id }) => ids.has(id));
    return this.#lintAmong(holdings.records(), path, () => holdings.document(path), { some, lint: createLinter(some, rulePage) });
  }

  /** The checks as they would be with these documents in place of those at their paths; nothing is taken in. */
  supposing(documents: readonly Document[]): Pick<Checks, 'lint' | 'lintFully'> {
    const { holdings } = this.#options;
    const supposed = new Map(documents.map((document) => [document.path, document]));
    const records = holdings.supposing(documents);
    const around = this.#options.around.supposing(supposed);
    const lintFully = (path: string): Promise<readonly Finding[]> => this.#lintAmong(records, path, async () => supposed.get(path) ?? holdings.document(path), { around });
    return { lintFully, lint: async (path) => this.#beyondBaseline(path, await lintFully(path)) };
  }

  /** What a reviewer wants to know of a document, as Markdown. */
  async review(path: string, { findings, shownAs = path, labels }: ReviewOptions = {}): Promise<string> {
    const { files, holdings, around, typing, languageOf } = this.#options;
    const document = await holdings.document(path);
    const left = findings ?? (await this.lint(path));
    const accepted = (await this.lintFully(path)).length - left.length;
    const input = await gather(this.#inputOf(document, await typing.typeOf(document)), rules, files, around);
    const [{ reviewOf }, { reviewText }] = await Promise.all([import('./report/review.ts'), import('./report/text.ts')]);
    return reviewText({ ...reviewOf(input, left, accepted), path: shownAs }, languageOf(path), labels);
  }

  /** Has the document all that the type's template asks for, at its places? */
  async hasAll(path: string, type: DocType): Promise<boolean> {
    const match: DocTypeMatch = { type, template: type.templates[0]!, why: 'template', isGuess: false };
    return !this.#lintStructure(this.#inputOf(await this.#options.holdings.document(path), match)).length;
  }

  /** What is wrong with the templates that configurations name, by the template's path. */
  async templateFindings(): Promise<ReadonlyMap<string, readonly Finding[]>> {
    const { holdings, intake: { configurations } } = this.#options;
    const templates = new Set(configurations.paths().flatMap((path) => configurations.at(path)?.templates ?? []));
    return new Map(await Promise.all([...templates].map(async (path) => [path, this.#mistakesIn(await holdings.document(path))] as const)));
  }

  /** What is wrong with a configuration, or with a file that one extends. */
  configFindings(path: string): Finding[] {
    const { intake: { configurations }, languageOf } = this.#options;
    const found = configurations.at(path) ?? configurations.extended().get(path);
    return found ? this.#findingsOf(found.mistakes, path, found.text, languageOf(path)) : [];
  }

  // The last findings again, the very same, where nothing that they went by is something else now.
  #lintOpen(path: string): Promise<readonly Finding[]> {
    const { holdings } = this.#options;
    const records = holdings.records();
    const { records: noted, answered } = notedRecords(records, () => true);
    const lint = ({ records: _, ...input }: LintInput): readonly Finding[] => {
      const known = this.#held.get(path);
      if (known && holds(known, input, records)) return known.findings;
      const findings = this.#lint({ ...input, records: noted });
      this.#held.set(path, { input, answered, findings });
      return findings;
    };
    return this.#lintAmong(noted, path, () => holdings.document(path), { lint });
  }

  #beyondBaseline(path: string, findings: readonly Finding[]): readonly Finding[] {
    const { baseline } = this.#options.intake.configurations.of(path);
    return baseline && !isConfigPath(path) ? beyondBaseline(findings, baseline.documents, baseline.nameOf(path)) : findings;
  }

  async #lintAmong(records: Records, path: string, read: () => Promise<Document>, { some = rules, lint = this.#lint, around = this.#options.around, watch, practised, typeOf }: Way = {}): Promise<readonly Finding[]> {
    const { files, intake: { configurations }, typing } = this.#options;
    if (isConfigPath(path) || configurations.has(path)) return this.configFindings(path);
    const { excludes, templates } = configurations.of(path);
    if (excludes(path)) return [];
    const document = await read();
    const entry = records.at(path);
    if (templates.includes(path) || entry?.kind === 'template') {
      const mistakes = this.#mistakesIn(document);
      if (mistakes.length || templates.includes(path)) return mistakes;
    }
    const type = typeOf ? typeOf(document, entry) : await typing.typeOf(document, entry);
    return lint(await gather({ ...this.#inputOf(document, type, records), ...(watch && { watch }), ...(practised && { practised }) }, some, files, around));
  }

  #inputOf(document: Document, type: DocTypeMatch | undefined, records = this.#options.holdings.records()): LintInput {
    const { intake: { configurations }, languageOf, today, alwaysRules } = this.#options;
    const { path } = document;
    const { config, vocabulary, repositories } = configurations.of(path);
    return { document, entry: records.at(path), type, records, surroundings: { today: today() }, config: withRules(config, alwaysRules), vocabulary, repositories, language: languageOf(path) };
  }

  // What is wrong with the directives of a template, shown where they stand.
  #mistakesIn({ path, text }: Document): Finding[] {
    return text.includes('docket:') ? this.#findingsOf(readTemplate('template', text).mistakes, path, text, this.#options.languageOf(path)) : [];
  }

  #findingsOf(mistakes: readonly ConfigMistake[], path: string, text: string, language: Language): Finding[] {
    const file = new VFile({ path, value: text });
    const lines = new Lines(text);
    return mistakes.map((mistake) =>
      findingOf(file, { lines }, {
        ruleId: 'configuration', messageId: mistake.id ?? 'mistake', severity: 'error', reason: say(mistake.message, language, mistake.data),
        range: mistake.range, url: this.#options.rulePage('configuration'),
      }),
    );
  }
}
