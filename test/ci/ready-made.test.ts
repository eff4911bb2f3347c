import { copyFile, cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { bundledCli } from '../cli/bundle.ts';
import { repositoryOf, type Repository } from '../cli/repository.ts';
import { decision, folderOf, type Outcome } from '../cli/world.ts';
import { runBash } from './bash.ts';
import { githubParser } from './github.ts';

const bundle = bundledCli();
const problemsOf = githubParser();
const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const WITHOUT_OUTCOME = decision().replace(/## Decision Outcome[\s\S]*/, '');

/** The YAML examples of the documentation, each with the file that it is for. */
const examples = [...read('docs/ci.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map((found) => found[1]!);

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly { readonly name: string; readonly run: string; readonly env?: Readonly<Record<string, string>> }[] };
}

describe('the examples', () => {
  it('name no folder of a machine', () => {
    for (const example of examples) expect(example).not.toMatch(/(?<![\w./}-])\/(?:tmp|var|home|root|usr|opt|builds|Users)\b/);
  });
});

describe('the GitHub Action', () => {
  const action = parseYaml(read('action.yml')) as Action;
  const check = action.runs.steps.find(({ name }) => name === 'Check documents')!;

  /** Runs the step that checks, as a runner would in the repository, with these inputs beside the defaults. */
  async function run({ folder }: Repository, inputs: Readonly<Record<string, string>> = {}, env: NodeJS.ProcessEnv = {}): Promise<Outcome & { summary: string; output: string }> {
    const home = await folderOf();
    await cp(path.dirname(bundle()), path.join(home, 'dist'), { recursive: true });
    await rename(path.join(home, 'dist/cli.mjs'), path.join(home, 'dist/cli.js'));
    await writeFile(path.join(home, 'dist/package.json'), '{ "type": "module" }');
    const [summary, output] = [path.join(home, 'summary'), path.join(home, 'output')];
    await writeFile(summary, '');
    await writeFile(output, '');
    const given = Object.fromEntries(Object.entries(check.env!).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)![1]!;
      return [name, inputs[input] ?? action.inputs[input]!.default];
    }));
    const outcome = await runBash(check.run, { cwd: folder, env: { ...given, GITHUB_ACTION_PATH: home, GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output, RUNNER_TEMP: home, ...env } });
    return { ...outcome, summary: await readFile(summary, 'utf8'), output: await readFile(output, 'utf8') };
  }

  it('is an action by GitHub’s own reader, and so are the workflows of the documentation', () => {
    expect(problemsOf('action', read('action.yml'))).toEqual([]);
    expect(problemsOf('action', read('action.yml').replace('shell: bash', 'shel: bash'))).not.toEqual([]);
    const workflows = examples.filter((text) => /^on:/m.test(text));
    expect(workflows).toHaveLength(3);
    for (const content of workflows) expect(problemsOf('workflow', content)).toEqual([]);
  });

  it('has an input for each that the documentation and the step name, and takes none into the shell’s own text', () => {
    const documented = [...read('docs/ci.md').matchAll(/^\| `([\w-]+)` \| (?:`([^`]*)`)? ?\|/gm)].map((found) => [found[1], found[2] ?? '']);
    expect(documented).toEqual(Object.entries(action.inputs).map(([name, input]) => [name, input.default]));
    for (const { run: lines } of action.runs.steps) expect(lines).not.toContain('${{');
  });

  it('shows the findings beside their lines and in the summary, and fails', async () => {
    const repository = await repositoryOf({ 'docs/decisions/0001-a.md': WITHOUT_OUTCOME, 'docs/decisions/0002-b.md': decision({ title: 'B' }) });
    const { code, out, err, summary, output } = await run(repository);
    expect([code, err, output]).toEqual([1, '', '']);
    expect(out).toMatch(/^::warning file=docs\/decisions\/0001-a\.md,line=11,.*::The section "Decision Outcome" is missing;.*\n$/);
    expect(summary).toContain('**Docket**: ⚠️ 1 warning in 1 of 2 Markdown files');
  });

  it('passes where nothing is found, where so many warnings are allowed, and where only other paths are asked for', async () => {
    const repository = await repositoryOf({ 'docs/decisions/0001-a.md': WITHOUT_OUTCOME, 'docs/other/a b.md': '# A\n', 'debt.json': '{"version":1,"documents":{"docs/decisions/0001-a.md":{"required-sections":{"Decision Outcome":1}}}}' });
    expect(await run(repository, { paths: 'docs/other\n./docs/other/a b.md\n' })).toMatchObject({ code: 0, out: '' });
    expect(await run(repository, { 'max-warnings': '1' })).toMatchObject({ code: 0 });
    expect(await run(repository, { quiet: 'true' })).toMatchObject({ code: 0, out: '' });
    expect(await run(repository, { baseline: 'debt.json', summary: 'false' })).toMatchObject({ code: 0, out: '', summary: '' });
    expect((await run(repository, { language: 'ko' })).out).toContain('섹션이 없습니다');
  });

  it('checks in a pull request what it changes, and writes SARIF where that is asked for', async () => {
    const repository = await repositoryOf({ 'docs/decisions/0001-a.md': WITHOUT_OUTCOME });
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    repository.git('switch', '--quiet', '-c', 'topic');
    await repository.write('docs/decisions/0002-b.md', WITHOUT_OUTCOME);
    const env = { GITHUB_BASE_REF: 'main' };
    const changed = await run(repository, { sarif: 'docket.sarif' }, env);
    expect([changed.code, changed.out.split('\n').length, changed.output]).toEqual([1, 2, 'sarif=docket.sarif\n']);
    expect(JSON.parse(await readFile(path.join(repository.folder, 'docket.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0', runs: [{ results: [{}] }] });
    expect((await run(repository, { changed: 'false' }, env)).out.split('\n')).toHaveLength(3);
  });

  it('checks one share, and then shows what all shares have', async () => {
    const repository = await repositoryOf({ 'docs/decisions/0001-a.md': WITHOUT_OUTCOME, 'docs/decisions/0002-b.md': decision({ title: 'B' }) });
    for (const index of [1, 2]) expect(await run(repository, { shard: `${index}/2`, part: `parts-${index}.json` })).toMatchObject({ code: 0, err: '', summary: '' });
    repository.git('reset', '--quiet');
    await mkdir(path.join(repository.folder, 'parts'));
    for (const index of [1, 2]) await copyFile(path.join(repository.folder, `parts-${index}.json`), path.join(repository.folder, `parts/${index}.json`));
    const { code, out, summary } = await run(repository, { parts: 'parts' });
    expect([code, out.split('\n').length]).toEqual([1, 2]);
    expect(summary).toContain('1 warning in 1 of 2 Markdown files');
    expect(await run(repository, { shard: '3/2' })).toMatchObject({ code: 2, err: '| docket: "--shard 3/2" is not there; with 2 shards write "1/2" to "2/2"\n' });
  });

  it('fails with 2 where it cannot run, and lets no file’s name be a command of the runner', async () => {
    const repository = await repositoryOf({ '::stop-commands::x/.docket.yaml': 'langauge: ko\n', 'a.md': '# A\n' });
    const { code, out, err } = await run(repository, { sarif: 'docket.sarif' });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^\| ::stop-commands::x\/\.docket\.yaml:1:1: There is no setting/);
    expect(existsSync(path.join(repository.folder, 'docket.sarif'))).toBe(false);
    expect(await run(repository, { paths: 'nowhere' }, {})).toMatchObject({ code: 2, err: '| docket: cannot read "nowhere": there is no such file or folder\n' });
  });
});

describe('the hook for pre-commit', () => {
  const [hook, ...others] = parseYaml(read('.pre-commit-hooks.yaml')) as Record<string, unknown>[];

  it('has what pre-commit demands, and is the one that the documentation names', () => {
    expect(others).toEqual([]);
    expect(hook).toMatchObject({ id: 'docket', name: expect.any(String) as string, entry: 'docket lint', language: 'node', types: ['markdown'], require_serial: true });
    const config = parseYaml(examples.find((text) => text.startsWith('repos:'))!) as { repos: { repo: string; rev: string; hooks: { id: string }[] }[] };
    expect(config.repos.map(({ hooks }) => hooks)).toEqual([[{ id: hook!['id'] }]]);
  });

  it('is a command of the package that npm makes from the repository', () => {
    const { bin, scripts } = JSON.parse(read('package.json')) as { bin: Record<string, string>; scripts: Record<string, string> };
    expect(bin).toEqual({ [String(hook!['entry']).split(' ')[0]!]: './dist/cli.js' });
    expect(scripts).toMatchObject({ prepack: 'node src/build.mjs --production', prepare: 'node src/prepare.mjs' });
    expect(read('.npmignore').split('\n')).toEqual(expect.arrayContaining(['!/dist/cli.js', '!/dist/cli']));
  });

  it('stops a commit of a document with a problem, and lets the others through', async () => {
    const repository = await repositoryOf({ 'README.md': '# Shop\n' });
    const bin = await folderOf();
    await writeFile(path.join(bin, 'docket'), `#!/bin/sh\nexec ${process.execPath} ${bundle()} "$@"\n`, { mode: 0o755 });
    // pre-commit hands the files that are staged to the entry, and runs it at the top of the repository.
    await writeFile(path.join(repository.folder, '.git/hooks/pre-commit'), `#!/bin/sh\nPATH='${bin}':"$PATH"\ngit diff --cached --name-only -z --diff-filter=d -- '*.md' | xargs -0 -r ${String(hook!['entry'])}\n`, { mode: 0o755 });
    await repository.write('docs/decisions/0001-keep events.md', WITHOUT_OUTCOME);
    repository.git('add', '--all');
    expect(() => repository.git('commit', '--message', 'Add a record')).toThrow();
    await repository.write('docs/decisions/0001-keep events.md', decision());
    repository.git('add', '--all');
    expect(repository.git('commit', '--message', 'Add a record')).toContain('1 file changed');
  });
});

