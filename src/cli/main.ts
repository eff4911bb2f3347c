import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { processIo } from './process-io.ts';
import { serveThread } from './threads/serve.ts';
import { runCli } from './run.ts';

// By itself V8 lets a heap grow to four times what is in use before it collects, in each thread; a check makes garbage of
// every document, and the machine is there for others, too. Where threads check, their number holds for all; a run without
// them has seldom much to keep.
setFlagsFromString(`--heap-growing-percent=${isMainThread ? 100 : 30}`);

// The same bundle is the command and the program of its threads.
if (isMainThread) process.exitCode = await runCli(process.argv.slice(2), processIo(import.meta.url));
else serveThread();
