import { webPageOf } from '../core/shared-index/pages.ts';
import type { Repositories } from '../core/shared-index/repositories.ts';
import type { Workspace } from '../core/workspace.ts';
import type { ListReport } from './reporters/reporter.ts';

/** The records of other repositories that these workspaces know, as a report lists them: the page of each in place of its path. */
export function recordsElsewhere(workspaces: readonly Workspace[]): ListReport['documents'] {
  const known = new Set<Repositories>([...new Set(workspaces)].flatMap((workspace) => workspace.others() ?? []));
  const seen = new Set<string>();
  return [...known].flatMap(({ indexes }) => indexes).flatMap((index) => [...index.records.values()].flatMap((entry) => {
    if (seen.has(entry.path)) return [];
    seen.add(entry.path);
    const page = webPageOf(entry, index) ?? entry.path;
    return [{ entry, path: page, pathFromCwd: page, shown: (path: string) => path, repository: index.name }];
  }));
}
