import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fromBase64 } from '../../protocol/base64.ts';
import { Method, type Dashboard, type DashboardParams } from '../../protocol/protocol.ts';
import { inBackground } from '../background.ts';
import { onDidChangeItems } from '../items.ts';
import { pageOf } from './page.ts';
import { readMessage, type FromPage, type ToPage } from './messages.ts';

/** The type of the panel. */
export const DASHBOARD = 'docket.dashboard';

/** The one dashboard of a window, drawn again whenever documents change. */
export class Dashboards implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #scripts: vscode.Uri;
  readonly #icon: vscode.Uri;
  readonly #listening: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #documents: ReadonlySet<string> = new Set();
  /** What the page has; undefined while it has nothing. */
  #shown: string | undefined;
  #drawing: vscode.CancellationTokenSource | undefined;
  #isOutdated = false;

  constructor(client: BaseLanguageClient, extension: vscode.Uri) {
    this.#client = client;
    this.#scripts = vscode.Uri.joinPath(extension, 'dist', 'webview');
    this.#icon = vscode.Uri.joinPath(extension, 'media', 'docket.png');
    this.#listening = onDidChangeItems(client)(() => this.#redraw());
  }

  /** Shows the dashboard, opening it where it is not. */
  show(): void {
    if (this.#panel) this.#panel.reveal();
    else this.take(vscode.window.createWebviewPanel(DASHBOARD, vscode.l10n.t('Docket Dashboard'), vscode.ViewColumn.Active, { enableFindWidget: true }));
  }

  /** Fills a panel, which may come from an earlier window. */
  take(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    panel.title = vscode.l10n.t('Docket Dashboard');
    panel.iconPath = this.#icon;
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.#scripts] };
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#drawing?.cancel();
      this.#drawing = undefined;
    });
    panel.onDidChangeViewState(() => {
      if (panel.visible && this.#isOutdated) this.#redraw();
    });
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const said = readMessage(message);
      if (said) inBackground(this.#client, this.#answer(said));
    });
    panel.webview.html = pageOf(panel.webview, vscode.Uri.joinPath(this.#scripts, 'dashboard.js'), { title: panel.title, waiting: vscode.l10n.t('Reading the documents…') });
  }

  dispose(): void {
    this.#listening.dispose();
    this.#panel?.dispose();
  }

  async #answer(said: FromPage): Promise<void> {
    if (said.type === 'ready') {
      this.#shown = undefined;
      this.#redraw();
    }
    if (said.type === 'open') await this.#open(said.at, said.line, said.beside);
    if (said.type === 'save') await save(said.name, said.kind, said.data);
  }

  // While one drawing is under way, what changes is drawn after it; a page that was hidden is loaded anew and says that it is ready.
  #redraw(): void {
    this.#isOutdated = true;
    if (this.#drawing || !this.#panel?.visible) return;
    const drawing = (this.#drawing = new vscode.CancellationTokenSource());
    inBackground(this.#client, this.#draw(drawing.token).catch((error: unknown) => {
      if (!drawing.token.isCancellationRequested) throw error;
    }).finally(() => {
      if (this.#drawing === drawing) this.#drawing = undefined;
      drawing.dispose();
    }));
  }

  // First without the history, which may have to be read; a page that is closed waits for nothing.
  async #draw(token: vscode.CancellationToken): Promise<void> {
    await this.#client.start();
    while (this.#isOutdated && this.#panel?.visible) {
      this.#isOutdated = false;
      for (const history of [false, true]) {
        if (this.#isOutdated && history) break;
        const { documents, language, html } = await this.#client.sendRequest<Dashboard>(Method.dashboard, { history } satisfies DashboardParams, token);
        if (token.isCancellationRequested) return;
        this.#documents = new Set(documents);
        if (html === this.#shown) continue;
        this.#shown = html;
        await this.#panel?.webview.postMessage({ type: 'draw', language, html } satisfies ToPage);
      }
    }
  }

  // Only what the server has named is opened.
  async #open(at: string, line: number, beside: boolean): Promise<void> {
    if (!this.#documents.has(at)) return;
    const uri = this.#client.protocol2CodeConverter.asUri(at);
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      const place = new vscode.Position(Math.min(line, document.lineCount) - 1, 0);
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place), viewColumn: beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active });
    } catch {
      void vscode.window.showWarningMessage(vscode.l10n.t('{0} is not there any more.', vscode.workspace.asRelativePath(uri)));
    }
  }
}

async function save(name: string, kind: 'svg' | 'png', data: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = `docket-${name}.${kind}`;
  const uri = await vscode.window.showSaveDialog({ ...(folder && { defaultUri: vscode.Uri.joinPath(folder, file) }), filters: { [kind.toUpperCase()]: [kind] }, title: vscode.l10n.t('Save Figure') });
  if (!uri) return;
  try {
    await vscode.workspace.fs.writeFile(uri, fromBase64(data));
    void vscode.window.showInformationMessage(vscode.l10n.t('Saved: {0}', vscode.workspace.asRelativePath(uri)));
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be written: {1}', vscode.workspace.asRelativePath(uri), error instanceof Error ? error.message : String(error)));
  }
}
