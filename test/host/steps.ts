import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exitCodeOf } from './command.ts';
import { root } from './root.ts';
import { RESULT_MARK } from './suite/mark.ts';

/** How many tests of a step passed and failed. */
export interface Counts {
  passed: number;
  failed: number;
}

/** What became of a step; a failure is its test's name with the first line of the reason. */
export interface Outcome extends Counts {
  failures?: readonly string[];
}

/** Options of `npm test` that concern the editor: the newest VS Code that npm carries, or a downloaded desktop one. */
export interface StepOptions {
  newest: boolean;
  desktop: boolean;
}

/** The steps of `npm test` in their order; a name is what `--only` takes. */
export const STEPS = {
  types: { title: 'Type check', run: typeChecks },
  unit: { title: 'Tests without an editor', run: unitTests },
  node: { title: 'Tests in the Node extension host', run: (options) => hostTests('node', options) },
  web: { title: 'Tests in the web-worker extension host', run: (options) => hostTests('web', options) },
  outside: { title: 'Tests of what a window draws, and of npm start', run: ({ newest }) => markedTests([path.join(root, 'test', 'host', 'outside.ts'), ...newest ? ['--newest'] : []], 1) },
  vsix: { title: 'Tests of the packaged extension', run: (options) => hostTests('vsix', options) },
} as const satisfies Record<string, { title: string; run: (options: StepOptions) => Promise<Outcome> }>;

/** The name of a step. */
export type StepName = keyof typeof STEPS;

/** Runs steps one after the other, prints how each went and at the end what failed, and returns the counts of all; a step that breaks counts as a failed test. */
export async function runSteps(names: readonly StepName[], options: StepOptions): Promise<Counts> {
  const sum: Counts = { passed: 0, failed: 0 };
  const failures: string[] = [];
  for (const name of names) {
    const { title, run } = STEPS[name];
    console.log(`\n── ${title}`);
    const start = Date.now();
    const outcome: Outcome = await run(options).catch((error: unknown) => {
      const reason = String(error instanceof Error ? error.message : error);
      console.log(reason);
      return { passed: 0, failed: 1, failures: [reason] };
    });
    const { passed, failed } = outcome;
    sum.passed += passed;
    sum.failed += failed;
    failures.push(...(outcome.failures ?? []).map((failure) => `${title}: ${failure}`));
    console.log(`── ${title}: ${passed} passed, ${failed} failed (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  }
  if (failures.length) console.log(`\n── Failed\n${failures.map((failure) => `  ✗ ${failure}`).join('\n')}`);
  return sum;
}

async function unitTests(): Promise<Outcome> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'docket-unit-'));
  try {
    const file = path.join(temporary, 'results.json');
    const code = await show([bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
    const json = await readFile(file, 'utf8').catch(() => { throw new Error(`vitest ended (${code}) without a result.`); });
    const results = JSON.parse(json) as {
      numPassedTests: number;
      numFailedTests: number;
      testResults: { name: string; status: string; message: string; assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
    };
    const broken = results.testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0);
    const failed = results.testResults.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed'));
    const failures = [
      ...broken.map(({ name, message }) => `${path.relative(root, name)}: ${reasonOf(message)}`),
      ...failed.map(({ fullName, failureMessages }) => `${fullName}: ${reasonOf(failureMessages[0] ?? '')}`),
    ];
    return atLeastOne(code, { passed: results.numPassedTests, failed: results.numFailedTests + broken.length, failures });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function hostTests(suite: 'node' | 'web' | 'vsix', { newest, desktop }: StepOptions): Promise<Outcome> {
  const options = [...newest ? ['--newest'] : [], ...desktop ? ['--desktop'] : []];
  // The packaged extension tells two: what is in the package, and how it ran.
  return markedTests([path.join(root, 'test', 'host', 'host.ts'), suite, ...options], suite === 'vsix' ? 2 : 1);
}

/** Runs a program that prints so many results in lines of their own. */
async function markedTests(args: readonly string[], expected: number): Promise<Outcome> {
  const results: Counts[] = [];
  const failures: string[] = [];
  const code = await show(['--import', 'tsx', ...args], (line) => {
    if (line.trimStart().startsWith('✗ ')) failures.push(line.trimStart().slice(2));
    if (!line.startsWith(RESULT_MARK)) return true;
    results.push(JSON.parse(line.slice(RESULT_MARK.length)) as Counts);
    return false;
  });
  const missing = results.length < expected ? 1 : 0;
  if (missing) console.log(`${args.map((arg) => path.basename(arg)).join(' ')} ended (${code}) without a result.`);
  return atLeastOne(code, { passed: sumOf(results, 'passed'), failed: sumOf(results, 'failed') + missing, failures });
}

function sumOf(results: readonly Counts[], key: keyof Counts): number {
  return results.reduce((sum, counts) => sum + counts[key], 0);
}

// What runs in a page knows of the DOM, and nothing else does.
async function typeChecks(): Promise<Outcome> {
  const outcomes = [await oneTest(bin('typescript/bin/tsc')), await oneTest(bin('typescript/bin/tsc'), '-p', path.join(root, 'src', 'webview'))];
  return { passed: sumOf(outcomes, 'passed'), failed: sumOf(outcomes, 'failed') };
}

async function oneTest(...args: readonly string[]): Promise<Outcome> {
  return await show(args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A command that fails though each of its tests passed counts as one failed test more. */
function atLeastOne(code: number, outcome: Outcome): Outcome {
  return { ...outcome, failed: code === 0 || outcome.failed > 0 ? outcome.failed : 1 };
}

/** Of a property's reason also the line with its seed and path, by which it can be run again. */
function reasonOf(message: string): string {
  const lines = message.split('\n');
  const seed = lines.find((line) => line.includes('seed:'));
  return [lines[0], ...(seed && seed !== lines[0] ? [seed.trim()] : [])].join(' ');
}

/** Runs Node in the project and shows those lines that `filter` lets through. */
async function show(args: readonly string[], filter: (line: string) => boolean = () => true): Promise<number> {
  let rest = '';
  const print = (line: string): void => { if (filter(line)) console.log(line); };
  const code = await exitCodeOf(process.execPath, args, {
    cwd: root,
    onOutput: (text) => {
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? '';
      lines.forEach(print);
    },
  });
  if (rest) print(rest);
  return code;
}

function bin(file: string): string {
  return path.join(root, 'node_modules', file);
}
