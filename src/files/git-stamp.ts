import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isInRepository } from './git-folder.ts';
import { git } from './git-process.ts';

/** A digest of all that answers about commits, people and branches go by: as long as it is the same, so are they. */
export async function gitStamp(root: string, revision = 'HEAD'): Promise<string> {
  // Git has no answers there, and to start a program four times takes longer than to look.
  if (!(await isInRepository(root))) return NOWHERE;
  const said = (args: readonly string[]): Promise<string> => git(root, args).then(String, () => '');
  const [place, head, refs, config] = await Promise.all([said(['rev-parse', '--show-toplevel', '--show-prefix', '--is-shallow-repository', '--git-dir']), said(['rev-parse', 'HEAD', revision]), said(['for-each-ref']), said(['config', '--list'])]);
  const mailmap = await readFile(path.join(place.split(/\r?\n/)[0]!, '.mailmap'), 'utf8').catch(() => '');
  return createHash('sha256').update(JSON.stringify([place, head, refs, config, mailmap])).digest('hex');
}

const NOWHERE = 'no repository';
