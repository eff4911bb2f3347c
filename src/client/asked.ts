import type { Middleware } from 'vscode-languageclient';
import { Method, type Asked, type LintParams, type LintSummary } from '../protocol/protocol.ts';

/** Remembers what the server was asked to check, so that one that starts after a crash checks it again. */
export class AskedSoFar {
  readonly #documents = new Set<string>();
  #workspace = false;

  /** Hears every request, and what came of it. */
  readonly sendRequest: NonNullable<Middleware['sendRequest']> = async (type, param, token, next) => {
    const result = await next(type, param, token);
    if ((typeof type === 'string' ? type : type.method) === Method.lint) this.#hear(param as LintParams, result as LintSummary);
    return result;
  };

  all(): Asked {
    return { workspace: this.#workspace, documents: [...this.#documents] };
  }

  #hear({ uri }: LintParams, { cancelled }: LintSummary): void {
    if (cancelled) return;
    if (uri !== undefined) this.#documents.add(uri);
    else this.#workspace = true;
  }
}
