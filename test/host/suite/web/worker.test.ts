import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { connectWorker } from '../../../../src/client/worker.ts';
import { file, write } from '../docket.ts';
import { equal, present } from '../expect.ts';

describe('The worker of the language server', () => {
  after(async () => vscode.workspace.fs.delete(file('broken.js')));

  it('is ready when it can be spoken to', async () => {
    const { extensionUri } = present(vscode.extensions.getExtension('docket.docket'), 'Docket is installed.');
    const { reader, writer } = await connectWorker(vscode.Uri.joinPath(extensionUri, 'dist', 'server.browser.js'));
    const answered = new Promise((resolve) => { reader.listen(resolve); });
    await writer.write({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } } as never);
    equal(JSON.stringify(await answered).includes('codeActionProvider'), true);
  });

  it('that cannot be loaded is an error and does not hang', async () => {
    await write('broken.js', 'throw new Error("broken");');
    const failed = await connectWorker(file('broken.js')).then(() => undefined, (error: unknown) => String(error));
    equal(/broken|could not be loaded/.test(present(failed, 'It fails.')), true, failed);
  });
});
