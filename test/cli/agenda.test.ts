import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { docket, folderOf } from './world.ts';

const minutes = '---\ntype: meeting\ndate: 2026-11-18\nchair: Mina Seo\n---\n# Production meeting week 47\n\n## Attendance\n\n- Reliability (must be there): Mina Seo, Oskar Lind\n\n## New Action Items\n\n- [ ] Order a second disk for the replica @oskar (due: 2026-11-20)\n';
const files = { 'docs/meetings/2026-11-18-production-meeting.md': minutes };
const NEXT = 'docs/meetings/2026-11-25-production-meeting.md';

describe('docket agenda', () => {
  it('writes the next minutes and says where', async () => {
    const folder = await folderOf(files);
    expect(await docket(folder, ['agenda'])).toEqual({ code: 0, out: `${NEXT}\n`, err: '' });
    const text = await readFile(path.join(folder, NEXT), 'utf8');
    expect(text).toMatch(/^---\ndate: 2026-11-25\nchair: Oskar Lind\n/);
    expect(text).toContain('# Production meeting week 48\n');
    expect(text).toContain('\n- [ ] [Order a second disk for the replica](2026-11-18-production-meeting.md#new-action-items) @oskar (due: 2026-11-20)\n  - 5 days late\n');
  });

  it('prints the document with --print, a diff with --dry-run, and writes nothing then', async () => {
    const folder = await folderOf(files);
    const printed = await docket(folder, ['agenda', '--print', '--date', '2026-12-02', '--lang', 'ko']);
    expect(printed.out).toContain('\n## 지난 조치 항목\n\n<!-- docket:agenda actions -->\n\n**Oskar Lind**\n');
    expect(printed.out).toContain('  - 기한 12일 지남\n');
    expect((await docket(folder, ['agenda', '--dry-run'])).out).toContain(`--- /dev/null\n+++ b/${NEXT}\n`);
    await expect(readFile(path.join(folder, NEXT))).rejects.toThrow();
  });

  it('has the action items under their service with --group, and renews them so', async () => {
    const folder = await folderOf(files);
    expect((await docket(folder, ['agenda', '--print', '--group', 'service'])).out).toContain('\n**Whole Repository**\n\n- [ ] [Order a second disk');
    await docket(folder, ['agenda']);
    expect((await docket(folder, ['agenda', '--group', 'service'])).err).toContain('renewed: Order a second disk for the replica\n');
    expect(await readFile(path.join(folder, NEXT), 'utf8')).toContain('\n**Whole Repository**\n\n- [ ] [Order a second disk');
    expect((await docket(folder, ['agenda', '--group', 'team'])).code).toBe(2);
  });

  it('says what to do where nothing is on record yet', async () => {
    const folder = await folderOf();
    expect(await docket(folder, ['agenda'])).toEqual({ code: 0, out: 'docs/meetings/2026-11-22-production-meeting.md\n', err: expect.stringMatching(/^docket: These are the first minutes here, .*\n$/) as string });
    expect(await docket(await folderOf(), ['agenda', '--lang', 'ko'])).toMatchObject({ code: 0, err: expect.stringMatching(/^docket: 여기서 처음 만드는 회의록이라/) as string });
  });

  it('never writes half: a document that cannot be written leaves the others as they are', async () => {
    const folder = await folderOf(files);
    await docket(folder, ['agenda']);
    const held = (await readFile(path.join(folder, NEXT), 'utf8')).replace('- [ ] [Order', '- [x] [Order').replace('- [ ] {action} @{owner} (due: {YYYY-MM-DD})', '- TODO(mina): Call Northpost.');
    await writeFile(path.join(folder, NEXT), held);
    const shown = await docket(folder, ['close-meeting', NEXT, '--dry-run']);
    expect(shown.out).toContain('+- [ ] Call Northpost @mina.');
    await rm(path.join(folder, 'docs/meetings/2026-11-18-production-meeting.md'));
    const { code, err } = await docket(folder, ['close-meeting', NEXT]);
    expect([code, err]).toEqual([0, 'made an action item: Call Northpost\nline 25 is left to you, "Order a second disk for the replica": nothing of the kind is open where its link leads; tick it where it was agreed.\n']);
  });

  it.each([
    [['agenda', '--date', '2026-02-30'], 'docket: "2026-02-30" is not a day of the calendar; write it as YYYY-MM-DD\n'],
    [['agenda', '--dir', '../x'], 'docket: nothing is written outside of the current folder, and "../x" leads out of it\n'],
    [['agenda', '--date', '2026-11-18'], 'docket: no agenda was drawn: "docs/meetings/2026-11-18-production-meeting.md" exists already; nothing was written.\n'],
  ])('ends with 2 and writes nothing for %j', async (args, err) => {
    const folder = await folderOf(files);
    expect(await docket(folder, args)).toEqual({ code: 2, out: '', err });
  });

  it('renews the draft that is there, says what changed, and keeps what was written', async () => {
    const folder = await folderOf(files);
    await docket(folder, ['agenda']);
    const draft = (await readFile(path.join(folder, NEXT), 'utf8')).replace('  - 5 days late\n', '  - 5 days late\n  - Oskar waits for the offer\n');
    await writeFile(path.join(folder, NEXT), draft);
    await writeFile(path.join(folder, 'docs/meetings/2026-11-18-production-meeting.md'), `${minutes}- [ ] Rehearse the way back @mina\n`);
    expect((await docket(folder, ['agenda', '--dry-run'])).out).toContain('+- [ ] [Rehearse the way back](2026-11-18-production-meeting.md#new-action-items) @mina\n');
    expect(await docket(folder, ['agenda'])).toEqual({ code: 0, out: `${NEXT}\n`, err: 'added: Rehearse the way back\n' });
    expect(await readFile(path.join(folder, NEXT), 'utf8')).toContain('  - Oskar waits for the offer\n\n**Mina Seo**\n\n- [ ] [Rehearse the way back]');
    expect(await docket(folder, ['agenda', NEXT])).toEqual({ code: 0, out: `${NEXT}\n`, err: '' });
  });

  it('leaves minutes of meetings that are over, and other documents, as they are', async () => {
    const folder = await folderOf({ ...files, 'README.md': '# Shop\n' });
    expect((await docket(folder, ['agenda', 'docs/meetings/2026-11-18-production-meeting.md'])).err).toBe('docket: no agenda was drawn: The meeting of 2026-11-18 is over, and its minutes stay as they are; write another date into them if it is still to come.\n');
    expect((await docket(folder, ['agenda', 'README.md'])).err).toBe('docket: no agenda was drawn: "README.md" is not read as minutes, so there is no agenda to draw; give it "type: meeting" in its front matter.\n');
  });
});

