import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/core/rules/index.ts';
import { docket, folderOf } from './world.ts';

const cases = fileURLToPath(new URL('../cases', import.meta.url));
const names = await readdir(cases);
const expected = new Map(await Promise.all(names.map(async (name) => [name, JSON.parse(await readFile(path.join(cases, name, 'expected.json'), 'utf8')) as { rule: string }[]] as const)));

async function commit(files: string, folder: string): Promise<void> {
  if (!existsSync(files)) return;
  await cp(files, folder, { recursive: true });
  for (const args of [['init', '-b', 'main'], ['add', '--all'], ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', 'commit', '-m', 'Begin']]) execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
}

// A case is a folder whose name is a sentence: `input` is linted, and `expected.json` is what is found; a message may be left out.
// What lies in `committed` is what Git has.
describe('docket lint', () => {
  for (const name of names) {
    it(name, async () => {
      const folder = await folderOf();
      await commit(path.join(cases, name, 'committed'), folder);
      await cp(path.join(cases, name, 'input'), folder, { recursive: true });
      const { out, err } = await docket(folder, ['lint', '--format', 'json']);
      expect(err).toBe('');
      const found = JSON.parse(out) as object[];
      expect(found).toMatchObject(expected.get(name)!);
      expect(found).toHaveLength(expected.get(name)!.length);
    });
  }

  it('has a case for every rule', () => {
    const covered = new Set([...expected.values()].flat().map((finding) => finding.rule));
    expect(rules.map((rule) => rule.id).filter((id) => !covered.has(id))).toEqual([]);
  });
});
