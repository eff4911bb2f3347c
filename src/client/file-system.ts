import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, WATCHED_FILES, type FolderParams, type ReadFileResult } from '../protocol/protocol.ts';

/** Answers a server that cannot reach the files itself. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(Method.listFiles, async ({ folder }: FolderParams): Promise<string[]> => {
    const top = client.protocol2CodeConverter.asUri(folder);
    const stat = await vscode.workspace.fs.stat(top).then((found) => found, () => undefined);
    if (!stat) return [];
    if ((stat.type & vscode.FileType.Directory) === 0) return [folder];
    const found = await vscode.workspace.findFiles(new vscode.RelativePattern(top, WATCHED_FILES), '**/node_modules/**');
    return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
  });
  client.onRequest(Method.listNames, async ({ folder }: FolderParams): Promise<string[]> => {
    const found = await vscode.workspace.fs.readDirectory(client.protocol2CodeConverter.asUri(folder)).then((all) => all, () => []);
    return found.map(([name]) => name);
  });
  client.onRequest<ReadFileResult, void>(Method.readFile, async ({ uri, most }: { uri: string; most: number }): Promise<ReadFileResult> => {
    const file = client.protocol2CodeConverter.asUri(uri);
    try {
      const { size } = await vscode.workspace.fs.stat(file);
      return size > most ? { tooLong: size } : { base64: toBase64(await vscode.workspace.fs.readFile(file)) };
    } catch (error) {
      return { failed: error instanceof vscode.FileSystemError ? error.code : String(error) };
    }
  });
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
