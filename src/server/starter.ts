import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledProgram } from '../files/compiled.ts';

/** Milliseconds in which a server has run what most sessions need of it. */
const AFTER = 15_000;

// To compile the program takes a fifth of a start that remembers what it read. The client says where that may be kept.
const file = fileURLToPath(new URL('server/program.cjs', import.meta.url));
const { env, arch, versions } = process;
const folder = env['NODE_DISABLE_COMPILE_CACHE'] ? undefined : env['DOCKET_COMPILED'];
const program = process.env['DOCKET_PROGRAM'];
const place = program && folder && path.join(folder, [program, versions.v8, arch].join('-'));
// No flags of V8: a session is longer than a run of the command line, and edits want what is optimised early.
compiledProgram(file, import.meta.url, { place: place || undefined, flags: [], after: AFTER })();
