import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryFiles } from '../../src/files/memory.ts';
import { nodeFiles } from '../../src/files/node.ts';
import { connect, type Client, type ClientOptions } from './client.ts';

/** Milliseconds: a busy machine answers late. */
const PATIENCE = 60_000;
vi.setConfig({ testTimeout: PATIENCE });

const TEAM = 'file:///team';
const DECISION = '# Keep it\n\n## Status\n\nProposed\n\n## Context\n\nx\n\n## Decision\n\ny\n\n## Consequences\n\nz\n';
const INCOMPLETE = DECISION.replace(/## Consequences[\s\S]*/, '');
const MISSING = 'required-sections: Consequences';
const RFC = 'types: {rfc: {template: rfc.md, files: ["text/*.md"]}}\n';

const clients: Client[] = [];
async function client(folders: ClientOptions['folders'], more: Omit<ClientOptions, 'folders'> = {}): Promise<Client> {
  const made = await connect({ folders, ...more });
  clients.push(made);
  return made;
}
afterEach(async () => {
  for (const one of clients.splice(0)) await one.end();
});
const team = (path: string): string => `${TEAM}/${path}`;

describe('an open document', () => {
  it('is checked at once, though the rest of the folder is still being read, and again when it has been', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => { release = resolve; });
    const one = await client({ [TEAM]: { '.docket.yaml': 'types: {rfc: {template: rfc.md}}', 'rfc.md': '# T\n\n## Why\n', 'docs/adr/0001-a.md': DECISION, 'docs/adr/0002-b.md': DECISION } }, {
      filesOf: (_, files) => ({ ...files, read: async (path) => { if (path.startsWith('docs/')) await held; return files.read(path); } }),
    });
    await one.open(team('docs/adr/0001-a.md'), INCOMPLETE);
    await one.shows(team('docs/adr/0001-a.md'), MISSING);
    release();
    expect(await one.rows()).toHaveLength(2);
  });

  it('has its own findings where it is alone, also before it has a file', async () => {
    const one = await client({});
    await one.open('untitled:Untitled-1', INCOMPLETE);
    await one.shows('untitled:Untitled-1', MISSING);
    await one.close('untitled:Untitled-1');
    await one.shows('untitled:Untitled-1');
  });

  it('does not come back with a file that was deleted when another one is edited', async () => {
    const one = await client({ [TEAM]: { 'docs/adr/0001-a.md': DECISION, 'docs/adr/0002-b.md': DECISION } });
    const [uri, other] = [team('docs/adr/0001-a.md'), team('docs/adr/0002-b.md')];
    await one.open(uri, INCOMPLETE);
    await one.open(other, INCOMPLETE);
    await one.shows(uri, MISSING);
    await one.shows(other, MISSING);
    one.maps.get(TEAM)!.delete('docs/adr/0001-a.md');
    await one.watched([uri, 3]);
    await one.shows(uri);
    await one.change(other, INCOMPLETE.replace('# ', '# Not '), 2);
    await one.until(() => one.sent.some(({ uri: sent, version }) => sent === other && version === 2));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect([one.rulesIn(uri), (await one.rows()).filter((row) => row.endsWith(uri))]).toEqual([[], []]);
  });

  it('loses its findings and its row when its file is deleted, and has them again when it is edited or the file is back', async () => {
    const one = await client({ [TEAM]: { 'docs/adr/0001-a.md': DECISION } });
    const uri = team('docs/adr/0001-a.md');
    const remove = async (): Promise<void> => {
      one.maps.get(TEAM)!.delete('docs/adr/0001-a.md');
      await one.watched([uri, 3]);
      await one.shows(uri);
      await expect.poll(() => one.rows()).toEqual([]);
      await one.request('docket/refresh');
      expect(await one.rows()).toEqual([]);
    };
    await one.open(uri, INCOMPLETE);
    await one.shows(uri, MISSING);
    await remove();
    await one.change(uri, `${INCOMPLETE} `, 2);
    await one.shows(uri, MISSING);
    one.maps.get(TEAM)!.set('docs/adr/0001-a.md', DECISION);
    await one.watched([uri, 1]);
    await one.request('docket/refresh');
    await remove();
    one.maps.get(TEAM)!.set('docs/adr/0001-a.md', DECISION);
    await one.watched([uri, 1]);
    await one.shows(uri, MISSING);
    expect(await one.rows()).toEqual([`0001 Keep it ${uri}`]);
    await one.close(uri);
    await one.shows(uri);
  });

  it('that is closed and opened again at once has the findings of the text that is open', async () => {
    const one = await client({ [TEAM]: { 'docs/adr/0001-a.md': DECISION } }, {
      filesOf: (_, files) => ({ ...files, list: async (...args) => { await new Promise((resolve) => setTimeout(resolve, 150)); return files.list(...args); } }),
    });
    const uri = team('docs/adr/0001-a.md');
    await one.rows();
    await one.open(uri, DECISION);
    await one.shows(uri);
    await one.close(uri);
    await one.open(uri, INCOMPLETE);
    await one.shows(uri, MISSING);
    await one.request('docket/refresh');
    expect(one.rulesIn(uri)).toEqual([MISSING]);
  });
});

