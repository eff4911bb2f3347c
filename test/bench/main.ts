// `npm run bench`: what Docket costs on this machine beside what it is to cost, as a table in Markdown and, with --out, as a chart.
// Each thing is measured in a process of its own, all of them in turn in each round. What is printed is for comparing in one run; no test asserts a time.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { readAsked, USAGE, type Asked } from './asked.ts';
import { buildProduction } from './bundles/production.ts';
import { chartOf } from './chart.ts';
import { docketRuns } from './docket-runs.ts';
import type { Figure } from './figure.ts';
import { makeSets, sizeOf } from './sets.ts';
import type { Bench, Probe, Samples } from './subject.ts';
import { subjects } from './subjects/index.ts';
import { tableOf } from './table.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  let asked: Asked;
  try {
    asked = readAsked(process.argv.slice(2));
    const unknown = asked.only.filter((id) => !subjects.some((subject) => subject.id === id));
    if (unknown.length) throw new Error(`There is no subject ${unknown.join(', ')}; there are ${subjects.map(({ id }) => id).join(', ')}.`);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 2;
  }
  if (asked.help) {
    console.log(USAGE);
    return 0;
  }
  const work = await mkdtemp(path.join(tmpdir(), 'docket-bench-'));
  try {
    const figures = await figuresOf(asked, work);
    console.log(tableOf(figures));
    if (asked.out) {
      await mkdir(path.dirname(asked.out), { recursive: true });
      await writeFile(asked.out, chartOf(figures));
    }
    return 0;
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function figuresOf(asked: Asked, work: string): Promise<Figure[]> {
  tell('a release of the sources as they are');
  const place = path.join(work, 'release');
  await mkdir(place);
  const release = await buildProduction(place);
  tell('the documents');
  const sets = await makeSets(asked.work ?? path.join(work, 'sets'), asked);
  const bench: Bench = { asked, sets, docket: docketRuns(release, sets, work), release, work };
  const wanted = subjects.filter(({ id, option }) => (asked.only.length ? asked.only.includes(id) : !option || asked[option]));
  const measured = [];
  for (const subject of wanted) measured.push(await subject.measure(bench));
  const samples = await run([...new Set(measured.flatMap(({ probes }) => probes))], asked.rounds);
  const { files, bytes } = await sizeOf(sets.many);
  console.log(`${files.toLocaleString('en')} documents, ${(bytes / 1e6).toFixed(0)} MB; ${availableParallelism()} processors, Node ${process.versions.node}, ${asked.rounds} rounds.\n`);
  return measured.flatMap(({ figures }) => figures(samples));
}

/** Runs probes in turn, round by round. */
async function run(probes: readonly Probe<unknown>[], rounds: number): Promise<Samples> {
  const all = new Map<Probe<unknown>, unknown[]>(probes.map((probe) => [probe, []]));
  for (let round = 0; round <= rounds; round++) {
    // What runs several times does so in turn, too.
    const most = round === 0 ? 1 : Math.max(1, ...probes.map(({ times = 1 }) => times));
    for (let pass = 0; pass < most; pass++) {
      for (const probe of probes.filter(({ warmsUp, times = 1 }) => (round === 0 ? warmsUp : pass < times))) {
        if (pass === 0) tell(round === 0 ? `warming up: ${probe.name}` : `round ${round} of ${rounds}: ${probe.name}`);
        const sample = await probe.run();
        if (round > 0) all.get(probe)!.push(sample);
      }
    }
  }
  return <Sample>(probe: Probe<Sample>) => all.get(probe as Probe<unknown>) as Sample[];
}

function tell(what: string): void {
  process.stderr.write(`${what}\n`);
}