describe('the example for GitLab', () => {
  const jobs = parseYaml(examples.find((text) => text.startsWith('docket:'))!) as Record<string, { image: string; variables: Record<string, string>; before_script: string[]; script: string[]; artifacts: { when: string; reports: { codequality: string } } }>;

  it('runs, writes the report that its artifact names, and fails by what was found', async () => {
    const { docket, ...others } = jobs;
    expect(others).toEqual({});
    expect(docket!.artifacts.when).toBe('always');
    const { folder } = await repositoryOf({ 'docs/decisions/0001-a.md': WITHOUT_OUTCOME });
    const home = await folderOf();
    await cp(path.dirname(bundle()), path.join(home, 'dist'), { recursive: true });
    await rename(path.join(home, 'dist/cli.mjs'), path.join(home, 'dist/cli.js'));
    await writeFile(path.join(home, 'dist/package.json'), '{ "type": "module" }');
    const outcome = await runBash(docket!.script.join('\n'), { cwd: folder, env: { ...docket!.variables, DOCKET_HOME: home } });
    expect(outcome).toEqual({ code: 1, out: '1 warning in 1 Markdown file\n', err: '' });
    expect(JSON.parse(await readFile(path.join(folder, docket!.artifacts.reports.codequality), 'utf8'))).toMatchObject([{ check_name: 'required-sections', location: { path: 'docs/decisions/0001-a.md' } }]);
  });
});

