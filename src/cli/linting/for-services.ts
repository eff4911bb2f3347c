import path from 'node:path';
import type { Finding } from '../../core/finding.ts';
import { topOf } from '../../files/node.ts';
import type { Asked } from '../asked.ts';
import { leadsOut } from '../inside.ts';
import type { OtherFile } from '../reporters/reporter.ts';
import { slashes } from '../targets.ts';

/** Makes the paths of documents from the top of the repository that holds the current folder; where none does, or they lie outside of it, from the current folder. */
export async function fromTop(cwd: string): Promise<(asked: Pick<Asked, 'root'>, name: string) => string> {
  const top = (await topOf(cwd))?.top ?? cwd;
  return ({ root }, name) => {
    if (root === top && !name.startsWith('../')) return name;
    const absolute = path.join(root, ...name.split('/'));
    const down = slashes(path.relative(top, absolute));
    return leadsOut(down) ? slashes(path.relative(cwd, absolute)) : down;
  };
}

/** The other documents that the fixes of one document change. */
export async function othersOf(findings: readonly Finding[], asked: Asked, shown: (asked: Asked, name: string) => string): Promise<ReadonlyMap<string, OtherFile>> {
  const names = new Set(findings.flatMap(({ fixes }) => fixes.flatMap(({ elsewhere = [] }) => elsewhere.map((one) => one.path))));
  return new Map(await Promise.all([...names].map(async (name) => [name, { pathFromTop: shown(asked, name), text: (await asked.workspace.document(name)).text }] as const)));
}
