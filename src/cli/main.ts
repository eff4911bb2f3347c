import { isMainThread } from 'node:worker_threads';
import { processIo } from './process-io.ts';
import { serveThread } from './threads/serve.ts';
import { runCli } from './run.ts';

// The same bundle is the command and the program of its threads.
if (isMainThread) process.exitCode = await runCli(process.argv.slice(2), processIo(import.meta.url));
else serveThread();