describe('docket close-meeting', () => {
  it('ticks and boxes, shows it first with --dry-run, and says what is left', async () => {
    const folder = await folderOf(files);
    await docket(folder, ['agenda']);
    const held = (await readFile(path.join(folder, NEXT), 'utf8')).replace('- [ ] [Order', '- [x] [Order').replace('- [ ] {action} @{owner} (due: {YYYY-MM-DD})', '- TODO(mina): Call Northpost (due: 2026-11-30).\n- Ask for TODO(mina) and for TODO(oskar)');
    await writeFile(path.join(folder, NEXT), held);
    const shown = await docket(folder, ['close-meeting', NEXT, '--dry-run']);
    expect(shown.out).toContain('-- TODO(mina): Call Northpost (due: 2026-11-30).\n+- [ ] Call Northpost @mina (due: 2026-11-30).\n');
    expect(shown.out).toContain('-- [ ] Order a second disk for the replica @oskar (due: 2026-11-20)\n+- [x] Order a second disk for the replica @oskar (due: 2026-11-20)\n');
    expect(await readFile(path.join(folder, NEXT), 'utf8')).toBe(held);
    const { code, out, err } = await docket(folder, ['close-meeting', NEXT]);
    expect([code, out]).toEqual([0, `${NEXT}\n`]);
    expect(err).toContain('made an action item: Call Northpost\n');
    expect(err).toContain('ticked in docs/meetings/2026-11-18-production-meeting.md, line 14: Order a second disk for the replica\n');
    expect(await readFile(path.join(folder, 'docs/meetings/2026-11-18-production-meeting.md'), 'utf8')).toBe(minutes.replace('- [ ]', '- [x]'));
  });
});
