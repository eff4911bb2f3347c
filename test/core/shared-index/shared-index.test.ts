import { describe, expect, it } from 'vitest';
import { readSharedIndex, type SharedIndex } from '../../../src/core/shared-index/read.ts';
import { repositoriesOf } from '../../../src/core/shared-index/repositories.ts';
import { sharedIndexJsonSchema } from '../../../src/core/shared-index/schema.ts';
import { sharedIndexText } from '../../../src/core/shared-index/write.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { memoryFiles } from '../../../src/files/memory.ts';
import { builtInTemplates } from '../../templates/built-in.ts';

const url = 'https://git.example.com/payments/';
const record = (title: string, status: string): string => `# ${title}\n\n## Status\n\n${status}\n\n## Context\n\nText.\n\n## Decision\n\nWe will.\n\n## Consequences\n\nMore text.\n`;

async function workspaceOf(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files))), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
  await workspace.load();
  return workspace;
}

const payments = { 'adr/0001-a.md': record('1. Show fees', 'Superseded by [2](0002-b.md)'), 'adr/0002-b.md': record('2. Take no fees', 'Accepted'), 'README.md': '# Payments\n' };

async function indexText(): Promise<string> {
  return sharedIndexText((await workspaceOf(payments)).entries(), { name: 'payments', url, above: 'docs' });
}

async function indexOf(): Promise<SharedIndex> {
  const read = readSharedIndex(await indexText());
  if (!('index' in read)) throw new Error('no index');
  return read.index;
}

describe('an index that a repository publishes', () => {
  it('has what others can know of its records, one on a line, with paths from the top, and all other files by their path', async () => {
    expect((await indexText()).split('\n')).toEqual([
      '{"docket":"index","version":1,"name":"payments","url":"https://git.example.com/payments/","documents":[',
      '{"path":"docs/README.md"},',
      '{"path":"docs/adr/0001-a.md","kind":"decision","id":"0001","number":1,"title":"Show fees","status":"superseded","supersededBy":["docs/adr/0002-b.md"]},',
      '{"path":"docs/adr/0002-b.md","kind":"decision","id":"0002","number":2,"title":"Take no fees","status":"accepted","supersedes":["docs/adr/0001-a.md"]}',
      ']}',
      '',
    ]);
  });

  it('has a JSON Schema', () => {
    expect(sharedIndexJsonSchema()).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', title: 'Docket index of a repository', required: ['docket', 'version', 'name', 'documents'] });
  });
});

describe('a link to a page of another repository', () => {
  it('leads to the record there, whatever stands behind it', async () => {
    const repositories = repositoriesOf([await indexOf()]);
    for (const link of [`${url}docs/adr/0001-a.md`, `${url}docs/adr/0001-a.md#status`, `${url}docs/adr/0001-a.md?plain=1`, `${url}docs/adr/0001-a`, `${url}docs/%61dr/0001-a.md`]) {
      expect(repositories.linked(link)).toMatchObject({ path: 'docs/adr/0001-a.md', isGone: false, entry: { title: 'Show fees', status: 'superseded', supersededBy: [`${url}docs/adr/0002-b.md`] } });
    }
    expect(repositories.at(`${url}docs/adr/0002-b.md`)?.entry.title).toBe('Take no fees');
  });

  it('is gone only where the repository has others in that folder', async () => {
    const repositories = repositoriesOf([await indexOf()]);
    expect(repositories.linked(`${url}docs/adr/0003-c.md`)).toMatchObject({ path: 'docs/adr/0003-c.md', isGone: true, entry: undefined });
    for (const link of [`${url}docs/other/0003-c.md`, `${url}docs/adr/picture.png`, 'https://git.example.com/orders/docs/adr/0003-c.md', 'docs/adr/0003-c.md', `${url}docs/README.md`, 'javascript:alert(1)']) expect(repositories.linked(link)?.isGone ?? false).toBe(false);
  });
});

