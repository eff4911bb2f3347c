import { readFile } from 'node:fs/promises';
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

  it.each([
    [['agenda', '--date', '2026-02-30'], 'docket: "2026-02-30" is not a day of the calendar; write it as YYYY-MM-DD\n'],
    [['agenda', '--dir', '../x'], 'docket: nothing is written outside of the current folder, and "../x" leads out of it\n'],
    [['agenda', '--date', '2026-11-18'], 'docket: no agenda was drawn: "docs/meetings/2026-11-18-production-meeting.md" exists already; nothing was written.\n'],
  ])('ends with 2 and writes nothing for %j', async (args, err) => {
    const folder = await folderOf(files);
    expect(await docket(folder, args)).toEqual({ code: 2, out: '', err });
  });
});
