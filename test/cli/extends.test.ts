import { mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { docket, folderOf } from './world.ts';

const PACK = 'types: {pitch: {template: templates/pitch.md}}\nrules: {required-sections: error}\n';
const PITCH = '# {title}\n\n## Problem\n\n## Appetite\n';
const OWN = 'types: {pitch: {files: ["pitches/*.md"]}}\n';
const DOCUMENT = '# Labels\n\n## Problem\n\nThey are slow.\n';

/** What lies in a package, at `folder`. */
const packed = (folder: string, settings = PACK): Record<string, string> => ({
  [`${folder}/package.json`]: '{"name": "@acme/docket", "main": "index.js"}\n',
  [`${folder}/index.js`]: "require('node:fs').writeFileSync('ran', '');\n",
  [`${folder}/.docket.yaml`]: settings,
  [`${folder}/templates/pitch.md`]: PITCH,
});

const findingsIn = async (folder: string, paths: readonly string[] = []) => {
  const { code, out, err } = await docket(folder, ['lint', ...paths, '--format', 'json']);
  return { code, err, found: out && (JSON.parse(out) as { path: string; rule: string; severity: string }[]).map((one) => [one.path, one.rule, one.severity]) };
};
const missingIn = (path: string): string[][] => [[path, 'required-sections', 'error']];
const MISSING = missingIn('pitches/a.md');

describe('extends', () => {
  it('takes what an installed package says, and runs nothing of it', async () => {
    const folder = await folderOf({ ...packed('node_modules/@acme/docket'), '.docket.yaml': `extends: "@acme/docket"\n${OWN}`, 'pitches/a.md': DOCUMENT });
    expect(await findingsIn(folder)).toEqual({ code: 1, err: '', found: MISSING });
    expect((await readdir(folder)).sort()).toEqual(['.docket.yaml', '.git', 'node_modules', 'pitches']);
  });

  it('takes a package that is linked to a folder of the workspace', async () => {
    const folder = await folderOf({ ...packed('packages/docket'), '.docket.yaml': `extends: "@acme/docket"\n${OWN}`, 'pitches/a.md': DOCUMENT });
    await mkdir(path.join(folder, 'node_modules/@acme'), { recursive: true });
    await symlink('../../packages/docket', path.join(folder, 'node_modules/@acme/docket'), 'dir');
    expect(await findingsIn(folder)).toEqual({ code: 1, err: '', found: MISSING });
  });

  it('finds a package above the folder that is asked for, in the same repository', async () => {
    const folder = await folderOf({ ...packed('node_modules/@acme/docket'), 'services/a/.docket.yaml': `extends: "@acme/docket"\n${OWN}`, 'services/a/pitches/a.md': DOCUMENT });
    expect(await findingsIn(folder, ['services/a'])).toEqual({ code: 1, err: '', found: missingIn('services/a/pitches/a.md') });
    expect(await findingsIn(folder, ['services'])).toEqual({ code: 1, err: '', found: missingIn('services/a/pitches/a.md') });
  });

  it('holds for a folder below the configuration', async () => {
    const folder = await folderOf({ ...packed('node_modules/@acme/docket'), '.docket.yaml': `extends: "@acme/docket"\n${OWN}`, 'pitches/a.md': DOCUMENT });
    expect(await findingsIn(folder, ['pitches'])).toEqual({ code: 1, err: '', found: MISSING });
    expect(await findingsIn(folder, ['pitches/a.md'])).toEqual({ code: 1, err: '', found: MISSING });
  });

  it('makes documents of the types that it takes', async () => {
    const folder = await folderOf({ ...packed('node_modules/@acme/docket'), '.docket.yaml': `extends: "@acme/docket"\n${OWN}` });
    const { code, out } = await docket(folder, ['new', 'pitch', 'Faster labels', '--print']);
    expect(code).toBe(0);
    expect(out).toContain('# Faster labels\n\n## Problem\n\n## Appetite\n');
  });

  it.each([['en', 'cannot be read: it is a symbolic link out of the folder.'], ['ko', '읽을 수 없습니다: 폴더 밖을 가리키는 심볼릭 링크입니다.']])('says why a package that is linked to another place is not read (%s)', async (language, reason) => {
    const elsewhere = await realpath(await mkdtemp(path.join(tmpdir(), 'docket-elsewhere-')));
    await writeFile(path.join(elsewhere, '.docket.yaml'), 'rules: {readable: info}\n');
    const folder = await folderOf({ '.docket.yaml': 'language: en\nextends: [acme]\n', 'services/.docket.yaml': 'extends: acme\n' });
    await mkdir(path.join(folder, 'node_modules'));
    await symlink(elsewhere, path.join(folder, 'node_modules/acme'), 'dir');
    const all = await docket(folder, ['lint', '--lang', language]);
    const above = await docket(folder, ['lint', 'services', '--lang', language]);
    await rm(elsewhere, { recursive: true });
    expect([all.code, above.code]).toEqual([2, 2]);
    expect(all.err).toContain('.docket.yaml:2:11: ');
    for (const { err } of [all, above]) expect(err).toContain(reason);
  });

  it('ends with 2 and says each mistake where the configuration leads to it', async () => {
    const folder = await folderOf({
      ...packed('node_modules/broken', 'rules:\n  readable: loud\n'),
      '.docket.yaml': 'extends:\n  - ./docket\n  - broken\n  - shared/base.yaml\n  - "@acme/none"\n', 'shared/base.yaml': 'extends: ../.docket.yaml\n',
    });
    const { code, out, err } = await docket(folder, ['lint']);
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n')).toEqual([
      '.docket.yaml:2:5: "./docket" cannot be found; check the path, which is relative to this file.',
      '.docket.yaml:3:5: "node_modules/broken/.docket.yaml" has a mistake on line 2: "readable" has to be one of off, hint, info, warning, error, or a list of one of these and the options of the rule.',
      '.docket.yaml:4:5: "shared/base.yaml" has a mistake on line 1: This leads in a circle: .docket.yaml → shared/base.yaml → .docket.yaml; remove one of these "extends".',
      '.docket.yaml:5:5: "@acme/none" is neither a file or folder here nor a package in node_modules; check the name, or install the package, which Docket never does by itself.',
      'shared/base.yaml:1:10: This leads in a circle: .docket.yaml → shared/base.yaml → .docket.yaml; remove one of these "extends".',
      '',
    ]);
  });
});

