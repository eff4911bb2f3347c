import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Api } from './api.ts';
import { activateWith } from './extension.ts';

export function activate(extension: vscode.ExtensionContext): Api {
  return activateWith(extension, (common) => {
    const module = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'server.node.cjs').fsPath;
    const { scheme, fsPath } = vscode.Uri.joinPath(extension.globalStorageUri, 'compiled');
    const server = { module, transport: TransportKind.ipc, ...(scheme === 'file' && { options: { env: { DOCKET_COMPILED: fsPath } } }) };
    return new LanguageClient('docket', 'Docket', { run: server, debug: server }, common);
  });
}
