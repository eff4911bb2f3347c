import { isMainThread } from 'node:worker_threads';
import { processIo } from './process-io.ts';
import { serveReadings } from './reading/thread.ts';
import { runCli } from './run.ts';

// The same bundle is the command and the program of its reading threads.
if (isMainThread) process.exitCode = await runCli(process.argv.slice(2), processIo(import.meta.url));
else serveReadings();
