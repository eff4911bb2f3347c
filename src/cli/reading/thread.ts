import { parentPort, workerData } from 'node:worker_threads';
import { parseDocument, unreadDocument } from '../../core/document.ts';
import { readDocumentFacts, type Reading } from '../../core/reading.ts';
import { nodeFiles } from '../../files/node.ts';

/** What a reading thread is started with. */
export interface ThreadData {
  /** The absolute folder from which paths count. */
  readonly root: string;
}

/** What a reading thread says: once that it is up, then one reading for each path it was sent. */
export type ThreadMessage = { readonly ready: true } | { readonly reading: Reading };

/** Runs a reading thread: a path comes in, what its document says goes out. */
export function serveReadings(): void {
  const port = parentPort!;
  const files = nodeFiles((workerData as ThreadData).root);
  const say = (message: ThreadMessage): void => port.postMessage(message);
  const above = files.above();
  port.on('message', async (path: string) => {
    const read = await files.read(path);
    const document = 'text' in read ? parseDocument(path, read.text) : unreadDocument(path, '', read.problem);
    say({ reading: readDocumentFacts(document, undefined, await above) });
  });
  say({ ready: true });
}
