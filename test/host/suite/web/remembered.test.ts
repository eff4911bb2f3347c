import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { serveFiles } from '../../../../src/client/file-system.ts';
import { serveStorage } from '../../../../src/client/storage.ts';
import { addressOf, connectWorker } from '../../../../src/client/worker.ts';
import { Method, type TreeResult } from '../../../../src/protocol/protocol.ts';
import { file } from '../docket.ts';
import { equal, eventually, present } from '../expect.ts';

describe('A server in a worker', () => {
  const storage = file('stored');
  after(async () => vscode.workspace.fs.delete(storage, { recursive: true }));

  /** Starts one beside that of the window, and returns how many of the notes it had to read when all was read. */
  async function notesRead(): Promise<number> {
    const { extensionUri } = present(vscode.extensions.getExtension('docket.docket'), 'Docket is installed.');
    const [script, second] = ['server.browser.js', 'server.browser.later.js'].map((name) => vscode.Uri.joinPath(extensionUri, 'dist', name)) as [vscode.Uri, vscode.Uri];
    const read: string[] = [];
    const connect = async (): Promise<MessageTransports> => {
      const { reader, writer } = await connectWorker(script);
      const listen = reader.listen.bind(reader);
      reader.listen = (hear) => listen((message) => {
        const { method, params } = message as { method?: string; params?: { uri?: string } };
        if (method === Method.readFile && params?.uri?.includes('/notes/')) read.push(params.uri);
        hear(message);
      });
      return { reader, writer };
    };
    const client = new LanguageClient('docket-beside', 'Docket beside Docket', connect, { documentSelector: [], initializationOptions: { storage: storage.toString(), later: await addressOf(second) } });
    serveFiles(client);
    serveStorage(client, storage);
    await client.start();
    await client.sendRequest<TreeResult>(Method.tree, { tree: 'decisions', countOnly: true });
    await eventually('what was read is stored', async () => (await vscode.workspace.fs.readDirectory(storage).then((all) => all, () => [])).length === 1);
    await client.dispose();
    return read.length;
  }

  it('reads nothing at its next start that has not changed', async () => {
    equal([await notesRead(), await notesRead()], [60, 0]);
  });
});