describe('a folder of a repository', () => {
  const settings = (template: string, base: string): string => `extends: ${base}\ntypes: {pitch: {template: ${template}, files: ["pitches/*.md"]}}\n`;

  it('takes a template and settings that lie above it in the same repository', async () => {
    const folder = await folderOf({ 'templates/pitch.md': PITCH, 'base.yaml': 'rules: {required-sections: error}\n', 'docs/.docket.yaml': settings('../templates/pitch.md', '../base.yaml'), 'docs/pitches/a.md': DOCUMENT });
    expect(await findingsIn(folder, ['docs'])).toEqual({ code: 1, err: '', found: missingIn('docs/pitches/a.md') });
    expect(await findingsIn(path.join(folder, 'docs'))).toEqual({ code: 1, err: '', found: MISSING });
  });

  it('takes nothing from above the repository', async () => {
    const folder = await folderOf({ 'docs/.docket.yaml': settings('../../pitch.md', '../../base.yaml'), 'docs/pitches/a.md': DOCUMENT });
    const { code, err } = await docket(folder, ['lint', 'docs']);
    expect(code).toBe(2);
    expect(err).toContain('docs/.docket.yaml:1:10: "../../base.yaml" lies outside the workspace');
    expect(err).toContain('docs/.docket.yaml:2:27: The template "../../pitch.md" lies outside the workspace');
  });

  it('follows no link above it that leads out of the repository', async () => {
    const elsewhere = await folderOf({ 'pitch.md': PITCH });
    const folder = await folderOf({ 'base.yaml': '', 'docs/.docket.yaml': settings('../pitch.md', '../base.yaml'), 'docs/pitches/a.md': DOCUMENT });
    await symlink(path.join(elsewhere, 'pitch.md'), path.join(folder, 'pitch.md'));
    expect(await docket(folder, ['lint', 'docs'])).toMatchObject({ code: 2, err: expect.stringContaining('The template "../pitch.md" cannot be read') });
  });
});