describe('the examples for several machines', () => {
  const files = { 'docs/decisions/0001-a.md': WITHOUT_OUTCOME, 'docs/decisions/0002-b.md': decision({ title: 'B', more: '\nSee [a](0001-a.md#gone).\n' }), 'docs/decisions/0003-c.md': decision({ title: 'C' }) };
  const linkToGone = expect.objectContaining({ check_name: 'broken-link' }) as object;

  async function homeOfDocket(): Promise<string> {
    const home = await folderOf();
    await cp(path.dirname(bundle()), path.join(home, 'dist'), { recursive: true });
    await rename(path.join(home, 'dist/cli.mjs'), path.join(home, 'dist/cli.js'));
    await writeFile(path.join(home, 'dist/package.json'), '{ "type": "module" }');
    return home;
  }

  it('for GitLab have each share checked once, and fail by what all of them found', async () => {
    type Job = { readonly parallel?: number; readonly needs?: string[]; readonly extends?: string; readonly script: string[]; readonly artifacts: { readonly paths?: string[]; readonly reports?: { readonly codequality: string } } };
    const { 'docket-shard': shard, docket } = parseYaml(examples.find((text) => text.startsWith('.docket:'))!) as Record<string, Job>;
    expect([docket!.needs, docket!.extends, shard!.extends]).toEqual([['docket-shard'], '.docket', '.docket']);
    const [{ folder }, home] = [await repositoryOf(files), await homeOfDocket()];
    for (let index = 1; index <= shard!.parallel!; index++) {
      expect(await runBash(shard!.script.join('\n'), { cwd: folder, env: { DOCKET_HOME: home, CI_NODE_INDEX: String(index), CI_NODE_TOTAL: String(shard!.parallel) } })).toMatchObject({ code: 0, err: '' });
    }
    expect(await runBash(docket!.script.join('\n'), { cwd: folder, env: { DOCKET_HOME: home } })).toEqual({ code: 1, out: '2 warnings in 2 of 3 Markdown files\n', err: '' });
    expect(JSON.parse(await readFile(path.join(folder, docket!.artifacts.reports!.codequality), 'utf8'))).toContainEqual(linkToGone);
  });

  it('for Buildkite count its jobs from 0', async () => {
    const { steps } = parseYaml(examples.find((text) => text.includes('parallelism:'))!) as { steps: { key?: string; depends_on?: string; parallelism?: number; command: string }[] };
    const [shard, judge] = steps;
    expect(judge!.depends_on).toBe(shard!.key);
    const [{ folder }, home] = [await repositoryOf(files), await homeOfDocket()];
    // The agent makes one dollar of two, Docket is here already, and so are the files of the other jobs.
    const linesOf = ({ command }: { command: string }): string => command.replaceAll('$$', '$').split('\n').filter((line) => !/^(?:DOCKET_HOME=|git clone |\(cd |buildkite-agent )/.test(line)).join('\n');
    for (let job = 0; job < shard!.parallelism!; job++) {
      expect(await runBash(linesOf(shard!), { cwd: folder, env: { DOCKET_HOME: home, BUILDKITE_PARALLEL_JOB: String(job), BUILDKITE_PARALLEL_JOB_COUNT: String(shard!.parallelism) } })).toMatchObject({ code: 0, err: '' });
    }
    expect(await runBash(linesOf(judge!), { cwd: folder, env: { DOCKET_HOME: home } })).toMatchObject({ code: 1, err: '' });
  });
});
