import { readFileSync } from 'node:fs';
import { cp, rename } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { decision, docket, folderOf } from '../cli/world.ts';
import { nodeFiles } from '../../src/files/node.ts';
import { connect } from '../server/client.ts';
import { bundledPlugin, runRemark } from './bundle.ts';

const plugin = bundledPlugin();
const WITHOUT_OUTCOME = decision().replace(/## Decision Outcome[\s\S]*/, '');

/** What every door says of a finding. */
interface Told { path: string; place: string; rule: string; level: 'error' | 'warning' | 'info'; message: string }

interface Report { path: string; messages: { reason: string; line: number; column: number; place?: { start: { line: number; column: number }; end: { line: number; column: number } }; fatal: boolean | null; ruleId: string; source: string; url: string }[] }

async function byRemark(folder: string, args: readonly string[] = ['.'], input?: string): Promise<{ code: number; told: Told[]; reports: Report[] }> {
  const { code, err } = await runRemark(plugin(), folder, args, input === undefined ? {} : { input });
  const reports = JSON.parse(err) as Report[];
  const told = reports.flatMap(({ path: name, messages }) => messages.map(({ reason, place, fatal, ruleId }): Told => ({
    path: name, place: place ? `${place.start.line}:${place.start.column}-${place.end.line}:${place.end.column}` : '', rule: ruleId, level: fatal ? 'error' : fatal === false ? 'warning' : 'info', message: reason,
  })));
  return { code, told: sorted(told), reports };
}

async function byTerminal(folder: string): Promise<Told[]> {
  const { out } = await docket(folder, ['lint', '--format', 'json'], { now: () => new Date() });
  const found = JSON.parse(out) as { path: string; line: number; column: number; endLine: number; endColumn: number; rule: string; severity: Told['level']; message: string }[];
  return sorted(found.map(({ path: name, line, column, endLine, endColumn, rule, severity, message }) => ({ path: name, place: `${line}:${column}-${endLine}:${endColumn}`, rule, level: severity, message })));
}

async function byServer(folder: string): Promise<Told[]> {
  const uri = pathToFileURL(folder).href;
  const client = await connect({ folders: { [uri]: {} }, filesOf: () => nodeFiles(folder) });
  await client.lint();
  const shown = new Map(client.sent.map((params) => [params.uri, params]));
  await client.end();
  return sorted([...shown.values()].flatMap(({ uri: document, diagnostics }) => diagnostics.map(({ range: { start, end }, severity, code, message }): Told => ({
    path: path.relative(folder, fileURLToPath(document)).split(path.sep).join('/'),
    place: `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`, rule: String(code),
    level: severity === DiagnosticSeverity.Error ? 'error' : severity === DiagnosticSeverity.Warning ? 'warning' : 'info', message: String(message),
  }))));
}

const sorted = (told: Told[]): Told[] => told.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

describe('the sample workspace', () => {
  it('has the same findings in the terminal, in the editor’s server and in remark-cli', async () => {
    const folder = await folderOf();
    await cp(fileURLToPath(new URL('../../media/sample', import.meta.url)), folder, { recursive: true });
    const terminal = await byTerminal(folder);
    expect(terminal.length).toBeGreaterThan(5);
    expect(await byServer(folder)).toEqual(terminal);
    const { told, code } = await byRemark(folder);
    expect(told).toEqual(terminal);
    expect(code).toBe(terminal.some(({ level }) => level === 'error') ? 1 : 0);
  });
});

describe('remark-docket', () => {
  it('finds the workspace of a file, from wherever remark runs', async () => {
    const folder = await folderOf({ '.docket.yaml': 'rules: {required-sections: error}\nexclude: ["old/**"]\n', 'docs/decisions/0001-a.md': WITHOUT_OUTCOME, 'old/decisions/0001-a.md': WITHOUT_OUTCOME });
    const { code, told } = await byRemark(path.join(folder, 'docs'), ['decisions', '../old']);
    expect([code, told]).toMatchObject([1, [{ path: 'decisions/0001-a.md', rule: 'required-sections', level: 'error' }]]);
  });

  it('checks the text that remark has, which need not be on disk', async () => {
    const folder = await folderOf({ 'decisions/0001-a.md': decision() });
    expect((await byRemark(folder, ['--file-path', 'decisions/0001-a.md'], WITHOUT_OUTCOME)).told).toMatchObject([{ rule: 'required-sections' }]);
    expect((await byRemark(folder, ['--file-path', 'decisions/0002-b.md'], WITHOUT_OUTCOME)).told).toMatchObject([{ path: 'decisions/0002-b.md', rule: 'required-sections' }]);
    expect((await byRemark(folder, ['--file-path', 'decisions/0001-a.md'], decision())).told).toEqual([]);
  });

  it('leads to the page of the rule, and calls itself docket', async () => {
    const folder = await folderOf({ 'decisions/0001-a.md': WITHOUT_OUTCOME });
    const [message] = (await byRemark(folder)).reports[0]!.messages;
    expect(message).toMatchObject({ source: 'docket', url: expect.stringMatching(/^file:.*\/rules\/required-sections\.md$/) as string });
  });

  it('takes severities and the language as options', async () => {
    const folder = await folderOf({ 'decisions/0001-a.md': WITHOUT_OUTCOME });
    const use = (options: string) => byRemark(folder, ['.', '--use', `${plugin()}=${options}`]);
    expect((await use('rules:{"required-sections":"error"},language:"ko"')).told).toMatchObject([{ level: 'error', message: expect.stringContaining('섹션이 없습니다') as string }]);
  });

  it.each([
    ['language:"fr"', 'The option "language" of remark-docket has to be one of en, ko.'],
    ['rules:{"grammar":"error"}', 'There is no rule "grammar", which the options of remark-docket name; docket lint --explain lists those that there are.'],
    ['rules:{"required-section":"error"}', 'There is no rule "required-section", which the options of remark-docket name; did you mean "required-sections"?'],
    ['rules:{"required-sections":"loud"}', 'The severity of "required-sections" in the options of remark-docket has to be one of off, hint, info, warning, error.'],
    ['rules:"error"', 'The option "rules" of remark-docket has to hold rules and their severities, such as {"required-sections": "error"}.'],
    ['rule:{}', 'remark-docket has no option "rule"; use one of language, rules.'],
  ])('says in every file that its options %s have a mistake, and checks nothing', async (options, reason) => {
    const folder = await folderOf({ 'decisions/0001-a.md': WITHOUT_OUTCOME });
    const { code, reports } = await byRemark(folder, ['.', '--use', `${plugin()}=${options}`]);
    expect([code, reports.map(({ messages }) => messages)]).toMatchObject([1, [[{ ruleId: 'options', reason }]]]);
  });

  it('says in every file that a configuration has a mistake, and checks nothing', async () => {
    const folder = await folderOf({ '.docket.yaml': 'langauge: ko\n', 'decisions/0001-a.md': WITHOUT_OUTCOME });
    const { code, reports } = await byRemark(folder);
    expect([code, reports.map(({ messages }) => messages)]).toMatchObject([1, [[{ ruleId: 'configuration', reason: '.docket.yaml:1:1: There is no setting "langauge" here; did you mean "language"?' }]]]);
  });

  it('reads no more than the folder of a file that lies in no workspace', async () => {
    const folder = await folderOf({ 'a/decisions/0001-keep-events.md': decision(), 'a/decisions/0001-store-orders.md': decision({ title: 'Store orders' }) });
    await rename(path.join(folder, '.git'), path.join(folder, 'a/was-git'));
    expect((await byRemark(folder)).told.map(({ rule }) => rule)).toEqual(['duplicate-number', 'duplicate-number']);
  });

  it('has a package that goes with the bundle, of the version of Docket', () => {
    const read = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')) as { version: string };
    expect(read('packages/remark-docket/package.json').version).toBe(read('package.json').version);
  });
});
