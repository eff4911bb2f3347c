import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { compiledProgram, optimisingLate } from '../files/compiled.ts';
import { userCacheFolder } from './cache/place.ts';

// By itself V8 lets a heap grow to four times what is in use before it collects, in each thread; a check makes garbage of
// every document, and the machine is there for others, too. Where threads check, their number holds for all; a run without
// them has seldom much to keep.
const growing = (percent: number): string => `--heap-growing-percent=${percent}`;

// V8 optimises what runs often, and collects young objects, in threads of its own, for each of our threads anew. Where each
// processor checks documents none is free for that, and few runs are so long that more than the busiest functions pay.
const CALM = [...optimisingLate(15), '--no-parallel-scavenge'];

// V8 itself runs a regular expression once before it compiles it in earnest. What takes time is to look up its letters, each time
// anew, and one document asks hundreds of expressions more than once.
const AT_ONCE = '--no-regexp-tier-up';

// To compile the program takes longer than to check a document with it.
const file = fileURLToPath(new URL('cli/program.cjs', import.meta.url));
const { env, version, arch } = process;
const folder = env['NODE_DISABLE_COMPILE_CACHE'] ? undefined : userCacheFolder(env, process.platform, homedir());
// Each command runs other parts of the program; a thread runs those of docket lint.
const command = isMainThread ? /^[a-z-]{1,20}$/.exec(process.argv[2] ?? '')?.[0] ?? 'none' : 'lint';
const program = process.env['DOCKET_PROGRAM'];
const place = program && folder && path.join(folder, 'compiled', [program, version, arch, command].join('-'));
const run = compiledProgram(file, import.meta.url, { place: place || undefined, flags: [...CALM, AT_ONCE, growing(100)] });
if (!isMainThread) setFlagsFromString(growing(30));
run();
