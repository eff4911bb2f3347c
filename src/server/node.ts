import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { clientMemory } from '../files/client-memory.ts';
import { diskStore } from '../files/disk-store.ts';
import { lookAt } from '../files/file-look.ts';
import { nodeFiles } from '../files/node.ts';
import { RememberedReadings } from '../files/remembered.ts';
import { storeNameOf } from '../files/stored-readings.ts';
import { unlessCancelled } from './answering.ts';
import { startServer } from './server.ts';

// Another server reads in another way, also one of the same version that was built anew.
const engine = async (): Promise<string> => createHash('sha256').update(await readFile(process.argv[1]!)).digest('hex');

// In Node the server reads what lies on disk itself; everything else it asks the client for.
startServer(createConnection(ProposedFeatures.all, unlessCancelled), {
  ownFiles: (uri, isTrusted) => {
    const folder = URI.parse(uri);
    return folder.scheme === 'file' ? nodeFiles(folder.fsPath, { asksGit: isTrusted }) : undefined;
  },
  ownMemory: ({ folderUri, storageUri, files, client }) => {
    const [{ scheme, fsPath }, storage] = [URI.parse(folderUri), URI.parse(storageUri)];
    if (scheme !== 'file' || storage.scheme !== 'file') return clientMemory(folderUri, client, engine);
    return new RememberedReadings({
      store: diskStore(storage.fsPath, `${storeNameOf(fsPath)}.readings`),
      look: async (paths) => paths.map((one) => lookAt(path.join(fsPath, ...one.split('/')), Date.now())),
      made: async () => JSON.stringify([await engine(), fsPath, await files.above()]),
    });
  },
});
