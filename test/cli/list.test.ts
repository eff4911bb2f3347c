import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/cli/display.ts';
import { decision, docket, folderOf } from './world.ts';

const ACTIONS = `
## Action Items

- [ ] Delete old events @mina (due: 2026-11-20)
- [x] Measure the disk @jo
`;

const lines = (out: string): Record<string, unknown>[] => out.trim().split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>);

describe('docket list --format ndjson', () => {
  it('gives exactly the keys of its contract', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-keep-events.md': decision({ more: ACTIONS }) });
    const { code, out } = await docket(folder, ['list', '--format', 'ndjson']);
    expect(code).toBe(0);
    const [document, ...actions] = lines(out);
    expect(Object.keys(document!)).toEqual(['type', 'path', 'kind', 'id', 'number', 'title', 'status', 'statusText', 'open', 'date', 'owners', 'supersededBy', 'supersedes', 'amends', 'amendedBy', 'requires', 'requiredBy', 'actions', 'evidence']);
    expect(document).toMatchObject({
      type: 'document', path: 'docs/decisions/0001-keep-events.md', kind: 'decision', number: 1, title: 'Keep events for 30 days', status: 'proposed', open: true,
      date: '2026-11-02', actions: { open: 1, done: 1 }, evidence: { status: { line: 2 } },
    });
    expect(actions).toEqual([
      { type: 'action', path: 'docs/decisions/0001-keep-events.md', line: 26, text: 'Delete old events', done: false, owners: ['mina'], due: '2026-11-20', priority: null, dialect: expect.any(String) as string },
      { type: 'action', path: 'docs/decisions/0001-keep-events.md', line: 27, text: 'Measure the disk', done: true, owners: ['jo'], due: null, priority: null, dialect: expect.any(String) as string },
    ]);
  });

  it('gives a question with a box once, as what somebody has to do', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-a.md': decision({ more: '\n## Open Questions\n\n- [ ] Who pays? @mina\n- Who decides?\n' }) });
    expect(lines((await docket(folder, ['list', '--format', 'ndjson'])).out).slice(1)).toMatchObject([{ type: 'action', text: 'Who pays?', owners: ['mina'] }, { type: 'question', text: 'Who decides?' }]);
    expect((await docket(folder, ['list'])).out.match(/Who pays\?/g)).toHaveLength(1);
  });

  it('keeps documents of other kinds, without their boxes', async () => {
    const folder = await folderOf({ 'README.md': '# Shop\n\n- [ ] a box of a readme\n' });
    expect(lines((await docket(folder, ['list', '--format', 'ndjson'])).out)).toMatchObject([{ type: 'document', path: 'README.md', actions: { open: 0, done: 0 } }]);
  });

  it('gives a document the kind of the type that its front matter names', async () => {
    const folder = await folderOf({ 'notes/a.md': '---\ntype: postmortem\n---\n# Friday\n\n- [ ] Do it\n', 'notes/b.md': '---\ntype: page\n---\n# Saturday\n', 'adr/template.md': '---\ntype: decision\n---\n# {title}\n\n## Context\n' });
    expect(lines((await docket(folder, ['list', '--format', 'ndjson'])).out)).toMatchObject([
      { path: 'adr/template.md', kind: 'template' }, { path: 'notes/a.md', kind: 'postmortem', actions: { open: 1 } }, { type: 'action' }, { path: 'notes/b.md', kind: 'other' },
    ]);
  });

  it('writes paths below the path given, and a file as it was given', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-a.md': decision(), 'docs/decisions/0002-b.md': decision() });
    const paths = async (...given: string[]): Promise<unknown[]> => lines((await docket(folder, ['list', '--format', 'ndjson', ...given])).out).map((line) => line['path']);
    expect(await paths('docs')).toEqual(['decisions/0001-a.md', 'decisions/0002-b.md']);
    expect(await paths('./docs/decisions/0002-b.md')).toEqual(['docs/decisions/0002-b.md']);
    expect(await paths('docs/decisions/0002-b.md', 'docs/decisions/0001-a.md')).toEqual(['docs/decisions/0001-a.md', 'docs/decisions/0002-b.md']);
  });

  it('names the document that supersedes another by the path that it is shown by', async () => {
    const folder = await folderOf({
      'decisions/0001-ftp.md': '# 1. Use FTP\n\nDate: 2026-01-02\n\n## Status\n\nSuperseded by [2. Use queues](0002-queues.md)\n\n## Context\n\nFiles.\n\n## Decision\n\nFTP.\n\n## Consequences\n\nSlow.\n',
      'decisions/0002-queues.md': '# 2. Use queues\n\nDate: 2026-02-02\n\n## Status\n\nAccepted\n\n## Context\n\nSlow.\n\n## Decision\n\nQueues.\n\n## Consequences\n\nFast.\n',
    });
    expect(lines((await docket(folder, ['list', '--format', 'ndjson'])).out)[0]).toMatchObject({ status: 'superseded', supersededBy: ['decisions/0002-queues.md'] });
    expect(lines((await docket(folder, ['list', '--format', 'ndjson', 'decisions/0001-ftp.md', 'decisions/0002-queues.md'])).out)[0]).toMatchObject({ supersededBy: ['decisions/0002-queues.md'] });
  });

  it('says the same of a document whatever folder above it is named', async () => {
    const plain = '# Friday\n\n## Status\n\nAccepted\n\n## Context\n\nC.\n';
    const files = {
      'README.md': '# Shop\n', 'rfcs/0009-checks/README.md': '# Checks\n\n## Motivation\n', 'rfcs/0010-more/README.md': '# More\n\n**Status:** accepted\n\n## Motivation\n',
      'docs/templates/full/incident.md': '# What broke\n\n## Impact\n\n## Timeline\n', 'docs/meetings/2026/a.md': '# Weekly\n\n## Agenda\n', 'docs/decisions/rejected/b.md': plain, 'docs/decisions/rejected/c.md': '# C\n\n## Context\n\nC.\n',
    };
    const folder = await folderOf(files);
    const all = lines((await docket(folder, ['list', '--format', 'ndjson'])).out);
    for (const path of Object.keys(files)) {
      const parts = path.split('/').slice(0, -1);
      for (let depth = 1; depth <= parts.length; depth++) {
        const above = parts.slice(0, depth).join('/');
        const below = lines((await docket(folder, ['list', '--format', 'ndjson', above])).out);
        expect(below.map((line) => ({ ...line, path: `${above}/${String(line['path'])}` }))).toEqual(all.filter((line) => String(line['path']).startsWith(`${above}/`)));
      }
    }
  });

  it('writes nothing for an empty folder', async () => {
    expect(await docket(await folderOf(), ['list', '--format', 'ndjson'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('lists what could not be read and says why on standard error', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-a.md': decision(), 'docs/decisions/0002-b.md': new Uint8Array([0x23, 0x20, 0xe9]) });
    const { code, out, err } = await docket(folder, ['list', '--format', 'ndjson']);
    expect(code).toBe(0);
    expect(lines(out)).toHaveLength(2);
    expect(err).toBe('docs/decisions/0002-b.md:1:1: The file is not UTF-8 text (byte 3); save it as UTF-8.\n');
  });
});

describe('docket list', () => {
  const files = {
    'README.md': '# Shop\n',
    'docs/decisions/0001-keep-events.md': decision({ title: '이벤트를 30일 동안 보관한다', status: 'accepted', more: ACTIONS }),
    'docs/decisions/0002-use-queues.md': decision({ title: 'Use queues between the carriers and us, one for each carrier, and let each have its own pace' }),
  };

  it('shows open documents first, leaves out other files, and ends with a summary', async () => {
    const { out } = await docket(await folderOf(files), ['list']);
    expect(out).not.toContain('README');
    expect(out.indexOf('Use queues')).toBeLessThan(out.indexOf('이벤트를'));
    expect(out).toMatch(/! 2026-11-20 +2 days overdue +@mina +Delete old events +docs\/decisions\/0001-keep-events\.md:26\n/);
    expect(out).toMatch(/\n\n2 documents, 1 open · 1 action item to do, 1 overdue\n$/);
  });

  it('lines its columns up by the width of the letters', async () => {
    const { out } = await docket(await folderOf(files), ['list']);
    const starts = out.split('\n').filter((line) => line.includes('docs/decisions') && line.includes('Decision')).map((line) => widthOf(line.slice(0, line.indexOf('docs/decisions'))));
    expect(starts).toHaveLength(2);
    expect(new Set(starts).size).toBe(1);
  });

  it.each([40, 60, 80, 120, 200])('is no wider than a terminal of %i columns', async (columns) => {
    const { out } = await docket(await folderOf(files), ['list'], { columns });
    expect(Math.max(...out.split('\n').slice(0, -2).map(widthOf))).toBeLessThanOrEqual(columns);
    expect(out).toContain('이벤트');
  });

  it('cuts nothing where its output is no terminal', async () => {
    expect((await docket(await folderOf(files), ['list'])).out).not.toContain('…');
  });

  it('lets no document drive the terminal', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-a.md': decision({ title: 'Red \u001B[31malert\u0007 \u202Egnp.exe' }) });
    const { out } = await docket(folder, ['list']);
    expect(out).toContain('alert');
    expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
  });

  it('says in one sentence that a folder is empty or has no documents', async () => {
    expect(await docket(await folderOf(), ['list'])).toEqual({ code: 0, out: 'There are no Markdown documents here.\n', err: '' });
    expect((await docket(await folderOf(), ['list', '--lang', 'ko'])).out).toBe('여기에는 Markdown 문서가 없습니다.\n');
    expect((await docket(await folderOf({ 'README.md': '# Shop\n' }), ['list'])).out).toMatch(/^None of the Markdown files here .*\.\n$/);
  });
});

describe('docket list --explain', () => {
  it('names the line and the dialect that each value comes from', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-keep-events.md': decision({ more: `${ACTIONS}\n## Open Questions\n\n- Who pays for the disk?\n` }) });
    const { code, out } = await docket(folder, ['list', '--explain', 'docs/decisions/0001-keep-events.md']);
    expect(code).toBe(0);
    expect(out).toMatch(/Status: “proposed” on line 2 \(front-matter\)/);
    expect(out).toMatch(/Action item on line 26 \(task-boxes\): Delete old events/);
    expect(out).toMatch(/Open question on line \d+ \(sections\): Who pays for the disk\?/);
  });

  it('shows two sources that contradict each other', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-a.md': decision({ more: '\n## Status\n\nRejected\n' }) });
    expect((await docket(folder, ['list', '--explain'])).out).toMatch(/But it also says — Status: /);
  });

  it('lists an action whose date is none as one that cannot be read', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-a.md': decision({ more: '\n- [ ] Order disks (due: 2023-12-32)\n' }) });
    expect((await docket(folder, ['list', '--explain'])).out).toMatch(/Order disks.* — cannot be read in full/);
    expect(lines((await docket(folder, ['list', '--format', 'ndjson'])).out)).toContainEqual(expect.objectContaining({ type: 'action', unreadable: ['unreadable-date'] }));
  });
});
