import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../files/node.ts';
import { startServer } from './server.ts';

// In Node the server reads what lies on disk itself; everything else it asks the client for.
startServer(createConnection(ProposedFeatures.all), (uri, isTrusted) => {
  const folder = URI.parse(uri);
  return folder.scheme === 'file' ? nodeFiles(folder.fsPath, { asksGit: isTrusted }) : undefined;
});
