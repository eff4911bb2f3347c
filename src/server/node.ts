import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../files/node.ts';
import { RememberedReadings } from '../files/remembered.ts';
import { startServer } from './server.ts';

// Another server reads in another way, also one of the same version that was built anew.
const engine = async (): Promise<string> => createHash('sha256').update(await readFile(process.argv[1]!)).digest('hex');

// In Node the server reads what lies on disk itself; everything else it asks the client for.
startServer(
  createConnection(ProposedFeatures.all),
  (uri, isTrusted) => {
    const folder = URI.parse(uri);
    return folder.scheme === 'file' ? nodeFiles(folder.fsPath, { asksGit: isTrusted }) : undefined;
  },
  (uri, storageUri, files) => {
    const [folder, storage] = [URI.parse(uri), URI.parse(storageUri)];
    return folder.scheme === 'file' && storage.scheme === 'file' ? new RememberedReadings({ storage: storage.fsPath, root: folder.fsPath, engine, above: () => files.above() }) : undefined;
  },
);
