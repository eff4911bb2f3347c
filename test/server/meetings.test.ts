import { afterEach, describe, expect, it, vi } from 'vitest';
import { dayOf, daysBefore } from '../../src/core/calendar.ts';
import { Method, type CloseMeetingResult, type DraftMeetingResult } from '../../src/protocol/protocol.ts';
import { connect, type Client } from './client.ts';

/** Milliseconds: a busy machine answers late. */
vi.setConfig({ testTimeout: 60_000 });

const TEAM = 'file:///team';
const clients: Client[] = [];
async function client(files: Record<string, string>): Promise<Client> {
  const made = await connect({ folders: { [TEAM]: files } });
  clients.push(made);
  return made;
}
afterEach(async () => {
  for (const one of clients.splice(0)) await one.end();
});

const today = dayOf(new Date());
const last = daysBefore(today, 5);
const next = daysBefore(today, -2);
const minutes = (day: string, more = ''): string => `---\ntype: meeting\ndate: ${day}\nchair: Mina Seo\n---\n# Production meeting\n\n## Attendance\n\n- Reliability: Mina Seo, Oskar Lind\n${more}\n## New Action Items\n\n- [ ] Order a second disk for the replica @oskar\n`;
const LAST = `${TEAM}/docs/meetings/${last}-m.md`;
const NEXT = `${TEAM}/docs/meetings/${next}-m.md`;

async function drafted(one: Client, uri?: string): Promise<Exclude<DraftMeetingResult, { refused: string }>> {
  const made = await one.request<DraftMeetingResult>(Method.draftMeeting, { folder: TEAM, ...(uri === undefined ? {} : { uri }) });
  if ('refused' in made) throw new Error(made.refused);
  return made;
}

describe('the server', () => {
  it('drafts the next meeting, and draws its agenda again where it is there', async () => {
    const made = await drafted(await client({ [`docs/meetings/${last}-m.md`]: minutes(last) }));
    expect(made).toMatchObject({ isNew: true, open: NEXT, account: [], changes: [{ kind: 'create', uri: NEXT }] });
    const [change] = made.changes;
    const text = change?.kind === 'create' ? change.text : '';
    expect(text).toContain(`[Order a second disk for the replica](${last}-m.md#new-action-items) @oskar`);
    const files = { [`docs/meetings/${last}-m.md`]: `${minutes(last)}- [ ] Call Northpost before the holidays @mina\n`, [`docs/meetings/${next}-m.md`]: text };
    for (const shown of [undefined, NEXT, LAST]) {
      const again = await drafted(await client(files), shown);
      expect(again).toMatchObject({ isNew: false, open: NEXT, account: ['added: Call Northpost before the holidays'] });
      expect(JSON.stringify(again.changes)).toContain('Call Northpost before the holidays');
    }
  });

  it('drafts the meeting after one that is closed', async () => {
    const one = await client({ [`docs/meetings/${last}-m.md`]: minutes(last), [`docs/meetings/${today}-m.md`]: minutes(today, '\n## Prior Action Items\n\n<!-- docket:agenda actions -->\n\n<!-- /docket:agenda -->\n') });
    expect(await drafted(one)).toMatchObject({ isNew: false, open: `${TEAM}/docs/meetings/${today}-m.md` });
    const after = await one.request<DraftMeetingResult>(Method.draftMeeting, { folder: TEAM, after: `${TEAM}/docs/meetings/${today}-m.md` });
    expect(after).toMatchObject({ isNew: true, open: `${TEAM}/docs/meetings/${daysBefore(today, -5)}-m.md` });
  });

  it('closes a meeting with the edits of every document, and says what is left', async () => {
    const text = minutes(today, `\n## Prior Action Items\n\n- [x] [Order a second disk for the replica](${last}-m.md#new-action-items) @oskar\n- [x] [Nothing that was ever agreed](${last}-m.md)\n`).replace('- [ ] Order a second disk for the replica @oskar', '- TODO(mina): Call Northpost.');
    const one = await client({ [`docs/meetings/${last}-m.md`]: minutes(last), [`docs/meetings/${today}-m.md`]: text });
    const made = await one.request<CloseMeetingResult>(Method.closeMeeting, { uri: `${TEAM}/docs/meetings/${today}-m.md` });
    expect('refused' in made ? made : made.changes.map(({ uri }) => uri)).toEqual([`${TEAM}/docs/meetings/${today}-m.md`, LAST]);
    expect(made).toMatchObject({ account: ['made an action item: Call Northpost', `ticked in docs/meetings/${last}-m.md, line 14: Order a second disk for the replica`] });
    expect('left' in made && made.left[0]).toMatch(/^line 15 is left to you, "Nothing that was ever agreed": nothing of the kind is open/);
  });

  it('refuses to close what is no minutes', async () => {
    const one = await client({ 'README.md': '# Shop\n' });
    expect(await one.request<CloseMeetingResult>(Method.closeMeeting, { uri: `${TEAM}/README.md` })).toEqual({ refused: '"README.md" is not read as minutes, so there is no agenda to draw; give it "type: meeting" in its front matter.' });
  });
});
