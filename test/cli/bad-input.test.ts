import { symlink, unlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decision, docket, folderOf } from './world.ts';

const WITHOUT_OUTCOME = decision().replace(/## Decision Outcome[\s\S]*/, '');
const GOOD = { 'decisions/0009-good.md': WITHOUT_OUTCOME };
const nested = (marker: (level: number) => string): string => `# Deep\n\n${Array.from({ length: 300 }, (_, level) => `${marker(level)}text`).join('\n')}\n`;

/** Seconds of work that one bad file may cost; the clock would count what other programs do. */
const LIMIT = 2;

interface Found { path: string; line: number; column: number; rule: string; severity: string; data: Record<string, unknown> }

async function lint(folder: string, ...paths: string[]): Promise<{ code: number; err: string; found: Found[] }> {
  const { code, out, err } = await docket(folder, ['lint', '--format', 'json', ...paths]);
  return { code, err, found: JSON.parse(out) as Found[] };
}

describe('a bad file is named and the others go on', () => {
  const unreadable: Record<string, [string | Uint8Array, string, number]> = {
    'one that is not UTF-8': [new Uint8Array([0x23, 0x20, 0xff, 0xfe, 0x0a]), 'readable', 1],
    'one of 50 MB': [new Uint8Array(50_000_000).fill(0x61), 'readable', 1],
    'one with a line of 600,000 letters': [`# Long\n\n${'a '.repeat(300_000)}\n`, 'readable', 1],
    'one with broken front matter': [`---\nstatus: [accepted\n---\n${WITHOUT_OUTCOME.replace(/^---[\s\S]*?---\n/, '')}`, 'front-matter-syntax', 2],
    'a thousand quotes in one line': [`# Deep\n\n${'> '.repeat(1000)}text\n`, 'readable', 3],
    'three hundred quotes, one more in each line': [nested((level) => '> '.repeat(level + 1)), 'readable', 103],
    'a thousand list levels in one line': [`# Deep\n\n${'- '.repeat(1000)}text\n`, 'readable', 3],
    'three hundred list levels, one more in each line': [nested((level) => `${'  '.repeat(level)}- `), 'readable', 103],
  };
  for (const [name, [content, rule, line]] of Object.entries(unreadable)) {
    it(name, async () => {
      const folder = await folderOf({ ...GOOD, 'decisions/0001-bad.md': content });
      const start = process.cpuUsage();
      const { code, found } = await lint(folder);
      const { user, system } = process.cpuUsage(start);
      expect(code).toBe(1);
      expect(found).toContainEqual(expect.objectContaining({ path: 'decisions/0009-good.md', rule: 'required-sections' }));
      expect(found.filter((one) => one.path === 'decisions/0001-bad.md')).toContainEqual(expect.objectContaining({ rule, severity: 'error', line }));
      const listed = await docket(folder, ['list', '--format', 'ndjson']);
      expect(listed).toMatchObject({ code: 0, err: expect.stringMatching(/^decisions\/0001-bad\.md:\d+:\d+: .+\n$/) as string });
      expect(listed.out).toContain('"path":"decisions/0009-good.md"');
      expect((user + system) / 1e6).toBeLessThan(LIMIT);
    }, 20_000);
  }

  it('one that links to itself', async () => {
    const folder = await folderOf(GOOD);
    await symlink('0001-loop.md', path.join(folder, 'decisions/0001-loop.md'));
    const { found } = await lint(folder);
    expect(found).toContainEqual(expect.objectContaining({ path: 'decisions/0001-loop.md', rule: 'readable' }));
    expect(found).toContainEqual(expect.objectContaining({ path: 'decisions/0009-good.md' }));
    expect((await lint(folder, 'decisions/0001-loop.md')).found).toMatchObject([{ path: 'decisions/0001-loop.md', rule: 'readable' }]);
  });

  it('one that links to nothing or out of the folder', async () => {
    const outside = await folderOf({ 'secret.md': '# Secret\n' });
    const folder = await folderOf(GOOD);
    await symlink('gone.md', path.join(folder, 'decisions/0001-nothing.md'));
    await symlink(path.join(outside, 'secret.md'), path.join(folder, 'decisions/0002-outside.md'));
    await symlink('..', path.join(folder, 'decisions/up'));
    const { found } = await lint(folder);
    expect(found.map((one) => `${one.path} ${one.rule}`)).toEqual(['decisions/0001-nothing.md readable', 'decisions/0002-outside.md readable', 'decisions/0009-good.md required-sections']);
  });

  it('one that disappears while the folder is read', async () => {
    const folder = await folderOf({ ...GOOD, 'decisions/0001-gone.md': decision() });
    let calls = 0;
    const io = { showsProgress: true, now: () => { if (++calls === 2) void unlink(path.join(folder, 'decisions/0001-gone.md')); return new Date(2026, 10, 22); } };
    const { code, out } = await docket(folder, ['lint', '--format', 'json'], io);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ path: 'decisions/0009-good.md', rule: 'required-sections' }));
  });
});

describe('what is no mistake', () => {
  it('an empty file is for information and is listed', async () => {
    const folder = await folderOf({ 'decisions/0001-empty.md': '', 'decisions/0002-blank.md': ' \n\n' });
    expect(await lint(folder)).toMatchObject({ code: 0, found: [{ path: 'decisions/0001-empty.md', rule: 'not-empty', severity: 'info' }, { path: 'decisions/0002-blank.md', rule: 'not-empty' }] });
    expect((await docket(folder, ['list', '--format', 'ndjson'])).out.trim().split('\n')).toHaveLength(2);
  });

  it('a byte-order mark changes nothing', async () => {
    const plain = await lint(await folderOf({ 'decisions/0001-a.md': WITHOUT_OUTCOME }));
    expect(plain.found).toHaveLength(1);
    expect(await lint(await folderOf({ 'decisions/0001-a.md': `\uFEFF${WITHOUT_OUTCOME}` }))).toEqual(plain);
  });

  it('CRLF changes nothing', async () => {
    const plain = await lint(await folderOf({ 'decisions/0001-a.md': WITHOUT_OUTCOME }));
    expect(await lint(await folderOf({ 'decisions/0001-a.md': WITHOUT_OUTCOME.replaceAll('\n', '\r\n') }))).toEqual(plain);
  });
});
