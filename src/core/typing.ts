import { AdoptedTemplates } from './adopted-templates.ts';
import { templatePrint } from './basis.ts';
import { docTypeOf, type DocType, type DocTypeMatch } from './doc-type.ts';
import type { Document } from './document.ts';
import type { Entry } from './entry.ts';
import type { Holdings } from './holdings.ts';
import type { Intake } from './intake.ts';
import type { Language } from './language.ts';
import { isBelow } from './paths.ts';

/** Which types hold where in a folder, and which of them a document has. */
export class Typing {
  readonly #holdings: Holdings;
  readonly #intake: Intake;
  readonly #languageOf: (path: string) => Language;
  readonly #adopted: AdoptedTemplates;

  constructor(holdings: Holdings, intake: Intake, languageOf: (path: string) => Language) {
    this.#holdings = holdings;
    this.#intake = intake;
    this.#languageOf = languageOf;
    this.#adopted = new AdoptedTemplates({
      textOf: (path) => holdings.textOf(path),
      outlineOf: (path) => holdings.outline(path),
      isConfigured: (path) => intake.configurations.withTemplate(path).length > 0,
    });
  }

  /** The types that hold for the document at `path`: those of its configuration, then those of templates that lie in the folder, then those built in. */
  async types(path: string): Promise<readonly DocType[]> {
    const { types, adopts } = this.#intake.configurations.of(path);
    if (!adopts) return types;
    const own = types.filter((type) => !type.builtIn);
    return [...own, ...(await this.#adopted.types(this.#holdings.entries())), ...types.filter((type) => type.builtIn)];
  }

  /** The type of a document, and how Docket came to it. */
  async typeOf(document: Document, entry: Entry | undefined = this.#holdings.records().at(document.path)): Promise<DocTypeMatch | undefined> {
    return this.#among(await this.types(document.path), document, entry);
  }

  /** The types of templates that lie at these paths, as they are expected as long as of the documents only `entries` are known. */
  expected(templates: readonly string[], entries: readonly Entry[]): Promise<readonly DocType[]> {
    return this.#adopted.expected(templates, entries);
  }

  /** The type that a document has where `expected` are those of the templates that lie in the folder. */
  typeExpected(document: Document, entry: Entry | undefined, expected: readonly DocType[]): DocTypeMatch | undefined {
    const { types, adopts } = this.#intake.configurations.of(document.path);
    return this.#among([...types.filter((type) => !type.builtIn), ...(adopts ? expected : []), ...types.filter((type) => type.builtIn)], document, entry);
  }

  /** What stands for those of the types, which templates in the folder stand for, that a document, which may name its own, can have; what the team does with them is left out. */
  concerning(path: string, typeName: string | undefined, types: readonly DocType[]): string {
    const { adopts } = this.#intake.configurations.of(path);
    return types.filter(({ adopted }) => adopted && adopts && (typeName !== undefined || isBelow(adopted.scope, path))).map(templatePrint).join(' ');
  }

  #among(types: readonly DocType[], document: Document, entry: Entry | undefined): DocTypeMatch | undefined {
    const match = docTypeOf(document, entry, types, this.#languageOf(document.path));
    // A template is no document of the type that it names, unless the configuration says of its path that it is one.
    return entry?.kind === 'template' && match?.why !== 'files' ? undefined : match;
  }
}
