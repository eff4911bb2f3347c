import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { bundledCli } from './bundle.ts';
import { decision, folderOf } from './world.ts';

const bundle = bundledCli();
const levels = (count: number, line: (level: number) => string): string => Array.from({ length: count }, (_, level) => line(level)).join('');

/** What makes parsers look at the same text again and again: the inputs that cmark and markdown-it try themselves with, and more. */
const HOSTILE: Readonly<Record<string, string>> = {
  'nested emphasis': '*'.repeat(20_000) + 'a' + '*'.repeat(20_000),
  'nested strong emphasis': '*a **a '.repeat(3000) + 'b' + ' a** a*'.repeat(3000),
  'closers without openers': 'a_ '.repeat(15_000),
  'openers without closers': '_a '.repeat(15_000),
  'link ends': 'a]'.repeat(20_000),
  'link beginnings': '[a'.repeat(20_000),
  'openers and closers of two kinds': '*a_ '.repeat(12_000),
  'openers far from closers': '*a '.repeat(8000) + '_a*_ '.repeat(5000),
  'closers of a length that does not fit': 'a**b' + 'c* '.repeat(15_000),
  'links and emphasis': '[ a_'.repeat(12_000),
  'brackets in parentheses': '[ (]('.repeat(10_000),
  'images of links': '![[]()'.repeat(8000),
  'nested brackets': '['.repeat(20_000) + 'a' + ']'.repeat(20_000),
  'nested brackets with a definition': `${'['.repeat(20_000)}a${']'.repeat(20_000)}\n\n[a]: b\n`,
  'nested images': '!['.repeat(10_000) + 'a' + '](b)'.repeat(10_000),
  'nested quotes': '> '.repeat(20_000) + 'a',
  'nested lists': levels(250, (level) => `${'  '.repeat(level)}* a\n`),
  'NUL characters': 'abc\0de\0'.repeat(6000),
  'runs of backticks': levels(300, (level) => `e${'`'.repeat(level)}`),
  'backticks and backslashes': '``\\'.repeat(15_000),
  'unclosed targets in brackets': '[a](<b'.repeat(8000),
  'unclosed targets': '[a](b'.repeat(9000),
  'targets without an end': '[a]('.repeat(12_000),
  'unclosed titles': "[a](b '".repeat(6000),
  'unclosed comments': `</${'<!--'.repeat(12_000)}`,
  'unclosed declarations': '<!A <? <![CDATA['.repeat(3000),
  'unclosed tags': '<a b="'.repeat(8000),
  'angle brackets': `${'<'.repeat(50_000)}>`,
  'empty lines in a nested list': `${'- '.repeat(90)}x${'\n'.repeat(20_000)}`,
  'empty lines in a nested list in a quote': `> ${'- '.repeat(90)}x\n${'>\n'.repeat(10_000)}`,
  'emphasis in a quote that is left': `${'> '.repeat(90)}${'a* '.repeat(5000)}\n${'b\n'.repeat(5000)}`,
  'emphasis of mixed marks': '**_* '.repeat(10_000),
  'spaces before the end of a line': `x${' '.repeat(50_000)}x  \nx`,
  'an address with many marks': `https://a.b?${'*'.repeat(40_000)}a`,
  'addresses of mail': 'ping a@b.co ok\n'.repeat(3000),
  'headings underlined': 'a\n-\n'.repeat(12_000),
  'headings underlined twice': 'a\n=\n'.repeat(12_000),
  'headings': '# a\n'.repeat(12_000),
  'short lists': '- a\n  - b\n    - c\n'.repeat(2500),
  'definitions without an end': '[a]: b (\n'.repeat(5000),
  'definitions and references': levels(3000, (level) => `[a${level}]: b\n`) + levels(3000, (level) => `[a${level}] `),
  'a table of many rows': `a|b\n-|-\n${'a|b\n'.repeat(10_000)}`,
  'a table of many columns': `${'|a'.repeat(10_000)}\n${'|-'.repeat(10_000)}\n`,
  'tables that might begin': 'a | b\n'.repeat(8000),
  'white space alone': ' \t'.repeat(25_000),
  'lines without text': '\n'.repeat(50_000),
};

const inLine = (text: string): string => text.replace(/\s*\n/g, ' ');

/** Where a stranger may put it. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  'a document': (text) => text,
  'a section': (text) => decision().replace('The disk is full.', () => text),
  'a cell of a table': (text) => decision({ more: `\n| Action | Owner |\n|---|---|\n| ${inLine(text)} | @mina |\n` }),
  'front matter': (text) => `---\nstatus: ${text.replaceAll('\n', '\n  ')}\n---\n${decision()}`,
  'a short value in front matter': (text) => decision({ status: JSON.stringify(text.slice(0, 15_000)) }),
  'a heading': (text) => `# ${inLine(text)}\n${decision({ title: inLine(text) })}`,
  'a status': (text) => `# ADR 7: x\n\n## Status\n\n${inLine(text)}\n\nDate: ${inLine(text)}\n`,
  'an action item': (text) => decision({ more: `\n## Action Items\n\n- [ ] ${text.replaceAll('\n', '\n  ')} @mina due: 2026-12-01\n` }),
};

/** Milliseconds after which a program that still runs is said to hang. */
const HANGS = 150_000;

describe('what was made to hang a parser is read, or named and left out, and everything else goes on:', () => {
  it.each(Object.entries(PLACES))('as %s', async (_, put) => {
    const files = Object.fromEntries(Object.entries(HOSTILE).map(([name, text], number) => [`decisions/${1000 + number}-${name.replaceAll(' ', '-')}.md`, put(text)]));
    await expectAllChecked({ ...files, 'decisions/0001-bad.md': '# Without sections\n\n## Status\n\nAccepted\n\n## Context\n' });
  }, HANGS);

  it('as a template', async () => {
    const files = Object.entries(HOSTILE).map(([name, text]) => [`${name.replaceAll(' ', '-')}/decisions/template.md`, `# Title\n\n## Context\n\n${text}\n\n## Decision\n`]);
    const documents = files.map(([path]) => [path!.replace('template', '0001-good'), decision()]);
    await expectAllChecked(Object.fromEntries([...files, ...documents]) as Record<string, string>);
  }, HANGS);

  it('and the list has every one of them', async () => {
    const files = Object.fromEntries(Object.entries(HOSTILE).map(([name, text]) => [`decisions/${name.replaceAll(' ', '-')}.md`, text]));
    const listed = run(await folderOf(files), 'list', '--format', 'ndjson');
    expect(listed.status).toBe(0);
    const told = listed.stdout.trim().split('\n').map((line) => JSON.parse(line) as { type: string; path: string });
    expect(told.filter(({ type }) => type === 'document').map(({ path }) => path).sort()).toEqual(Object.keys(files).sort());
    // Only what nests too deep is left out, and it is named.
    expect([...listed.stderr.matchAll(/^decisions\/(\S+)\.md:\d+:\d+: /gm)].map(([, name]) => name)).toEqual(['nested-emphasis', 'nested-images', 'nested-lists', 'nested-quotes', 'nested-strong-emphasis', 'openers-far-from-closers']);
  }, HANGS);
});

async function expectAllChecked(files: Readonly<Record<string, string>>): Promise<void> {
  const folder = await folderOf(files);
  const linted = run(folder, 'lint', '--format', 'json');
  expect(linted.status).toBe(1);
  const findings = JSON.parse(linted.stdout) as { path: string; data: { reason?: string } }[];
  expect(findings.filter(({ data }) => data.reason?.includes('took longer'))).toEqual([]);
  // No rule failed on what was read.
  expect(linted.stdout).not.toContain(' failed on this document');
}

function run(folder: string, ...args: string[]) {
  return spawnSync(process.execPath, [bundle(), ...args], { cwd: folder, encoding: 'utf8', timeout: HANGS, maxBuffer: 1e9 });
}
