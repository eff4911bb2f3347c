import { folderOf, isWithin } from '../paths.ts';
import type { Workspace } from '../workspace.ts';
import type { DraftRequest } from './draft.ts';
import { stretchesIn } from './stretch.ts';

/** The draft of the next meeting that lies there already: minutes with a drawn agenda of the day that is asked for, or of the nearest from today on, or behind the day `after`; undefined where there is none. */
export async function upcomingDraft(workspace: Workspace, { date, folder, today, after }: DraftRequest & { readonly after?: string }): Promise<string | undefined> {
  const ahead = workspace.entries()
    .filter((entry) => entry.kind === 'meeting' && entry.date !== null && (date === undefined ? entry.date >= today && (after === undefined || entry.date > after) : entry.date === date) && (folder === undefined || isWithin(folderOf(entry.path), folder)))
    .sort((one, other) => one.date!.localeCompare(other.date!) || one.path.localeCompare(other.path));
  for (const { path } of ahead) if (stretchesIn(await workspace.document(path)).length) return path;
  return undefined;
}
