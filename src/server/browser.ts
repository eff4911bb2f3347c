import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { WORKER_READY } from '../protocol/protocol.ts';
import { startServer } from './server.ts';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & { postMessage(message: unknown): void; close(): void; docketLater?: string };

// A web worker has no disk: every file comes from the client.
const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self));
connection.onExit(() => self.close());
// What the build has put into a second script is loaded from this address.
startServer(connection, () => undefined, undefined, ({ later }) => {
  if (later !== undefined) self.docketLater = later;
});
self.postMessage(WORKER_READY);
