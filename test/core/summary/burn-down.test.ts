import { describe, expect, it } from 'vitest';
import { addBurnDowns, burnDownOf, type BurnDown } from '../../../src/core/summary/burn-down.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { nodeFiles } from '../../../src/files/node.ts';
import { repositoryOf, type Repository } from '../../cli/repository.ts';
import { builtInTemplates } from '../../templates/built-in.ts';

const minutes = (...items: string[]): string => `---\ndate: 2026-01-05\n---\n# Production meeting\n\n## Attendance\n\n- Ann\n\n## Agenda\n\nx\n\n## Action Items\n\n${items.join('\n')}\n`;

async function commitOn(repository: Repository, day: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await repository.write(name, text);
  repository.git('add', '--all');
  process.env['GIT_COMMITTER_DATE'] = `${day}T12:00:00Z`;
  try {
    repository.git('commit', '--quiet', '--allow-empty', '--message', 'Change', `--date=${day}T12:00:00Z`);
  } finally {
    delete process.env['GIT_COMMITTER_DATE'];
  }
}

async function repositoryFrom(days: readonly (readonly [string, Readonly<Record<string, string>>])[]): Promise<Repository> {
  const repository = await repositoryOf({});
  repository.git('update-ref', '-d', 'HEAD');
  for (const [day, files] of days) await commitOn(repository, day, files);
  return repository;
}

async function burnDownIn(folder: string, today: string, among?: ReadonlySet<string>): Promise<BurnDown> {
  const workspace = new Workspace({ files: nodeFiles(folder), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => today });
  await workspace.load();
  return burnDownOf(workspace, today, among && { among });
}

const openIn = (found: BurnDown): number[] => ('points' in found ? found.points.map(({ open }) => open) : []);

describe('the burn-down', () => {
  const days = [
    ['2026-01-05', { 'meetings/2026-01-05.md': minutes('- [ ] Order the disks @ann (due: 2026-01-20)', '- [ ] Restore a backup @bob') }],
    ['2026-01-30', { 'meetings/2026-01-05.md': minutes('- [x] Order the disks @ann (due: 2026-01-20)', '- [ ] Restore a backup @bob'), 'postmortems/2026-01-29-a.md': '---\nstatus: draft\ndate: 2026-01-29\n---\n# A\n\n## Impact\n\nx\n\n## Timeline\n\nx\n\n## Action Items\n\n- [ ] Raise the limit @ann\n- [ ] Page on age @bob\n' }],
  ] as const;

  it('has a point every two weeks as far back as the commits go, and one of today with what is not committed yet', async () => {
    const repository = await repositoryFrom(days);
    await repository.write('meetings/2026-01-05.md', minutes('- [x] Order the disks @ann', '- [x] Restore a backup @bob'));
    expect(await burnDownIn(repository.folder, '2026-03-02')).toEqual({ points: [
      { day: '2026-01-05', open: 2, overdue: 0 }, { day: '2026-01-19', open: 2, overdue: 0 }, { day: '2026-02-02', open: 3, overdue: 0 }, { day: '2026-02-16', open: 3, overdue: 0 }, { day: '2026-03-02', open: 2, overdue: 0 },
    ] });
  });

  it('counts what was overdue on its own day', async () => {
    const repository = await repositoryFrom([days[0]]);
    expect(await burnDownIn(repository.folder, '2026-02-02')).toEqual({ points: [
      { day: '2026-01-05', open: 2, overdue: 0 }, { day: '2026-01-19', open: 2, overdue: 0 }, { day: '2026-02-02', open: 2, overdue: 1 },
    ] });
  });

  it('sees documents that are gone, and leaves out what the configuration of today excludes', async () => {
    const repository = await repositoryFrom(days);
    repository.git('rm', '--quiet', 'meetings/2026-01-05.md');
    await repository.write('.docket.yaml', 'exclude: postmortems/**\n');
    await commitOn(repository, '2026-02-20', {});
    expect(openIn(await burnDownIn(repository.folder, '2026-03-02'))).toEqual([2, 2, 1, 1, 0]);
  });

  it('counts only what it is asked about', async () => {
    const repository = await repositoryFrom(days);
    expect(openIn(await burnDownIn(repository.folder, '2026-03-02', new Set(['postmortems/2026-01-29-a.md'])))).toEqual([0, 0, 2, 2, 2]);
  });

  it('says so where Git cannot be asked, and where it does not reach back', async () => {
    const repository = await repositoryFrom([days[0]]);
    expect(await burnDownIn(repository.folder, '2026-01-06')).toEqual({ missing: 'too-short' });
    repository.git('update-ref', '-d', 'HEAD');
    expect(await burnDownIn(repository.folder, '2026-03-02')).toEqual({ missing: 'no-git' });
  });

  it('asks no Git in a folder that nobody trusts', async () => {
    const { folder } = await repositoryFrom(days);
    const past = nodeFiles(folder, { asksGit: () => false }).past!;
    const [commit] = (await nodeFiles(folder).past!.commitsOn(['2026-03-02'])) ?? [];
    expect([await past.commitsOn(['2026-03-02']), await past.filesIn(commit!)]).toEqual([undefined, new Map()]);
  });

  it('ends where the commits of a shallow clone end', async () => {
    const repository = await repositoryFrom([...days, ['2026-02-20', {}]]);
    repository.git('clone', '--quiet', '--depth', '1', `file://${repository.folder}`, 'shallow');
    expect(await burnDownIn(`${repository.folder}/shallow`, '2026-03-02')).toEqual({ missing: 'too-short' });
  });

  it('of several folders has the days that all of them have', () => {
    const point = (day: string, open: number) => ({ day, open, overdue: 1 });
    expect(addBurnDowns([{ points: [point('2026-01-05', 9), point('2026-01-19', 2), point('2026-02-02', 3)] }, { points: [point('2026-01-19', 4), point('2026-02-02', 5)] }])).toEqual({ points: [{ day: '2026-01-19', open: 6, overdue: 2 }, { day: '2026-02-02', open: 8, overdue: 2 }] });
    expect(addBurnDowns([{ points: [point('2026-01-05', 9)] }, { missing: 'no-git' }])).toEqual({ missing: 'no-git' });
    expect(addBurnDowns([])).toEqual({ missing: 'no-git' });
  });
});
