import { isMainThread } from 'node:worker_threads';
import { processIo } from './process-io.ts';
import { serveThread } from './threads/serve.ts';
import { runCli } from './run.ts';

// The same program is the command and that of its threads.
if (isMainThread) {
  // Where nothing is left to wait for and there is no answer, something is wrong.
  process.exitCode = 2;
  void runCli(process.argv.slice(2), processIo(import.meta.url)).then((code) => { process.exitCode = code; });
} else serveThread();
