import { AdoptedTemplates } from './adopted-templates.ts';
import { docTypeOf, type DocType, type DocTypeMatch } from './doc-type.ts';
import type { Document } from './document.ts';
import type { Entry } from './entry.ts';
import type { Holdings } from './holdings.ts';
import type { Intake } from './intake.ts';
import type { Language } from './language.ts';

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
      textOf: async (path) => (await holdings.document(path)).text,
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
    const { path } = document;
    const match = docTypeOf(document, entry, await this.types(path), this.#languageOf(path));
    // A template is no document of the type that it names, unless the configuration says of its path that it is one.
    return entry?.kind === 'template' && match?.why !== 'files' ? undefined : match;
  }
}
