import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { toBase64 } from '../protocol/base64.ts';
import { Method, WATCHED_FILES, type FolderParams, type Look, type LookParams, type ReadFileParams, type ReadFileResult } from '../protocol/protocol.ts';

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
  client.onRequest<ReadFileResult, void>(Method.readFile, ({ uri, most, plain }: ReadFileParams) => bytesOf(client.protocol2CodeConverter.asUri(uri), most, plain));
  client.onRequest(Method.look, async ({ uris }: LookParams): Promise<(Look | null)[]> => {
    const looks: (Look | null)[] = [];
    for (let at = 0; at < uris.length; at += AT_ONCE) looks.push(...(await Promise.all(uris.slice(at, at + AT_ONCE).map((uri) => lookAt(client.protocol2CodeConverter.asUri(uri))))));
    return looks;
  });
}

/** Files that are looked at side by side. */
const AT_ONCE = 100;

/** Milliseconds in which a file may be written a second time and look the same, on another machine whose clock is late too. */
const STANDSTILL = 60_000;

// A file system that knows no times says 0.
async function lookAt(file: vscode.Uri): Promise<Look | null> {
  const { size, mtime, ctime, type } = await vscode.workspace.fs.stat(file).then((stat) => stat, () => ({ size: 0, mtime: 0, ctime: 0, type: vscode.FileType.Unknown }));
  return mtime > 0 && mtime < Date.now() - STANDSTILL ? { seen: [type, size, mtime, ctime].join(' '), bytes: size } : null;
}

/** Reads a file for the server. */
export async function bytesOf(file: vscode.Uri, most: number, isPlain = false): Promise<ReadFileResult> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > most) return { tooLong: size };
    const bytes = await vscode.workspace.fs.readFile(file);
    return isPlain ? { bytes } : { base64: toBase64(bytes) };
  } catch (error) {
    return { failed: error instanceof vscode.FileSystemError ? error.code : String(error) };
  }
}
