import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Finding } from '../core/finding.ts';
import { toDiagnostic } from './to-lsp.ts';

/** What the client was sent last of one document. */
interface Last {
  readonly findings: readonly Finding[];
  /** The version of the open document that was checked; undefined for a file on disk. */
  readonly version: number | undefined;
  readonly diagnostics: string;
}

/** The findings that the client shows. */
export class Sent {
  readonly #send: (params: PublishDiagnosticsParams) => void;
  readonly #last = new Map<string, Last>();

  constructor(send: (params: PublishDiagnosticsParams) => void) {
    this.#send = send;
  }

  uris(): string[] {
    return [...this.#last.keys()];
  }

  /** The findings that the client shows of a version of the document; undefined where they are of another one. */
  of(uri: string, version: number | undefined): readonly Finding[] | undefined {
    const last = this.#last.get(uri);
    return last && last.version === version ? last.findings : undefined;
  }

  /** Shows these findings, unless the client has just these. */
  send(uri: string, findings: readonly Finding[], version: number | undefined): void {
    const params = { uri, diagnostics: findings.map(toDiagnostic), ...(version === undefined ? {} : { version }) };
    const last = this.#last.get(uri);
    const diagnostics = JSON.stringify(params.diagnostics);
    const isShown = last ? last.version === version && last.diagnostics === diagnostics : findings.length === 0 && version === undefined;
    if (findings.length || version !== undefined) this.#last.set(uri, { findings, version, diagnostics });
    else this.#last.delete(uri);
    if (!isShown) this.#send(params);
  }

  /** Shows none any more. */
  clear(uri: string): void {
    this.send(uri, [], undefined);
  }
}
