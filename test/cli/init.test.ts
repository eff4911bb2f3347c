import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { docket, folderOf } from './world.ts';

const TEMPLATE = '# {title}\n\n## Why now\n\n{why}\n\n## What changes\n\n{what}\n\n## Who is told\n\n{who}\n';
const record = (title: string, ...sections: string[]) => `# ${title}\n\nStatus: accepted\n\n${sections.map((section) => `## ${section}\n\nText.\n`).join('\n')}`;
const FILES = {
  'docs/adr/template.md': TEMPLATE,
  'docs/adr/0001-one.md': record('1. One', 'Why now', 'What changes', 'Who is told'),
  'docs/adr/0002-two.md': record('2. Two', 'Why now', 'What changes'),
  'docs/adr/0003-old.md': record('3. Old', 'Background', 'Proposal'),
};
const findings = async (folder: string) => JSON.parse((await docket(folder, ['lint', '--format', 'json'])).out) as { path: string; severity: string; data: { section: string } }[];

describe('docket init', () => {
  it('names the template that documents follow, and says how many do', async () => {
    const folder = await folderOf(FILES);
    const { code, out, err } = await docket(folder, ['init']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('docs/adr/template.md: 2 documents follow it, and 1 of them have all it asks for; becomes the type "adr" for docs/adr/[0-9]*.md\n');
    expect(out).toContain('documents beside them that do not follow it: 1\n');
    expect(out).toContain('Written: .docket.yaml\n');
    expect(out).toContain('docket init --baseline accepts them for now.\n');
    expect(parse(await readFile(path.join(folder, '.docket.yaml'), 'utf8'))).toEqual({ types: { adr: { template: 'docs/adr/template.md', files: ['docs/adr/[0-9]*.md'] } } });
    expect((await findings(folder)).filter(({ path: one }) => one === 'docs/adr/0002-two.md')).toMatchObject([{ severity: 'error', data: { section: 'Who is told' } }]);
  });

  it('prints what it would write with --print, and writes nothing', async () => {
    const folder = await folderOf(FILES);
    const { out } = await docket(folder, ['init', '--print']);
    expect(out).toContain('+types:\n+  adr:\n');
    expect((await readdir(folder)).sort()).toEqual(['.git', 'docs']);
  });

  it('keeps what a .docket.yaml says', async () => {
    const folder = await folderOf({ ...FILES, '.docket.yaml': '# Ours\nlanguage: ko\n' });
    await docket(folder, ['init', '--lang', 'en']);
    expect((await readFile(path.join(folder, '.docket.yaml'), 'utf8')).startsWith('# Ours\nlanguage: ko\ntypes:\n')).toBe(true);
  });

  it('has nothing to write the second time', async () => {
    const folder = await folderOf(FILES);
    await docket(folder, ['init']);
    const { code, out } = await docket(folder, ['init']);
    expect(code).toBe(0);
    expect(out).toContain('Named already: adr.\nNothing to write.\n');
  });

  it('leaves a configuration alone that it cannot extend', async () => {
    const folder = await folderOf({ ...FILES, '.docket.yaml': 'types: {design: {files: ["d/*.md"]}}\n' });
    expect(await docket(folder, ['init'])).toMatchObject({ code: 2, err: 'docket: the types in .docket.yaml are written in braces; write them one on a line, and run this again\n' });
  });

  it('says so where there is no template', async () => {
    const folder = await folderOf({ 'docs/adr/0001-one.md': FILES['docs/adr/0001-one.md'] });
    expect((await docket(folder, ['init'])).out).toContain('No template was found that documents follow');
    expect((await docket(await folderOf(), ['init', '--lang', 'ko'])).out).toBe('설계 문서, 결정 기록, 포스트모템, 회의록을 찾지 못했습니다.\n쓸 것이 없습니다.\n');
  });
});

describe('a baseline', () => {
  it('accepts what is found today, and shows what comes', async () => {
    const folder = await folderOf(FILES);
    expect((await docket(folder, ['init', '--baseline'])).out).toContain('Written: .docket.yaml, docket-baseline.json\n');
    expect(await findings(folder)).toEqual([]);
    await writeFile(path.join(folder, 'docs/adr/0002-two.md'), record('2. Two', 'What changes'));
    expect(await findings(folder)).toMatchObject([{ path: 'docs/adr/0002-two.md', data: { section: 'Why now' } }]);
  });

  it('is brought up to date with lint --update-baseline: what is mended leaves it, what was not asked for stays', async () => {
    const folder = await folderOf(FILES);
    await docket(folder, ['init', '--baseline']);
    const read = async (): Promise<string[]> => Object.keys((JSON.parse(await readFile(path.join(folder, 'docket-baseline.json'), 'utf8')) as { documents: object }).documents);
    const before = await read();
    await writeFile(path.join(folder, 'docs/adr/0002-two.md'), FILES['docs/adr/0001-one.md'].replace('# 1.', '# 2.'));
    expect(await docket(folder, ['lint', 'docs/adr/0002-two.md', '--update-baseline'])).toMatchObject({ code: 0, out: 'Findings accepted for now: 0.\n' });
    expect(await read()).toEqual(before.filter((one) => one !== 'docs/adr/0002-two.md'));
  });

  it('has to be named first', async () => {
    const folder = await folderOf(FILES);
    expect(await docket(folder, ['lint', '--update-baseline'])).toMatchObject({ code: 2, err: expect.stringContaining('no "baseline" in .docket.yaml holds for') as string });
  });
});
