import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, type MessageTransports } from 'vscode-languageclient/browser';
import { WORKER_READY } from '../protocol/protocol.ts';

/** What the type libraries know only of the DOM, though VS Code runs this in a web worker that may start another one. */
interface ServerWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault(): void }) => void) | null;
  terminate(): void;
}
declare const Worker: new (url: string) => ServerWorker & ConstructorParameters<typeof BrowserMessageReader>[0];
declare const Blob: new (parts: readonly Uint8Array[], options: { type: string }) => object;
declare const URL: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void };

/** Milliseconds in which the worker must be up. */
const START = 60_000;

/** The address from which a worker can load a script: where the extension does not lie on the web, its text is handed over. */
export async function addressOf(script: vscode.Uri): Promise<string> {
  return script.scheme === 'https' || script.scheme === 'http' ? script.toString(true) : URL.createObjectURL(new Blob([await vscode.workspace.fs.readFile(script)], { type: 'text/javascript' }));
}

/** Starts a language server in a worker; rejects where its script cannot be loaded or fails. */
export async function connectWorker(script: vscode.Uri): Promise<MessageTransports> {
  const address = await addressOf(script);
  const worker = new Worker(address);
  try {
    await isReady(worker);
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    worker.onmessage = worker.onerror = null;
    if (address.startsWith('blob:')) URL.revokeObjectURL(address);
  }
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

function isReady(worker: ServerWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The worker was not up after ${START / 1000} s`)), START);
    const settle = (end: () => void): void => {
      clearTimeout(late);
      end();
    };
    worker.onmessage = ({ data }) => {
      if (data === WORKER_READY) settle(resolve);
    };
    worker.onerror = (event) => {
      // Otherwise it is the extension host's error, too.
      event.preventDefault();
      settle(() => reject(new Error(event.message ?? 'The worker’s script could not be loaded')));
    };
  });
}
