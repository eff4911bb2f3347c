import * as vscode from 'vscode';
import { LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import type { Api } from './api.ts';
import { activateWith } from './extension.ts';
import { addressOf, connectWorker } from './worker.ts';

export function activate(extension: vscode.ExtensionContext): Api {
  const [script, second] = ['server.browser.js', 'server.browser.later.js'].map((name) => vscode.Uri.joinPath(extension.extensionUri, 'dist', name)) as [vscode.Uri, vscode.Uri];
  return activateWith(extension, (common) => {
    let later: string | undefined;
    const connect = async (): Promise<MessageTransports> => {
      later ??= await addressOf(second);
      return connectWorker(script);
    };
    return new LanguageClient('docket', 'Docket', connect, { ...common, initializationOptions: () => ({ ...common.initializationOptions(), later }) });
  });
}
