import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { Api } from './api.ts';
import { activateWith } from './extension.ts';
import { connectWorker } from './worker.ts';

export function activate(extension: vscode.ExtensionContext): Api {
  const script = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'server.browser.js');
  return activateWith(extension, (common) => new LanguageClient('docket', 'Docket', () => connectWorker(script), common));
}
