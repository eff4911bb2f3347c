import { rm, unlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { repositoryOf } from './repository.ts';
import { decision, docket, folderOf } from './world.ts';

const WITHOUT_OUTCOME = decision().replace(/## Decision Outcome[\s\S]*/, '');

async function paths(folder: string, ...args: string[]): Promise<string[]> {
  const { out, err } = await docket(folder, ['lint', '--format', 'json', ...args]);
  expect(err).toBe('');
  return (JSON.parse(out) as { path: string }[]).map((finding) => finding.path);
}

describe('docket lint --changed', () => {
  it('checks what changed since the commit shared with the default branch: committed, staged, on disk and not tracked yet', async () => {
    const { folder, git, write } = await repositoryOf({ 'decisions/0001-old.md': WITHOUT_OUTCOME, 'decisions/0002-again.md': decision(), 'decisions/0003-later.md': decision(), '.gitignore': 'drafts/\n' });
    git('switch', '--quiet', '-c', 'topic');
    await write('decisions/0002-again.md', WITHOUT_OUTCOME);
    git('commit', '--quiet', '--all', '--message', 'Change');
    await write('decisions/0003-later.md', WITHOUT_OUTCOME);
    await write('decisions/0004 새 것.md', WITHOUT_OUTCOME);
    git('add', 'decisions/0004 새 것.md');
    await write('decisions/0005-new.md', WITHOUT_OUTCOME);
    await write('drafts/0006-ignored.md', WITHOUT_OUTCOME);
    const changed = ['decisions/0002-again.md', 'decisions/0003-later.md', 'decisions/0004 새 것.md', 'decisions/0005-new.md'];
    expect(await paths(folder, '--changed')).toEqual(changed);
    expect(await paths(folder, '--changed', 'main')).toEqual(changed);
    expect(await paths(folder, '--changed', 'HEAD')).toEqual(changed.slice(1));
    expect(await paths(path.join(folder, 'decisions'), '--changed')).toEqual(changed.map((one) => path.basename(one)));
    expect(await paths(folder, '--changed', '--', 'decisions/0001-old.md', 'decisions/0005-new.md')).toEqual(['decisions/0005-new.md']);
  });

  it('compares a status with that of the shared commit, also where the change is committed', async () => {
    const { folder, git, write } = await repositoryOf({ 'decisions/0001-a.md': decision({ status: 'accepted' }) });
    git('switch', '--quiet', '-c', 'topic');
    await write('decisions/0001-a.md', decision({ status: 'rejected' }));
    git('commit', '--quiet', '--all', '--message', 'Change');
    const rules = async (...args: string[]): Promise<string[]> => (JSON.parse((await docket(folder, ['lint', '--format', 'json', ...args])).out) as { rule: string }[]).map(({ rule }) => rule);
    expect([await rules(), await rules('--changed', 'main'), await rules('--changed', 'HEAD')]).toEqual([[], ['status-step'], []]);
  });

  it('leaves out what changed on the other branch meanwhile, and what is gone', async () => {
    const { folder, git, write } = await repositoryOf({ 'decisions/0001-a.md': WITHOUT_OUTCOME, 'decisions/0002-b.md': WITHOUT_OUTCOME });
    git('switch', '--quiet', '-c', 'topic');
    git('switch', '--quiet', 'main');
    await write('decisions/0001-a.md', `${WITHOUT_OUTCOME}\nMore.\n`);
    git('commit', '--quiet', '--all', '--message', 'Change on main');
    git('switch', '--quiet', 'topic');
    await unlink(path.join(folder, 'decisions/0002-b.md'));
    expect(await docket(folder, ['lint', '--changed'])).toEqual({ code: 0, out: 'No Markdown document here has changed since "main".\n', err: '' });
  });

  it('goes by what the clone takes for the default branch', async () => {
    const { folder, git, write } = await repositoryOf({ 'decisions/0001-a.md': decision() });
    git('branch', '--move', 'trunk');
    git('update-ref', 'refs/remotes/origin/trunk', 'HEAD');
    git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
    await write('decisions/0002-b.md', WITHOUT_OUTCOME);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Not pushed yet');
    expect(await paths(folder, '--changed')).toEqual(['decisions/0002-b.md']);
  });

  it('knows the other documents all the same', async () => {
    const { folder, write } = await repositoryOf({ 'docs/decisions/0001-keep-events.md': decision(), 'docs/decisions/0002-pay-by-card.md': decision({ title: 'Pay by card' }) });
    await write('docs/decisions/0001-store-orders.md', decision({ title: 'Store orders' }));
    const all = JSON.parse((await docket(folder, ['lint', '--format', 'json'])).out) as { path: string }[];
    const changed = JSON.parse((await docket(folder, ['lint', '--format', 'json', '--changed'])).out) as { path: string }[];
    const named = JSON.parse((await docket(folder, ['lint', '--format', 'json', 'docs/decisions/0001-store-orders.md'])).out) as { path: string }[];
    expect(changed).toEqual(all.filter((finding) => finding.path === 'docs/decisions/0001-store-orders.md'));
    expect(named).toEqual(changed);
    expect(changed).not.toEqual([]);
  });

  it.each([
    [['--changed', 'nowhere'], 'docket: Git knows no "nowhere" here; write a branch, a tag or a commit behind "--changed", or fetch it first\n', 'docket: Git이 "nowhere"을(를) 모릅니다. "--changed" 뒤에 브랜치나 태그, 커밋을 쓰거나 먼저 가져오세요(fetch)\n'],
    [['--changed', 'a.md'], 'docket: Git knows no "a.md" here, but it is a path; write paths in front of "--changed"\n', 'docket: "a.md"은(는) Git이 아는 이름이 아니라 경로입니다. 경로는 "--changed" 앞에 쓰세요\n'],
    [['--changed=--output=x'], 'docket: Git knows no "--output=x" here; write a branch, a tag or a commit behind "--changed", or fetch it first\n', 'docket: Git이 "--output=x"을(를) 모릅니다. "--changed" 뒤에 브랜치나 태그, 커밋을 쓰거나 먼저 가져오세요(fetch)\n'],
    [['--changed', 'other'], 'docket: Git knows no commit that HEAD and "other" have in common; fetch more of the history (git fetch --unshallow)\n', 'docket: HEAD와 "other"에 공통된 커밋을 Git이 모릅니다. 이력을 더 가져오세요(git fetch --unshallow)\n'],
    [['--changed', '--staged'], 'docket: "--changed" and "--staged" cannot be used together; leave one of them out\n', 'docket: "--changed"과(와) "--staged"은(는) 함께 쓸 수 없습니다. 하나를 빼세요\n'],
  ])('ends %j with 2 and says why', async (args, en, ko) => {
    const { folder, git } = await repositoryOf({ 'a.md': '# A\n' });
    git('switch', '--quiet', '--orphan', 'other');
    git('commit', '--quiet', '--allow-empty', '--message', 'Another beginning');
    git('switch', '--quiet', 'main');
    expect(await docket(folder, ['lint', ...args])).toEqual({ code: 2, out: '', err: en });
    expect(await docket(folder, ['lint', ...args, '--lang', 'ko'], { env: { LANG: 'ko_KR.UTF-8' } })).toEqual({ code: 2, out: '', err: ko });
  });

  it('ends with 2 where there is no repository, no default branch or no git', async () => {
    const none = await folderOf({ 'docs/a.md': '# A\n' });
    expect((await docket(none, ['lint', '--changed'])).err).toBe('docket: Git does not read the repository of "."; run "git status" there to see why\n');
    expect((await docket(none, ['lint', '--staged', 'docs', '--lang', 'ko'])).err).toBe('docket: Git이 "docs"의 저장소를 읽지 못합니다. 그 폴더에서 "git status"로 까닭을 확인하세요\n');
    await rm(path.join(none, '.git'), { recursive: true });
    expect(await docket(none, ['lint', '--changed', 'main'])).toEqual({ code: 2, out: '', err: 'docket: "." lies in no Git repository, and "--changed" needs one\n' });
    expect((await docket(none, ['lint', '--staged', 'docs', '--lang', 'ko'])).err).toBe('docket: "docs"은(는) Git 저장소 안에 있지 않은데 "--staged"에는 저장소가 필요합니다\n');
    const { folder, git } = await repositoryOf({ 'a.md': '# A\n' });
    git('branch', '--move', 'trunk');
    expect((await docket(folder, ['lint', '--changed'])).err).toBe('docket: Git knows no default branch here; write a branch, a tag or a commit behind "--changed"\n');
    git('switch', '--quiet', '--orphan', 'fresh');
    expect((await docket(folder, ['lint', '--changed', 'trunk'])).err).toBe('docket: the branch in "." has no commit yet with which "--changed" could compare; leave the option out\n');
    const before = process.env['PATH'];
    process.env['PATH'] = '';
    try {
      expect((await docket(folder, ['lint', '--changed'])).err).toBe('docket: "--changed" needs the program git, which cannot be started\n');
    } finally {
      process.env['PATH'] = before;
    }
  });
});

describe('docket lint --staged', () => {
  it('checks what is staged, with the text that is, whatever is on disk', async () => {
    const { folder, git, write } = await repositoryOf({ 'decisions/0001-a.md': decision(), 'decisions/0002-b.md': WITHOUT_OUTCOME, '.docket.yaml': 'rules: {required-sections: error}\n' });
    await write('decisions/0001-a.md', WITHOUT_OUTCOME);
    await write('decisions/0003-c.md', WITHOUT_OUTCOME);
    await write('decisions/0004-d.md', decision());
    git('add', '--all');
    await write('decisions/0001-a.md', decision());
    await unlink(path.join(folder, 'decisions/0003-c.md'));
    await write('decisions/0004-d.md', WITHOUT_OUTCOME);
    await write('.docket.yaml', 'rules: [\n');
    const { code, out } = await docket(folder, ['lint', '--staged', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ path: 'decisions/0001-a.md', severity: 'error' }, { path: 'decisions/0003-c.md', severity: 'error' }]);
  });

  it('finds its way in a hook of a worktree, where Git names the repository alone', async () => {
    const { folder, git, write } = await repositoryOf({ 'decisions/0001-a.md': decision() });
    await write('decisions/0002-b.md', WITHOUT_OUTCOME);
    git('add', '--all');
    vi.stubEnv('GIT_DIR', path.join(folder, '.git'));
    try {
      expect(await paths(path.join(folder, 'decisions'), '--staged')).toEqual(['0002-b.md']);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('says where nothing is staged, also before the first commit', async () => {
    const { folder, git, write } = await repositoryOf({ 'decisions/0001-a.md': decision() });
    expect(await docket(folder, ['lint', '--staged'])).toEqual({ code: 0, out: 'No Markdown document here is staged.\n', err: '' });
    git('switch', '--quiet', '--orphan', 'fresh');
    await write('decisions/0002-b.md', WITHOUT_OUTCOME);
    git('add', '--all');
    expect(await paths(folder, '--staged')).toEqual(['decisions/0002-b.md']);
  });
});
