import type { Connection } from 'vscode-languageserver';
import { LANGUAGES, type Language } from '../core/language.ts';

/** The client's settings, each asked for once until they change. */
export class Settings {
  readonly #ask: (scopeUri?: string) => Promise<unknown>;
  readonly #otherwise: Language;
  readonly #byScope = new Map<string | undefined, Promise<Record<string, unknown>>>();

  /** `otherwise` is the language where no setting names one; a client that cannot be asked has the defaults. */
  constructor(connection: Connection, canConfigure: boolean, otherwise: Language) {
    this.#ask = async (scopeUri) => canConfigure && connection.workspace.getConfiguration({ section: 'docket', ...(scopeUri === undefined ? {} : { scopeUri }) });
    this.#otherwise = otherwise;
  }

  /** Asks again when one is needed next: of one document, or of all. */
  forget(uri?: string): void {
    if (uri === undefined) this.#byScope.clear();
    else this.#byScope.delete(uri);
  }

  async language(): Promise<Language> {
    const { language } = await this.#of();
    return LANGUAGES.find((one) => one === language) ?? this.#otherwise;
  }

  /** Is the document to be checked while it is open? */
  async lintsOnType(uri: string): Promise<boolean> {
    const { lint } = await this.#of(uri);
    return (lint as { readonly onType?: unknown } | undefined)?.onType !== false;
  }

  #of(scopeUri?: string): Promise<Record<string, unknown>> {
    const known = this.#byScope.get(scopeUri);
    if (known) return known;
    // A client that does not answer, such as one that is just closing, has said nothing else.
    const asked = this.#ask(scopeUri).then((value) => (value || {}) as Record<string, unknown>, () => ({}));
    this.#byScope.set(scopeUri, asked);
    return asked;
  }
}