describe('a folder', () => {
  it('is read once, however many ask for it at once', async () => {
    const reads: string[] = [];
    const one = await client({ [TEAM]: { 'a.md': '# A' } }, { filesOf: (_, files) => ({ ...files, list: (wanted, signal, below = '') => { if (below === '') reads.push(below); return files.list(wanted, signal, below); } }) });
    await one.rows();
    reads.length = 0;
    await Promise.all(Array.from({ length: 20 }, () => one.request('docket/refresh')));
    expect(reads.length).toBeLessThanOrEqual(2);
  });

  it('that appears is read alone', async () => {
    const read: string[] = [];
    const one = await client({ [TEAM]: { 'a.md': '# A', '.gitignore': 'dist/' } }, { filesOf: (_, files) => ({ ...files, read: (path) => { read.push(path); return files.read(path); } }) });
    await one.rows();
    read.length = 0;
    one.maps.get(TEAM)!.set('docs/adr/0002-b.md', DECISION).set('dist/0003-c.md', DECISION);
    await one.notify('docket/foldersChanged', { uris: [team('docs'), team('dist')] });
    await one.request('docket/lint', { uri: team('a.md'), progressToken: 'x' });
    await expect.poll(() => one.rows(), { timeout: PATIENCE / 2 }).toEqual([`0002 Keep it ${team('docs/adr/0002-b.md')}`]);
    expect(read).toEqual(['docs/adr/0002-b.md']);
  });

  it('is not read again for each key typed into .docket.yaml', async () => {
    const asked: string[] = [];
    const one = await client({ [TEAM]: { '.docket.yaml': '', 'docs/adr/0001-a.md': INCOMPLETE } }, {
      filesOf: (_, files) => ({ ...files, list: (wanted, signal, below = '') => { asked.push(`list ${below}`); return files.list(wanted, signal, below); }, read: (path) => { asked.push(path); return files.read(path); } }),
    });
    await one.rows();
    await one.open(team('docs/adr/0001-a.md'), INCOMPLETE);
    await one.shows(team('docs/adr/0001-a.md'), MISSING);
    asked.length = 0;
    await one.open(team('.docket.yaml'), '');
    await one.change(team('.docket.yaml'), 'rules: {required-sections: of}', 2);
    await one.until(() => one.rulesIn(team('.docket.yaml'))?.length);
    await one.change(team('.docket.yaml'), 'rules: {required-sections: off}', 3);
    await one.shows(team('docs/adr/0001-a.md'));
    expect(asked).toEqual([]);
  });

  it('is checked again when .gitignore changes what belongs to it', async () => {
    const one = await client({ [TEAM]: { 'docs/adr/0001-a.md': INCOMPLETE, 'docs/adr/0002-b.md': INCOMPLETE } });
    await one.lint();
    await one.shows(team('docs/adr/0002-b.md'), MISSING);
    one.maps.get(TEAM)!.set('.gitignore', '0002*');
    await one.watched([team('.gitignore'), 1]);
    await one.shows(team('docs/adr/0002-b.md'));
    expect(one.rulesIn(team('docs/adr/0001-a.md'))).toEqual([MISSING]);
    one.maps.get(TEAM)!.set('.gitignore', '');
    await one.watched([team('.gitignore'), 2]);
    await one.shows(team('docs/adr/0002-b.md'), MISSING);
  });
});

describe('a template of the team', () => {
  it.each(['on disk', 'in the editor'])('has its documents checked again when it changes %s', async (where) => {
    const one = await client({ [TEAM]: { '.docket.yaml': RFC, 'rfc.md': '# T\n\n## Summary\n', 'text/a.md': '# A\n\n## Summary\n\nx\n', 'text/b.md': '# B\n\n## Summary\n\nx\n' } });
    await one.open(team('text/a.md'), '# A\n\n## Summary\n\nx\n');
    await one.lint();
    const changed = '# T\n\n## Summary\n\n## Costs\n';
    if (where === 'on disk') {
      one.maps.get(TEAM)!.set('rfc.md', changed);
      await one.watched([team('rfc.md'), 2]);
    } else await one.open(team('rfc.md'), changed);
    await one.shows(team('text/a.md'), 'required-sections: Costs');
    await one.shows(team('text/b.md'), 'required-sections: Costs');
  });
});

