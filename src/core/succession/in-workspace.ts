import { refuse, type Refusal } from '../edits/refusal.ts';
import type { Entry } from '../entry.ts';
import { folderOf } from '../paths.ts';
import type { Workspace } from '../workspace.ts';
import { succeed, type Succession, type SuccessionMade } from './succeed.ts';

export interface SuccessionRequest {
  readonly how: Succession;
  /** The document that is superseded or amended. */
  readonly path: string;
  readonly title: string;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly author?: string;
}

/** Reads what `succeed` needs of a workspace: the old document, its type, and some of its neighbours. */
export async function succeedIn(workspace: Workspace, { path, ...request }: SuccessionRequest): Promise<SuccessionMade | Refusal> {
  const entry = workspace.entry(path);
  if (!entry) return refuse('unknown-document', { path });
  const holder = entry.evidence.status?.path;
  const sidecar = holder === undefined || holder === path ? undefined : { path: holder, text: (await workspace.document(holder)).text };
  const entries = workspace.entries();
  const { types, vocabulary } = workspace.configurationOf(path);
  const folders = [folderOf(path), folderOf(folderOf(path))];
  const names = new Map(await Promise.all(folders.map(async (folder) => [folder, await workspace.names(folder)] as const)));
  return succeed({
    ...request, entry, entries, types, vocabulary,
    document: await workspace.document(path),
    match: await workspace.typeOf(path),
    language: workspace.languageOf(path),
    names: (folder) => names.get(folder) ?? [],
    neighbours: await Promise.all(neighboursOf(entry, entries).map((one) => workspace.document(one.path))),
    ...(sidecar ? { sidecar } : {}),
  });
}

const MOST_NEIGHBOURS = 12;

// Those that state a relation show how; those with the nearest numbers show what they have in common.
function neighboursOf(entry: Entry, entries: readonly Entry[]): Entry[] {
  const place = (path: string): string => (folderOf(path) === folderOf(entry.path) ? folderOf(path) : folderOf(folderOf(path)));
  const others = entries.filter((one) => one.path !== entry.path && one.kind === entry.kind && place(one.path) === place(entry.path));
  const related = others.filter((one) => one.evidence.supersededBy ?? one.evidence.supersedes ?? one.evidence.amends);
  const distance = (one: Entry): number => Math.abs((one.number ?? 0) - (entry.number ?? 0));
  const near = others.filter((one) => !related.includes(one)).sort((a, b) => distance(a) - distance(b));
  return [...related.sort((a, b) => distance(a) - distance(b)).slice(0, MOST_NEIGHBOURS), ...near.slice(0, MOST_NEIGHBOURS / 2)];
}
