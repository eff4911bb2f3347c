import { describe, expect, it } from 'vitest';
import { draftAgenda, type DraftRequest } from '../../../src/core/agenda/draft.ts';
import { isRefusal } from '../../../src/core/edits.ts';
import type { Language } from '../../../src/core/language.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { files, FIRST, LAST, minutes, postmortem, workspaceOf } from './world.ts';

async function draft(files: Readonly<Record<string, string>>, request: Partial<DraftRequest> = {}, language: Language = 'en') {
  const made = await draftAgenda(await workspaceOf(files, language), { today: '2026-03-02', ...request });
  if (isRefusal(made)) throw new Error(made.refused);
  return made;
}

const section = (text: string, title: string): string => new RegExp(`^## ${title}\\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, 'm').exec(text)![1]!.trim();

describe('the agenda of the next meeting', () => {
  it('is for the next day of the series, in a file called like the last one, by whom it is the turn of', async () => {
    const made = await draft(files);
    expect([made.path, made.date, made.chair]).toEqual(['docs/meetings/2026-03-02-production-meeting.md', '2026-03-02', 'Jiho Han']);
    expect(made.text).toMatch(/^---\ndate: 2026-03-02\nchair: Jiho Han\n/);
    expect(section(made.text, 'Attendance')).toBe('- Reliability (must be there): Mina Seo, Oskar Lind\n- Product development (must be there): Jiho Han\n- Others: {who is there}\n- Absent: {who, and who speaks for them or where they commented}');
  });

  it('speaks the language of the last minutes, and asks those of a mere line to come, but for who was away', async () => {
    const korean = '# 운영 회의 2026-02-23\n\n진행: 서민아\n참석: 서민아, 윤소라, 한지호(불참)\n\n## 지난 조치 항목\n\n없음\n\n## 새 조치 항목\n\n- [ ] 복제 지연 알림을 추가한다 @민아 (기한: 2026-03-09)\n';
    const made = await draft({ 'docs/회의/2026-02-23 운영 회의.md': korean });
    expect([made.path, made.chair]).toEqual(['docs/회의/2026-03-02 운영 회의.md', '윤소라']);
    expect(section(made.text, '지난 조치 항목')).toContain('**서민아**\n\n- [ ] [복제 지연 알림을 추가한다](<2026-02-23 운영 회의.md#새-조치-항목>) @민아 (기한: 2026-03-09)');
    expect(section(made.text, '참석자')).toContain('서민아, 윤소라');
    expect(section(made.text, '참석자')).not.toContain('한지호');
    expect((await draft({ [LAST]: files[LAST]! }, {}, 'ko')).text).toContain('## Prior Action Items');
    expect((await draft({ [LAST]: files[LAST]! }, { language: 'ko' })).text).toContain('## 지난 조치 항목');
  });

  it('has every action that is open, by owner, what is late first, linked to where it was agreed', async () => {
    expect(section((await draft(files)).text, 'Prior Action Items')).toBe(`<!-- docket:agenda actions -->

**Oskar Lind**

- [ ] [Alert on an empty queue](../postmortems/2026-02-25-mail.md#action-items) @oskar (due: 2026-02-20)
  - 10 days late

**Jiho Han**

- [ ] [Order a second disk for the replica](2026-02-16-production-meeting.md#new-action-items) @jiho (due: 2026-03-20)
  - carried over once

**Nobody yet**

- [ ] [Ask the provider for a longer key](2026-02-16-production-meeting.md#new-action-items)

**Mina Seo**

- [ ] [Present two options for the key](2026-02-23-production-meeting.md#new-action-items) @mina

<!-- /docket:agenda -->`);
  });

  it('has an item of several documents once, by its words or by one ticket of one person', async () => {
    const items = async (one: string, other: string) => section((await draft({ [FIRST]: minutes('2026-02-16', `## New Action Items\n\n${one}`), [LAST]: minutes('2026-02-23', `## New Action Items\n\n${other}`) })).text, 'Prior Action Items').match(/^- \[ \].*|^ {2}- .*/gm);
    expect(await items('- [ ] Page on a late replica HOP-12 @oskar\n', '- [ ] 복제 지연 알림 추가 (owner: Oskar Lind) HOP-12\n')).toEqual(['- [ ] [Page on a late replica HOP-12](2026-02-16-production-meeting.md#new-action-items) @oskar', '  - carried over once']);
    expect(await items('- [ ] Page on a late replica @oskar HOP-12\n', '- [ ] 복제 지연 알림 추가 @mina HOP-12\n')).toHaveLength(2);
    expect(await items('- [ ] Page on a late replica @oskar HOP-12\n- [ ] Write its runbook @oskar HOP-12\n', '- [ ] 복제 지연 알림 추가 @oskar HOP-12\n')).toHaveLength(3);
    expect(await items('- [ ] Page on a late replica @oskar HOP-12\n', '- [x] 복제 지연 알림 추가 @oskar HOP-12\n')).toBeNull();
  });

  it('has what stands under the heading that the team has for its action items', async () => {
    const made = await draft({ ...files, '.docket.yaml': 'vocabulary:\n  headings:\n    actionItems: [Homework]\n', 'docs/postmortems/2026-02-26-labels.md': '# Labels printed twice\n\n## Timeline\n\n- 10:00 UTC labels come twice\n\n## Homework\n\n- Delete the second printer\n' });
    expect(section(made.text, 'Prior Action Items')).toContain('[Delete the second printer](../postmortems/2026-02-26-labels.md#homework)');
  });

  it('keeps the steps of two designs apart, though they have the same words', async () => {
    const design = (title: string, mark: string): string => `---\nstatus: accepted\ndate: 2026-02-01\n---\n# ${title}\n\n## Goals\n\nx\n\n## Non-Goals\n\nx\n\n## Design\n\nx\n\n## Action Items\n\n- [${mark}] Turn it on for a tenth of the users @mina\n\n## Alternatives Considered\n\nx\n`;
    const { text } = await draft({ ...files, 'docs/design/0002-a.md': design('A thing', ' '), 'docs/design/0003-b.md': design('Another thing', 'x') });
    expect(section(text, 'Prior Action Items')).toContain('- [ ] [Turn it on for a tenth of the users](../design/0002-a.md#action-items) @mina\n');
  });

  it('knows people by each of their names', async () => {
    const items = '## New Action Items\n\n- [ ] Order a disk for the replica @jiho.han\n- [ ] Ask the provider for a key (owner: Jiho Han)\n- [ ] Move the alert to a ticket @tomas\n- [ ] Test the way back (owner: Tomas Ek)\n';
    const made = await draft({ [FIRST]: minutes('2026-02-16', '', 'Oskar Lind'), [LAST]: minutes('2026-02-23', items, '"@mseo"') });
    expect(section(made.text, 'Prior Action Items').match(/^\*\*.*/gm)).toEqual(['**Jiho Han**', '**Tomas Ek**']);
    expect(made.chair).toBe('Jiho Han');
  });

  describe('by service', () => {
    const services = { ...files, 'services/billing/docs/postmortems/2026-02-26-invoices.md': postmortem('2026-02-26', '| Count the invoices of each night | @oskar | 2026-02-28 | open |\n') };
    const expected = '**services/billing**\n\n- [ ] [Count the invoices of each night](../../services/billing/docs/postmortems/2026-02-26-invoices.md#action-items) @oskar (due: 2026-02-28)\n  - 2 days late';

    it('has them under the part of the repository that their documents are about, where it is asked or configured', async () => {
      for (const made of [await draft(services, { group: 'service' }), await draft({ ...services, '.docket.yaml': 'agenda: { group: service }\n' })]) {
        const actions = section(made.text, 'Prior Action Items');
        expect(actions).toContain(expected);
        expect(actions.match(/^\*\*.*/gm)).toEqual(['**Whole Repository**', '**services/billing**']);
      }
      expect(section((await draft({ ...services, '.docket.yaml': 'agenda: { group: service }\n' }, { group: 'owner' })).text, 'Prior Action Items')).toContain('**Oskar Lind**');
      expect((await draft(services, { group: 'service', language: 'ko' }, 'ko')).text).toContain('**저장소 전체**');
    });
  });

  it('has the outages since the last minutes, what waits for a decision or a review, and the steps of rollouts', async () => {
    const { text } = await draft(files);
    expect(section(text, 'Outages')).toBe('<!-- docket:agenda outages -->\n\n- [Mail was down](../postmortems/2026-02-25-mail.md) (2026-02-25, 48 minutes, SEV-2, draft)\n  - Users: 4,000 got no mail.\n  - 1 of 2 action items open, 1 overdue\n\n<!-- /docket:agenda -->');
    expect(section(text, 'Decisions')).toBe('<!-- docket:agenda decisions -->\n\n**To decide**\n\n- [ADR-0001 Use two keys](../decisions/0001-use-two-keys.md) (Mina Seo): open since 2026-02-02, to be decided by 2026-02-27, 3 days late\n\n**To review**\n\n- [A queue for each carrier](../design/0001-queue.md) (Jiho Han): open since 2026-02-20\n\n<!-- /docket:agenda -->');
    expect(section(text, 'Upcoming Production Changes')).toBe('<!-- docket:agenda changes -->\n\n| Change | Start | Duration | Expected Effect |\n|---|---|---|---|\n| [A queue for each carrier](../design/0001-queue.md#rollout): Carrier A | 2026-03-09 | {how long} | {what users and dashboards will show} |\n| [A queue for each carrier](../design/0001-queue.md#rollout): All carriers | 2026-03-20 | {how long} | {what users and dashboards will show} |\n| {what changes and where} | {YYYY-MM-DD HH:MM with time zone} | {how long} | {what users and dashboards will show} |\n\n<!-- /docket:agenda -->');
  });

  describe('with planned changes', () => {
    const rows = async (rollout: string, language: Language = 'en') => {
      const { text } = await draft({ 'docs/design/0001-queue.md': files['docs/design/0001-queue.md']!.replace(/## Rollout\n\n[\s\S]*$/, `## Rollout\n\n${rollout}`) }, { language }, language);
      return text.match(/^\| \[A queue.*/gm)!.map((row) => row.split(' | ').slice(1).map((cell) => cell.replace(/ \|$/, '')));
    };
    const [LENGTH, EFFECT] = ['{how long}', '{what users and dashboards will show}'];

    it.each([
      ['1. Carrier A: a tenth of the traffic for three days from 2026-03-09.', ['2026-03-09', 'three days', EFFECT]],
      ['1. Carrier A: 2026-03-09 02:00-03:00 UTC. Expected effect: labels come late.', ['2026-03-09', '02:00-03:00 UTC', 'labels come late']],
      ['1. Carrier A on 2026-03-09 (20 minutes)\n   - Impact: none', ['2026-03-09', '20 minutes', 'none']],
      ['1. Carrier A: 2026-03-09 to 2026-03-11\n   - Duration: two nights', ['2026-03-09', 'two nights', EFFECT]],
      ['1. Carrier A: 2026-03-09 to 2026-03-11', ['2026-03-09', 'until 2026-03-11', EFFECT]],
      ['1. Carrier A: on 2026-03-09, after a week without errors and within two hours.', ['2026-03-09', LENGTH, EFFECT]],
      ['1. Carrier A: on 2026-03-09 for an hour, and again for two days.', ['2026-03-09', LENGTH, EFFECT]],
      ['| Step | Date | Duration | Impact |\n|---|---|---|---|\n| Carrier A | 2026-03-09 | 2 hours | No label \\| no mail |', ['2026-03-09', '2 hours', 'No label \\| no mail']],
      ['| Step | Start | End | Impact |\n|---|---|---|---|\n| Carrier A | 2026-03-09 | 2026-03-10 | |', ['2026-03-09', 'until 2026-03-10', EFFECT]],
    ])('takes how long they take and what to expect from %j', async (rollout, cells) => {
      expect(await rows(`${rollout}\n`)).toEqual([cells]);
    });

    it('reads them in Korean', async () => {
      expect(await rows('1. A 운송사: 2026-03-09 새벽에 20분 동안 쓰기 중단. 예상 영향: 라벨이 늦게 나옴.\n', 'ko')).toEqual([['2026-03-09', '20분', '라벨이 늦게 나옴']]);
    });

    it('writes them behind the items of a list, and reads those of a launch from its fields', async () => {
      const template = '---\ndocket:\n  type: sync\n  kind: meeting\n  folder: syncs\n---\n# {title}\n\n## Upcoming Production Changes\n\n- {change}\n';
      const design = files['docs/design/0001-queue.md']!.replace('date: ', 'launch-date: 2026-03-10\nduration: 2 hours\nimpact: "*No* label"\ndate: ');
      const made = await draft({ 'docs/design/0001-queue.md': design, '.docket.yaml': 'types:\n  sync:\n    template: templates/sync.md\n    files: syncs/*.md\n', 'templates/sync.md': template });
      expect(section(made.text, 'Upcoming Production Changes')).toContain('](../docs/design/0001-queue.md) (Start: 2026-03-10, Duration: 2 hours, Expected Effect: \\*No\\* label)');
    });
  });

  it('says so where there is nothing, also in a workspace that has no minutes', async () => {
    const made = await draft({});
    expect([made.path, made.chair, made.last]).toEqual(['docs/meetings/2026-03-02-production-meeting.md', undefined, undefined]);
    expect(section(made.text, 'Prior Action Items')).toContain('\n- No agreed action item is open.\n');
    expect(section(made.text, 'Outages')).toContain('\n- None.\n');
    expect(made.text).toContain('\nchair: {who chairs, somebody else than last time}\n');
  });

  it.each(['en', 'ko'] as const)('gives its author nothing to mend but what the template asks for, in %s', async (language) => {
    const made = await draft(files, { language }, language);
    const workspace = await workspaceOf({ ...files, [made.path]: made.text }, language);
    const findings = await workspace.lint(made.path);
    expect(new Set(findings.map(({ ruleId }) => ruleId))).toEqual(new Set(['placeholder-text']));
    const before = await workspaceOf(files, language);
    // Of what was dropped only the newest minutes are told.
    const rulesIn = async (one: Workspace, path: string): Promise<string[]> => (await one.lint(path)).map(({ ruleId }) => ruleId).filter((rule) => rule !== 'dropped-action');
    for (const path of Object.keys(files)) expect([path, await rulesIn(workspace, path)]).toEqual([path, await rulesIn(before, path)]);
  });

  it('keeps the words of others as words', async () => {
    const { text } = await draft({ 'docs/meetings/2026-02-23-m.md': minutes('2026-02-23', '## New Action Items\n\n- [ ] Click `](command:evil)` and <img src=x onerror=alert(1)> or [here](command:x) @mina\n') });
    expect(section(text, 'Prior Action Items')).toContain('- [ ] [Click\\](command:evil) and or here](2026-02-23-m.md#new-action-items) @mina');
  });

  it('leaves the chair to people where nobody else is there', async () => {
    const one = minutes('2026-02-23', '').replace('Mina Seo, Oskar Lind', 'Mina Seo').replace('Jiho Han', 'Mina Seo');
    expect((await draft({ 'docs/meetings/2026-02-23-m.md': one })).chair).toBeUndefined();
  });

  it('dates an outage by the day it happened, and says what its impact was', async () => {
    const outage = postmortem('2026-02-27').replace('severity: SEV-2', 'incident-start: 2026-02-24 22:10 UTC\nincident-end: 2026-02-25 00:10 UTC').replace('- Users: 4,000 got no mail. All of it came later.\n- Duration: 48 minutes\n', 'Nobody got mail for two hours. Support heard of it first.\n');
    const { text } = await draft({ 'docs/postmortems/2026-02-27-mail.md': outage });
    expect(section(text, 'Outages')).toContain('- [Mail was down](../postmortems/2026-02-27-mail.md) (2026-02-24, 2 hours, draft)\n  - Impact: Nobody got mail for two hours.\n');
  });

  it('tells the meeting again of an item that its draft has no more', async () => {
    const made = await draft(files);
    const without = made.text.replace(/- \[ \] \[Order a second disk.*\n.*carried over.*\n/, '');
    const workspace = await workspaceOf({ ...files, [made.path]: without });
    expect((await workspace.lint(made.path)).filter(({ ruleId }) => ruleId === 'dropped-action').map(({ reason }) => reason)).toEqual([expect.stringContaining('"Order a second disk for the replica" is still open in 2026-02-23-production-meeting.md')]);
  });

  it('counts an action once that is done in one document and still listed in older minutes', async () => {
    const done = { ...files, 'docs/meetings/2026-02-16-production-meeting.md': files['docs/meetings/2026-02-16-production-meeting.md']!.replace('- [ ] Order', '- [x] Order') };
    expect(section((await draft(done)).text, 'Prior Action Items')).not.toContain('Order a second disk');
    const ticked = { ...files, 'docs/meetings/2026-02-23-production-meeting.md': files['docs/meetings/2026-02-23-production-meeting.md']!.replace('- [ ] [Order', '- [x] [Order') };
    expect(section((await draft(ticked)).text, 'Prior Action Items')).not.toContain('Order a second disk');
  });

  it('takes the team\'s own template, and gives what that has no section for one of its own', async () => {
    const template = '---\ndocket:\n  type: sync\n  kind: meeting\n  folder: syncs\n---\n# {title}\n\n## Who Was There\n\n- {who}\n\n## Open Action Items\n\n- {action}\n\n## Actions\n\n- [ ] {action}\n';
    const untyped = Object.fromEntries(Object.entries(files).map(([name, one]) => [name, one.replace('type: meeting\n', '')]));
    const { text } = await draft({ ...untyped, '.docket.yaml': 'types:\n  sync:\n    template: templates/sync.md\n    files: docs/meetings/*.md\n', 'templates/sync.md': template });
    expect(text).toContain('# Production meeting\n\n## Who Was There\n\n');
    expect(text).toContain('## Open Action Items\n\n<!-- docket:agenda actions -->\n\n**Oskar Lind**\n');
    expect(text).toContain('## Outages\n\n<!-- docket:agenda outages -->');
    expect(text.indexOf('## Decisions')).toBeLessThan(text.indexOf('## Actions'));
  });
});
