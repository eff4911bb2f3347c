import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { restartOnce } from './crash.ts';
import { activateWith } from './extension.ts';

type ServerWorker = ConstructorParameters<typeof LanguageClient>[3];

// VS Code runs this entry in a web worker, which may start another one; the type libraries know these only from the DOM.
declare const Worker: new (url: string) => ServerWorker;
declare const Blob: new (parts: readonly Uint8Array[], options: { type: string }) => object;
declare const URL: { createObjectURL(blob: object): string };

export async function activate(extension: vscode.ExtensionContext): Promise<void> {
  const script = await workerScript(vscode.Uri.joinPath(extension.extensionUri, 'dist', 'server.browser.js'));
  await activateWith(extension, (common) => new LanguageClient('docket', 'Docket', { ...common, errorHandler: restartOnce() }, new Worker(script)));
}

// A worker can be started from a web address; where the extension lies elsewhere, its text is handed over.
async function workerScript(uri: vscode.Uri): Promise<string> {
  if (uri.scheme === 'https' || uri.scheme === 'http') return uri.toString(true);
  return URL.createObjectURL(new Blob([await vscode.workspace.fs.readFile(uri)], { type: 'text/javascript' }));
}
