import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { clientMemory } from '../files/client-memory.ts';
import { WORKER_READY } from '../protocol/protocol.ts';
import { unlessCancelled } from './answering.ts';
import { startServer } from './server.ts';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & { postMessage(message: unknown): void; close(): void; docketLater?: string };

/** What the build calls what is in the scripts; nothing while sources are watched. */
const ENGINE = process.env.DOCKET_ENGINE ?? '';

// A web worker has no disk: every file comes from the client, and what is remembered goes there.
const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self), unlessCancelled);
connection.onExit(() => self.close());
startServer(connection, {
  ownMemory: ({ folderUri, client }) => (ENGINE === '' ? undefined : clientMemory(folderUri, client, async () => ENGINE)),
  // What the build has put into a second script is loaded from this address.
  onOptions: ({ later }) => {
    if (later !== undefined) self.docketLater = later;
  },
  carriesBytes: true,
});
self.postMessage(WORKER_READY);