describe('a template above the folder', () => {
  it('counts where it lies in the same repository', async () => {
    const repository = await mkdtemp(path.join(tmpdir(), 'docket-above-'));
    for (const [name, text] of Object.entries({ '.git/HEAD': '', 'rfc.md': '# T\n\n## Summary\n\n## Costs\n', 'docs/.docket.yaml': 'types: {rfc: {template: ../rfc.md, files: ["text/*.md"]}}\n', 'docs/text/a.md': '# A\n\n## Summary\n\nx\n' })) {
      await mkdir(path.dirname(path.join(repository, name)), { recursive: true });
      await writeFile(path.join(repository, name), text);
    }
    const one = await client({ [TEAM]: {} }, { filesOf: () => nodeFiles(path.join(repository, 'docs')) });
    await one.lint();
    await one.shows(team('text/a.md'), 'required-sections: Costs');
    await rm(repository, { recursive: true });
  });
});

describe('a template beside the documents', () => {
  it('has them checked again when it changes or goes', async () => {
    const record = (number: number): string => `# ${number}. Keep it\n\n## Status\n\nProposed\n\n## Context\n\nx\n\n## Decision\n\ny\n\n## Risks\n\nz\n`;
    const template = (...more: string[]): string => `# {title}\n\n## Status\n\n## Context\n\n## Decision\n\n${more.map((title) => `## ${title}\n\n`).join('')}`;
    const one = await client({ [TEAM]: { 'adr/template.md': template('Risks'), 'adr/0001-a.md': record(1), 'adr/0002-b.md': record(2), 'adr/0003-c.md': record(3) } });
    await one.lint();
    expect(one.rulesIn(team('adr/0001-a.md'))).toBeUndefined();
    one.maps.get(TEAM)!.set('adr/template.md', template('Risks', 'Costs'));
    await one.watched([team('adr/template.md'), 2]);
    await one.shows(team('adr/0001-a.md'), 'required-sections: Costs');
    await one.open(team('adr/template.md'), template('Risks', 'Gains'));
    await one.shows(team('adr/0002-b.md'), 'required-sections: Gains');
    one.maps.get(TEAM)!.delete('adr/template.md');
    await one.close(team('adr/template.md'));
    await one.until(() => !one.rulesIn(team('adr/0003-c.md'))?.includes('required-sections: Gains'));
  });
});

describe('what was asked for', () => {
  it('is summed up in documents, of which a configuration with a mistake is none', async () => {
    const one = await client({ [TEAM]: { '.docket.yaml': 'colour: red\n', 'docs/adr/0001-a.md': INCOMPLETE, 'docs/adr/0002-b.md': DECISION } });
    expect(await one.lint()).toMatchObject({ documents: 2 });
  });

  it('is kept up to date, and holds for documents that come later once everything was checked', async () => {
    const one = await client({ [TEAM]: { 'docs/adr/0001-a.md': INCOMPLETE } });
    await one.lint();
    one.maps.get(TEAM)!.set('docs/adr/0001-a.md', DECISION).set('docs/adr/0002-b.md', INCOMPLETE);
    await one.watched([team('docs/adr/0001-a.md'), 2], [team('docs/adr/0002-b.md'), 1]);
    await one.shows(team('docs/adr/0002-b.md'), MISSING);
    await one.shows(team('docs/adr/0001-a.md'));
  });

  it('is checked again by a server that starts after a crash', async () => {
    const folders = { [TEAM]: { 'docs/adr/0001-a.md': INCOMPLETE, 'docs/adr/0002-b.md': INCOMPLETE } };
    const some = await client(folders, { options: { asked: { workspace: false, documents: [team('docs/adr/0002-b.md')] } } });
    await some.shows(team('docs/adr/0002-b.md'), MISSING);
    expect(some.rulesIn(team('docs/adr/0001-a.md'))).toBeUndefined();
    const all = await client(folders, { options: { asked: { workspace: true, documents: [] } } });
    await all.shows(team('docs/adr/0001-a.md'), MISSING);
    await all.shows(team('docs/adr/0002-b.md'), MISSING);
  });

  it('tells each of two who ask at once how far it is', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`docs/${index}.md`, '# X']));
    const one = await client({ [TEAM]: files });
    const told: number[][] = [[], []];
    await Promise.all(told.map((list) => one.lint(undefined, ({ done }) => list.push(done))));
    expect(told).toEqual([[0, 10, 20], [0, 10, 20]]);
  });
});

