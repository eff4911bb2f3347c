import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { Api } from './api.ts';
import { restartOnce } from './crash.ts';
import { activateWith } from './extension.ts';

// VS Code runs this entry in a web worker, which may start another one; the type libraries know these only from the DOM.
declare const Worker: new (url: string) => ConstructorParameters<typeof BrowserMessageReader>[0];
declare const Blob: new (parts: readonly Uint8Array[], options: { type: string }) => object;
declare const URL: { createObjectURL(blob: object): string };

export function activate(extension: vscode.ExtensionContext): Promise<Api> {
  const script = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'server.browser.js');
  const start = async (): Promise<{ reader: BrowserMessageReader; writer: BrowserMessageWriter }> => {
    const worker = new Worker(await workerAddress(script));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return activateWith(extension, (common) => new LanguageClient('docket', 'Docket', start, { ...common, errorHandler: restartOnce() }));
}

// A worker can be started from a web address; where the extension lies elsewhere, its text is handed over.
async function workerAddress(script: vscode.Uri): Promise<string> {
  if (script.scheme === 'https' || script.scheme === 'http') return script.toString(true);
  return URL.createObjectURL(new Blob([await vscode.workspace.fs.readFile(script)], { type: 'text/javascript' }));
}
