import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fromBase64 } from '../protocol/base64.ts';
import { Method, type Bytes, type ReadFileResult, type StoredParams, type StoreParams } from '../protocol/protocol.ts';
import { bytesOf } from './file-system.ts';

/** Keeps what a server remembers that has no disk, in the extension's own storage. */
export function serveStorage(client: BaseLanguageClient, storage: vscode.Uri): void {
  const { fs } = vscode.workspace;
  const fileOf = (name: string): vscode.Uri => {
    if (!/^[0-9a-f]+$/.test(name)) throw new Error(`“${name}” is no name of the storage`);
    return vscode.Uri.joinPath(storage, `${name}.readings`);
  };
  client.onRequest<ReadFileResult, void>(Method.readStored, ({ name, most, plain }: StoredParams) => bytesOf(fileOf(name), most, plain));
  client.onRequest(Method.store, async ({ name, content }: StoreParams): Promise<null> => {
    const file = fileOf(name);
    // Another window may read it or write its own.
    const own = file.with({ path: `${file.path}.${crypto.randomUUID()}` });
    try {
      await fs.createDirectory(storage);
      await fs.writeFile(own, bytesIn(content));
      await fs.rename(own, file, { overwrite: true });
    } catch {
      await fs.delete(own).then(undefined, () => {});
    }
    return null;
  });
}

const bytesIn = (content: Bytes): Uint8Array => ('bytes' in content ? content.bytes : fromBase64(content.base64));