describe('an index that .docket.yaml names', () => {
  const mistakesOf = async (files: Readonly<Record<string, string>>, named = 'payments.json'): Promise<readonly string[]> => {
    const workspace = await workspaceOf({ 'docs/.docket.yaml': `language: en\nindexes: ${named}\n`, ...files });
    return workspace.configFindings('docs/.docket.yaml').map(({ line, column, reason }) => `${line}:${column} ${reason}`);
  };

  it('is read from its folder', async () => {
    expect(await mistakesOf({ 'docs/payments.json': await indexText() })).toEqual([]);
    expect(await mistakesOf({ 'docs/payments.json': await indexText(), 'payments.json': await indexText() }, '[payments.json, ../payments.json]')).toEqual([]);
  });

  it.each([
    ['is not there', {}, 'payments.json', '2:10 The index "payments.json" cannot be read (there is no such file or folder); check the path, which is relative to this file.'],
    ['leads out of the repository', {}, '../../payments.json', '2:10 The index "../../payments.json" lies outside the repository; put a copy of it inside.'],
    ['is absolute', {}, '/etc/passwd', '2:10 The index "/etc/passwd" lies outside the repository; put a copy of it inside.'],
    ['is an address', {}, 'https://git.example.com/payments.json', '2:10 The index "https://git.example.com/payments.json" is an address, and Docket asks no network; put a copy of the file into the repository and write its path.'],
    ['is no path', {}, '{a: 1}', '2:10 "indexes" has to be the path of a file that docket index has written, or a list of such paths.'],
    ['is a list with something else', {}, '[payments.json, 7]', '2:26 "indexes" has to be the path of a file that docket index has written, or a list of such paths.'],
    ['is broken', { 'docs/payments.json': '{"docket":"index"' }, 'payments.json', '2:10 The index "payments.json" cannot be used, for a bracket is not closed (line 1, column 18).'],
    ['is something else', { 'docs/payments.json': '{"name":"x"}' }, 'payments.json', '2:10 The index "payments.json" cannot be used, for it has to begin as docket index writes it: "docket": "index", "version": 1 (line 1, column 1).'],
    ['is of a later version', { 'docs/payments.json': '{"docket":"index","version":2,"name":"x","documents":[]}' }, 'payments.json', '2:10 The index "payments.json" cannot be used, for it has to begin as docket index writes it: "docket": "index", "version": 1 (line 1, column 29).'],
    ['has a path that leads out', { 'docs/payments.json': '{"docket":"index","version":1,"name":"x","documents":[{"path":"../x.md"}]}' }, 'payments.json', '2:10 The index "payments.json" cannot be used, for a path has to lead down from the top of the repository (line 1, column 63).'],
    ['has an address that is none', { 'docs/payments.json': '{"docket":"index","version":1,"name":"x","url":"javascript:x/","documents":[]}' }, 'payments.json', '2:10 The index "payments.json" cannot be used, for "url" has to be the address of a page that ends with a slash, such as "https://example.org/docs/" (line 1, column 48).'],
    ['has a number for a title', { 'docs/payments.json': '{"docket":"index","version":1,"name":"x","documents":[{"path":"x.md","title":7}]}' }, 'payments.json', '2:10 The index "payments.json" cannot be used, for this is not what docket index writes; publish the index again (line 1, column 78).'],
  ])('is told at its place where it %s', async (_name, files, named, told) => {
    expect(await mistakesOf(files, named)).toEqual([told]);
  });

  it('is told where a text in it is longer than any that people write', async () => {
    const [told] = await mistakesOf({ 'docs/payments.json': `{"docket":"index","version":1,"name":"${'x'.repeat(2_000)}","documents":[]}` });
    expect(told).toContain('publish the index again');
  });

  it('lets the findings follow when it changes', async () => {
    const files = new Map(Object.entries({ '.docket.yaml': 'indexes: payments.json\n', 'payments.json': await indexText(), 'a.md': `# A\n\n[x](${url}docs/adr/0009-x.md)\n` }));
    const workspace = new Workspace({ files: memoryFiles(files), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
    await workspace.load();
    expect((await workspace.lint('a.md')).map(({ reason }) => reason)).toEqual(['"payments" has no "docs/adr/0009-x.md" by its index; correct the link, or renew the index.']);
    files.set('payments.json', (await indexText()).replace('docs/README.md', 'docs/adr/0009-x.md'));
    expect(await workspace.look(['payments.json'])).toBe(true);
    await workspace.catchUp();
    expect(await workspace.lint('a.md')).toEqual([]);
  });
});