describe('the settings', () => {
  it('change the language of what is shown at once', async () => {
    const one = await client({ [TEAM]: { 'docs/adr/0001-a.md': INCOMPLETE, '.docket.yaml': 'exclud: []' } });
    const uri = team('docs/adr/0001-a.md');
    await one.lint();
    await one.shows(uri, MISSING);
    await one.configure({ language: 'ko' });
    await one.until(() => /없습니다/.test(JSON.stringify(one.sent.filter((params) => params.uri === uri).at(-1))));
    await one.until(() => /[가-힣]/.test(JSON.stringify(one.sent.filter((params) => params.uri === team('.docket.yaml')).at(-1))));
    await one.configure({ language: 'auto' });
    await one.shows(uri, MISSING);
  });
});

describe('workspace folders', () => {
  const INNER = `${TEAM}/services/api`;
  const nested = { [TEAM]: { 'docs/adr/0001-a.md': DECISION, 'services/api/docs/adr/0001-a.md': INCOMPLETE }, [INNER]: { 'docs/adr/0001-a.md': INCOMPLETE } };
  const innerUri = `${INNER}/docs/adr/0001-a.md`;

  it('inside each other show each document once, in the innermost', async () => {
    const one = await client(nested);
    expect(await one.rows()).toEqual([`0001 Keep it ${team('docs/adr/0001-a.md')}`, `0001 Keep it ${innerUri}`]);
    expect((await one.lint()).documents).toBe(2);
  });

  it('hand their documents over when one comes or goes between them', async () => {
    const one = await client({ [TEAM]: nested[TEAM]! });
    expect(await one.rows()).toHaveLength(2);
    one.maps.set(INNER, new Map(Object.entries(nested[INNER]!)));
    await one.folders([INNER]);
    await expect.poll(() => one.rows(), { timeout: PATIENCE / 2 }).toEqual([`0001 Keep it ${team('docs/adr/0001-a.md')}`, `0001 Keep it ${innerUri}`]);
    await one.folders([], [INNER]);
    await expect.poll(() => one.rows(), { timeout: PATIENCE / 2 }).toHaveLength(2);
  });

  it('that are removed leave open documents their findings, and take the others back', async () => {
    const one = await client({ [TEAM]: { 'docs/adr/0001-a.md': INCOMPLETE, 'docs/adr/0002-b.md': INCOMPLETE, 'docs/adr/0003-c.md': DECISION } });
    const [open, other] = [team('docs/adr/0001-a.md'), team('docs/adr/0002-b.md')];
    await one.open(open, INCOMPLETE);
    await one.lint();
    await one.shows(other, MISSING);
    await one.folders([], [TEAM]);
    await one.shows(other);
    await one.shows(open, MISSING);
    expect(await one.rows()).toEqual([]);
    await one.folders([TEAM]);
    await expect.poll(() => one.rows(), { timeout: PATIENCE / 2 }).toHaveLength(3);
    await one.change(open, DECISION, 2);
    await one.shows(open);
  });

  it('are none that a stray file makes', async () => {
    const one = await client({ [TEAM]: {} });
    await one.watched(['file:///elsewhere/a.md', 1], ['file:///elsewhere/.docket.yaml', 2]);
    expect((await one.lint('file:///elsewhere/a.md')).typed).toBe(false);
    expect(await one.request('docket/types', { folder: 'file:///elsewhere' })).toEqual([]);
  });
});

describe('a client that does not answer', () => {
  it('is written to the log, and the server goes on', async () => {
    const one = await client({ [TEAM]: {} }, { filesOf: () => ({ ...memoryFiles(new Map()), list: () => Promise.reject(new Error('no such workspace')) }) });
    await one.until(() => one.log.some((line) => line.includes('no such workspace')));
    await one.open('untitled:a', INCOMPLETE);
    await one.shows('untitled:a', MISSING);
  });

  it('leaves no promise without an owner', async () => {
    const lost: unknown[] = [];
    const lose = (error: unknown): void => void lost.push(error);
    process.on('unhandledRejection', lose);
    try {
      const one = await client({ [TEAM]: { 'docs/adr/0001-a.md': DECISION, '.docket.yaml': '' } }, {
        settings: () => { throw new Error('no settings'); },
        filesOf: (_, files) => ({ ...files, list: (wanted, signal, below = '') => (below === '' ? files.list(wanted, signal) : Promise.reject(new Error('no such path'))) }),
      });
      await one.rows();
      const uri = team('docs/adr/0001-a.md');
      await one.open(uri, INCOMPLETE);
      await one.shows(uri, MISSING);
      await one.configure({});
      await one.watched([team('.docket.yaml'), 3], [uri, 3]);
      await one.close(uri);
      await one.shows(uri);
      await one.until(() => one.log.filter((line) => line.includes('no such path')).length >= 2);
      expect(lost).toEqual([]);
    } finally {
      process.off('unhandledRejection', lose);
    }
  });
});
