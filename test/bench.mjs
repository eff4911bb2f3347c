// @ts-check
// `npm run bench [-- --folder FOLDER] [--count N] [--rounds N]`: what checks cost on this machine, each measured in a process of its own, in turn.
// Without a folder it makes N documents. What is printed is for comparing in one run; no test asserts a time.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
// Told through a channel of its own when the process ends: its threads are part of it.
const TELL = `data:text/javascript,${encodeURIComponent("import { writeSync } from 'node:fs'; import { isMainThread } from 'node:worker_threads'; if (isMainThread) process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 })); });")}`;

/** @typedef {{ readonly wall: number; readonly cpu: number; readonly memory: number }} Run seconds, seconds, MB */

const { values } = parseArgs({ options: { folder: { type: 'string' }, count: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '3' } } });
const work = await mkdtemp(path.join(tmpdir(), 'docket-bench-'));
try {
  const folder = values.folder ? path.resolve(values.folder) : await madeFolder(path.join(work, 'documents'), Number(values.count));
  const [files, bytes] = await sizeOf(folder);
  const cache = path.join(work, 'cache');
  const single = path.join(work, 'single');
  await mkdir(single);
  await writeFile(path.join(single, '0001-queue.md'), decision(1, 20_000));
  const lint = (/** @type {readonly string[]} */ ...more) => [cli, 'lint', '--format', 'json', ...more];
  /** @type {readonly { readonly name: string; readonly args: readonly string[]; readonly cwd: string; readonly before?: () => Promise<unknown> }[]} */
  const subjects = [
    { name: 'node -e 0', args: ['-e', '0'], cwd: single },
    { name: 'one file of 20 kB', args: lint('--no-cache', '0001-queue.md'), cwd: single },
    { name: 'all, remembering nothing', args: lint('--no-cache'), cwd: folder },
    { name: 'all, cold cache', args: lint('--cache-dir', cache), cwd: folder, before: () => rm(cache, { recursive: true, force: true }) },
    { name: 'all, warm cache', args: lint('--cache-dir', cache), cwd: folder },
  ];
  /** @type {Map<string, Run[]>} */
  const runs = new Map(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round <= Number(values.rounds); round++) {
    for (const { name, args, cwd, before } of subjects) {
      await before?.();
      const run = await runOf(args, cwd);
      // The first one warms up what the system keeps of files.
      if (round > 0) runs.get(name)?.push(run);
    }
  }
  console.log(`${files} documents, ${(bytes / 1e6).toFixed(1)} MB, ${availableParallelism()} processors, Node ${process.versions.node}, ${values.rounds} runs: median (least–most)\n`);
  console.log('| | wall s | processor s | peak MB | MB/s | |\n|---|---|---|---|---|---|');
  const slowest = Math.max(...[...runs.values()].map((all) => median(all.map(({ wall }) => wall))));
  for (const [name, all] of runs) {
    const wall = median(all.map((run) => run.wall));
    const speed = name.startsWith('all') ? (bytes / 1e6 / wall).toFixed(1) : '';
    console.log(`| ${name} | ${spread(all.map((run) => run.wall))} | ${spread(all.map((run) => run.cpu))} | ${spread(all.map(({ memory }) => memory), 0)} | ${speed} | ${'█'.repeat(Math.max(1, Math.round((wall / slowest) * 30)))} |`);
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

/** @param {readonly string[]} args @param {string} cwd @returns {Promise<Run>} */
function runOf(args, cwd) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(process.execPath, ['--import', TELL, ...args], { cwd, stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
    let told = '';
    child.stdio[3]?.on('data', (part) => { told += part; });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === null || code > 1) reject(new Error(`${args.join(' ')} ended with ${code}`));
      else resolve({ wall: Number(process.hrtime.bigint() - start) / 1e9, ...JSON.parse(told) });
    });
  });
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

/** @param {readonly number[]} values */
function spread(values, digits = 2) {
  return `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;
}

/** @param {string} folder @returns {Promise<[count: number, bytes: number]>} */
async function sizeOf(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md'));
  const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).size));
  return [names.length, sizes.reduce((sum, size) => sum + size, 0)];
}

/** @param {string} folder @param {number} count */
async function madeFolder(folder, count) {
  for (let number = 1; number <= count; number++) {
    const team = path.join(folder, 'docs', `team-${Math.ceil(number / 100)}`);
    await mkdir(team, { recursive: true });
    await writeFile(path.join(team, `${String(number).padStart(5, '0')}-queue.md`), decision(number, 2000 + ((number * 7919) % 30_000)));
  }
  return folder;
}

/** A decision of about so many characters, with what rules look at. @param {number} number @param {number} length */
function decision(number, length) {
  const paragraph = `Team ${number} has measured *two* ways, see [the one before](${String(number - 1).padStart(5, '0')}-queue.md) and \`queue.${number}\`. It costs ${number % 97} ms, and nobody is paged for it.\n\n- [ ] Write part ${number} down @ann\n- a point that is made\n\n| Way | Cost |\n|---|---|\n| queue | ${number % 13} |\n\n`;
  const body = paragraph.repeat(Math.max(1, Math.round(length / paragraph.length)));
  return `---\nstatus: ${['proposed', 'accepted', 'acepted'][number % 3]}\ndate: 2026-0${(number % 9) + 1}-11\n---\n# Keep queue ${number}\n\n## Context and Problem Statement\n\n${body}## Considered Options\n\n- Keep it\n- Drop it\n\n## Decision Outcome\n\nChosen: keep it.\n`;
}
