import ICAL from 'ical.js';
import { parse } from 'csv-parse/sync';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/document.ts';
import { decision, docket, folderOf } from './world.ts';

const HOSTILE = '\n## Action Items\n\n- [ ] <img src=x onerror=alert(1)> [press](command:workbench.action.quit) @mina (due: 2026-11-20)\n- [ ] =HYPERLINK("https://example.org") @jo (due: 2026-12-01)\n- [ ] 아주 긴 한국어 할 일을 적어서 달력 한 줄이 일흔다섯 옥텟을 훨씬 넘도록 만든다, 그리고; 쉼표와 쌍반점도 넣는다 @한지호 (due: 2026-12-02)\n';
const files = {
  'docs/decisions/0001-keep-events.md': decision({ more: HOSTILE }),
  'docs/decisions/0002-use-queues.md': decision({ title: 'Use queues | [x](javascript:alert(1))' }).replace('date: 2026-11-02', 'date: 2026-10-02\ndecide-by: 2026-11-01'),
};
const report = async (format: string, ...more: string[]) => docket(await folderOf(files), ['report', '--format', format, ...more]);

describe('docket report --format json', () => {
  it('has the shape that docs/report.md describes', async () => {
    const { out, code } = await report('json');
    const found = JSON.parse(out) as Record<string, unknown> & { decisions: object[]; actions: object[]; graph: object; totals: object };
    const page = await readFile(new URL('../../docs/report.md', import.meta.url), 'utf8');
    const described = (heading: string): string[] => [...(page.split(`### ${heading}\n`)[1] ?? '').split('\n#')[0]!.matchAll(/^\| `(\w+)` \|/gm)].map((key) => key[1]!);
    expect(code).toBe(0);
    expect(Object.keys(found)).toEqual(described('The report'));
    expect(Object.keys(found.totals)).toEqual(described('`totals`'));
    expect(Object.keys(found.decisions[0]!)).toEqual(described('`decisions`'));
    expect(Object.keys(found.actions[0]!)).toEqual(described('`actions`'));
    expect(Object.keys(found.graph)).toEqual(described('`graph`'));
    expect(found).toMatchObject({ docket: 'report', version: 1, today: '2026-11-22', totals: { documents: 2, openDecisions: 2, lateDecisions: 1, openActions: 3, overdueActions: 1 }, burnDown: null });
    expect(found.decisions[0]).toMatchObject({ path: 'docs/decisions/0002-use-queues.md', line: 2, late: 21, age: 51 });
  });
});

describe('docket report --format csv', () => {
  it('is a table that a spreadsheet reads as text, never as a formula', async () => {
    const { out } = await report('csv');
    expect(out.startsWith('\uFEFFKind,What,')).toBe(true);
    const rows = parse(out, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row['What'])).toEqual([
      expect.stringContaining('Use queues'), expect.stringContaining('Keep events'), expect.stringContaining('press'), expect.stringMatching(/^'=HYPERLINK/), expect.stringContaining('아주 긴'),
    ]);
    expect(rows[2]).toMatchObject({ Kind: 'Action item', Owners: 'mina', Due: '2026-11-20', 'Days late': '2', File: 'docs/decisions/0001-keep-events.md' });
    expect(out.split('\r\n').length).toBe(7);
  });

  it('has Korean titles where Korean is asked for', async () => {
    expect((await report('csv', '--lang', 'ko')).out.startsWith('\uFEFF종류,내용,상태,')).toBe(true);
  });
});

interface CalendarEvent {
  readonly uid: string;
  readonly summary: string;
  readonly start: string;
  readonly isDate: boolean;
}

function eventsIn(text: string): CalendarEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return { uid: event.uid, summary: event.summary, start: event.startDate.toString(), isDate: event.startDate.isDate };
  });
}

