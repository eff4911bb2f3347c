import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type ReportParams } from '../protocol/protocol.ts';

const SCHEME = 'docket-report';

/** The reports on documents: read only, made by the server whenever one is shown, and again when it is asked for again. */
export class Reports implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider, vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registered: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#registered = vscode.Disposable.from(this.#changed, vscode.workspace.registerTextDocumentContentProvider(SCHEME, this), vscode.languages.registerDocumentLinkProvider({ scheme: SCHEME }, this));
  }

  async provideTextDocumentContent(report: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    await this.#client.start();
    const uri = this.#client.code2ProtocolConverter.asUri(documentOfReport(report) ?? report);
    const text = await this.#client.sendRequest<string | null>(Method.report, { uri } satisfies ReportParams, token);
    return text ?? vscode.l10n.t('The document of this report is not there any more.');
  }

  /** All of them lead to lines of the document that the report is about. */
  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    const about = documentOfReport(document.uri);
    if (!about) return [];
    return [...document.getText().matchAll(/\[(?:[^[\]\\]|\\.)*\]\[(?:L(\d+)|document)\]|^\[(?:L(\d+)|document)\]: \S+$/gm)].map((found) => {
      const line = found[1] ?? found[2];
      const range = new vscode.Range(document.positionAt(found.index), document.positionAt(found.index + found[0].length));
      return new vscode.DocumentLink(range, about.with({ fragment: line === undefined ? '' : `L${line}` }));
    });
  }

  /** Shows the report on a document beside it; the caret stays where it is. */
  async show(about: vscode.Uri): Promise<void> {
    const name = about.path.slice(about.path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
    const report = vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('Review of {0}', name)}.md`, query: about.toString() });
    const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === report.toString());
    if (isOpen) this.#changed.fire(report);
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === report.toString());
    await vscode.window.showTextDocument(report, { viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
  }

  dispose(): void {
    this.#registered.dispose();
  }
}

/** The document that a report is about; undefined for what is no report. */
export function documentOfReport({ scheme, query }: vscode.Uri): vscode.Uri | undefined {
  return scheme === SCHEME ? vscode.Uri.parse(query) : undefined;
}
