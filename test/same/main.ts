// `npm run same -- FOLDER…`: what is found in a folder is the same to the byte, however it is found: on one thread, on two, with an empty cache,
// a full one, one that is full of what was there before, by eight shards, and with remark's trees in the place of Docket's own.
// Each folder is copied first. Without a folder, those of a corpus of real documents beside this checkout are taken; the corpus is no part of the project.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../host/root.ts';
import { changeDocuments } from './changes.ts';
import { firstDifference, unreadOf } from './findings.ts';
import { buildProgram, outputOf, type Engine } from './program.ts';

const USAGE = 'usage: npm run same -- [--except remark|shards|cache]… [FOLDER…]';
const SHARDS = 8;
/** Milliseconds that remark may take for one document. */
const REMARK_PATIENCE = 20_000;
const JSON_LINT = ['lint', '--format', 'json'];

const corpus = path.resolve(root, '../shared/corpus/dev');

process.exitCode = await main();

async function main(): Promise<number> {
  let options;
  try {
    options = parseArgs({ allowPositionals: true, options: { except: { type: 'string', multiple: true, default: [] } } });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 2;
  }
  const given = options.positionals.map((one) => path.resolve(one));
  const folders = given.length ? given : existsSync(corpus) ? (await readdir(corpus)).sort().map((name) => path.join(corpus, name)) : [];
  if (!folders.length) console.log('Skipped: no folder is given, and there is no corpus of real documents beside this checkout (../shared/corpus).');
  const work = await mkdtemp(path.join(tmpdir(), 'docket-same-'));
  try {
    const programs = { docket: await buildProgram('docket', path.join(work, 'docket')), remark: await buildProgram('remark', path.join(work, 'remark')) };
    let different = 0;
    for (const [index, folder] of folders.entries()) {
      const place = path.join(work, String(index));
      await mkdir(place);
      different += await compare(folder, place, programs, options.values.except);
      await rm(place, { recursive: true, force: true });
    }
    return different ? 1 : 0;
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Finds in all ways what is wrong in a folder, prints one line, and one more for each way that finds anything else; returns how many do. */
async function compare(folder: string, work: string, programs: Readonly<Record<Engine, string>>, except: readonly string[]): Promise<number> {
  const copy = path.join(work, path.basename(folder));
  const cache = path.join(work, 'cache');
  await cp(folder, copy, { recursive: true, verbatimSymlinks: true });
  const lint = (engine: Engine, threads: number, ...more: readonly string[]): Promise<string> => outputOf(programs[engine], [...JSON_LINT, ...more], { cwd: copy, threads });
  const expected = await lint('docket', 1, '--no-cache');
  const differences: string[] = [];
  const ways: string[] = [];
  const hold = (way: string, found: string, against: string): void => {
    ways.push(way);
    if (found !== against) differences.push(`${way}: ${firstDifference(found, against)}`);
  };
  hold('two threads', await lint('docket', 2, '--no-cache'), expected);
  if (!except.includes('shards')) hold(`${SHARDS} shards merged`, await sharded(programs.docket, copy, path.join(work, 'parts')), expected);
  let left: readonly string[] = [];
  if (!except.includes('remark')) {
    const byRemark = await outputOf(programs.remark, [...JSON_LINT, '--no-cache'], { cwd: copy, threads: 2, patience: REMARK_PATIENCE });
    left = unreadByOne(byRemark, expected);
    for (const name of left) await rm(path.join(copy, name));
    hold('remark', left.length ? await lint('remark', 2, '--no-cache') : byRemark, left.length ? await lint('docket', 1, '--no-cache') : expected);
  }
  if (!except.includes('cache')) {
    const whole = left.length ? await lint('docket', 1, '--no-cache') : expected;
    hold('empty cache', await lint('docket', 2, '--cache-dir', cache), whole);
    hold('full cache', await lint('docket', 2, '--cache-dir', cache), whole);
    const count = await changeDocuments(copy);
    hold(`full cache, ${count} documents changed`, await lint('docket', 2, '--cache-dir', cache), await lint('docket', 1, '--no-cache'));
  }
  const findings = (JSON.parse(expected) as readonly unknown[]).length;
  console.log(`${differences.length ? 'different' : 'the same'}: ${path.basename(folder)}: ${findings} findings; ${ways.join(', ')}${left.length ? `; remark cannot read, and is not asked: ${left.join(', ')}` : ''}`);
  for (const difference of differences) console.log(`  ${difference}`);
  return differences.length;
}

async function sharded(program: string, cwd: string, parts: string): Promise<string> {
  await mkdir(parts);
  for (let shard = 1; shard <= SHARDS; shard++) await outputOf(program, ['lint', '--no-cache', '--shard', `${shard}/${SHARDS}`, '--out', path.join(parts, `${shard}.json`)], { cwd, threads: 1 });
  return outputOf(program, ['merge', '--format', 'json', parts], { cwd, threads: 1 });
}

/** The documents that one of the two gives up, and the other one does not: remark took too long, or Docket reads nothing that nests so deep. */
function unreadByOne(byRemark: string, byDocket: string): string[] {
  const [one, other] = [unreadOf(byRemark), unreadOf(byDocket)];
  return [...one, ...other].filter((name) => one.has(name) !== other.has(name)).sort();
}