describe('docket report --format ics', () => {
  it('has a whole day for each date to decide by and each due date', async () => {
    expect(eventsIn((await report('ics')).out)).toMatchObject([
      { summary: expect.stringContaining('Decide: 0002 Use queues'), start: '2026-11-01', isDate: true },
      { summary: expect.stringContaining('(mina)'), start: '2026-11-20' }, { summary: '=HYPERLINK("https://example.org") (jo)', start: '2026-12-01' }, { summary: expect.stringContaining('넘도록 만든다, 그리고; 쉼표와'), start: '2026-12-02' },
    ]);
  });

  it('folds its lines by octets and keeps every letter whole', async () => {
    const lines = (await report('ics')).out.split('\r\n');
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
    expect(lines.join('')).not.toMatch(/[\n\r\uFFFD]/);
  });

  it('keeps the id of an event when its day moves, and gives every event its own', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-a.md': decision({ more: '\n## Action Items\n\n- [ ] Order disks (due: 2026-12-01)\n- [ ] Order disks (due: 2026-12-05)\n' }) });
    const before = eventsIn((await docket(folder, ['report', '--format', 'ics'])).out);
    await writeFile(path.join(folder, 'docs/decisions/0001-a.md'), decision({ more: '\nMore words.\n\n## Action Items\n\n- [ ] Order disks (due: 2026-12-03)\n- [ ] Order disks (due: 2026-12-05)\n' }));
    const after = eventsIn((await docket(folder, ['report', '--format', 'ics'])).out);
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(new Set(after.map(({ uid }) => uid)).size).toBe(2);
    expect(after[0]?.start).toBe('2026-12-03');
  });

  it('is the same whenever it is written on a day', async () => {
    const folder = await folderOf(files);
    const at = (hour: number) => docket(folder, ['report', '--format', 'ics'], { now: () => new Date(2026, 10, 22, hour) });
    expect((await at(9)).out).toBe((await at(17)).out);
  });
});

describe('docket report --format markdown', () => {
  it('takes what documents say for text, and links only to documents', async () => {
    const { out } = await report('markdown');
    const { links, tables, tree } = parseDocument('report.md', out);
    expect(links.map(({ target }) => target).filter((target) => !/^docs\/decisions\/000\d-[\w-]+\.md(?:#L\d+)?$/.test(target))).toEqual([]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([5, 2, 3, 3]);
    expect(JSON.stringify(tree)).not.toMatch(/"type":"html","value":"<img/);
    expect(out).toContain('Use queues');
  });

  it('says in one sentence what there is none of', async () => {
    const { out } = await docket(await folderOf({ 'docs/decisions/0001-a.md': decision({ status: 'accepted' }) }), ['report']);
    expect(out).toContain('No decision is waiting to be taken.');
    expect(out).toContain('No action item is open.');
    expect((await docket(await folderOf(), ['report', '--lang', 'ko'])).err).toBe('여기에는 Markdown 문서가 없습니다.\n');
  });
});

describe('docket report --out', () => {
  it.each(['markdown', 'html', 'csv', 'ics', 'json'])('writes %s to a file, and replaces an earlier report there', async (format) => {
    const folder = await folderOf(files);
    const write = () => docket(folder, ['report', '--format', format, '--out', `open.${format}`]);
    expect(await write()).toEqual({ code: 0, out: '', err: `Written: open.${format}\n` });
    const first = await readFile(path.join(folder, `open.${format}`), 'utf8');
    expect((await write()).code).toBe(0);
    expect(await readFile(path.join(folder, `open.${format}`), 'utf8')).toBe(first);
  });

  it('never replaces what is no report', async () => {
    const folder = await folderOf(files);
    const { code, err } = await docket(folder, ['report', '--out', 'docs/decisions/0001-keep-events.md']);
    expect([code, err]).toEqual([2, 'docket: "docs/decisions/0001-keep-events.md" exists already and is no report of Docket in this format; name another file\n']);
    expect(await readFile(path.join(folder, 'docs/decisions/0001-keep-events.md'), 'utf8')).toBe(files['docs/decisions/0001-keep-events.md']);
    expect((await docket(folder, ['report', '--out', 'no/such/folder.md'])).err).toBe('docket: cannot write "no/such/folder.md": there is no such file or folder\n');
  });

  it('links from where the file lies', async () => {
    const folder = await folderOf({ ...files, 'site/x.txt': '' });
    await docket(folder, ['report', '--out', 'site/open.md']);
    expect(await readFile(path.join(folder, 'site/open.md'), 'utf8')).toContain('](../docs/decisions/0002-use-queues.md#L2)');
  });

  it('is not counted itself when it lies among the documents', async () => {
    const folder = await folderOf(files);
    const json = async () => JSON.parse((await docket(folder, ['report', '--format', 'json'])).out) as unknown;
    const before = await json();
    await docket(folder, ['report', '--out', 'docs/open.md']);
    await docket(folder, ['report', '--out', 'docs/decisions/open.md']);
    expect(await json()).toEqual(before);
  });
});

describe('docket report of some documents', () => {
  it('counts what the paths name, each once', async () => {
    const folder = await folderOf(files);
    const decisions = async (...paths: string[]) => (JSON.parse((await docket(folder, ['report', '--format', 'json', ...paths])).out) as { decisions: { path: string }[] }).decisions.map((one) => one.path);
    expect(await decisions('docs/decisions/0001-keep-events.md')).toEqual(['docs/decisions/0001-keep-events.md']);
    expect(await decisions('docs', 'docs/decisions')).toEqual(['docs/decisions/0002-use-queues.md', 'docs/decisions/0001-keep-events.md']);
  });
});
