import { claimsOf } from '../edits/metadata.ts';
import { refuse, type Refusal } from '../edits/refusal.ts';
import type { Workspace } from '../workspace.ts';
import { isListing } from './find.ts';
import { updateIndex, type IndexOptions, type IndexUpdate } from './update.ts';

/** Brings the index in one document up to date; undefined where it has none. */
export async function updateIndexIn(workspace: Workspace, path: string, options: Pick<IndexOptions, 'isAsked' | 'removesGone'> = {}): Promise<IndexUpdate | Refusal | undefined> {
  if (!workspace.entry(path)) return refuse('unknown-document', { path });
  const document = await workspace.document(path);
  const { vocabulary } = workspace.configurationOf(path);
  const first = updateIndex(document, workspace.records(), { ...options, vocabulary });
  const doubtful = new Set(first?.changed.flatMap((one) => (one.what === 'title' ? [one.path] : [])));
  if (!doubtful.size) return first;
  // A record may call itself one thing in its heading and another in its metadata: either will do.
  const titles = new Map(await Promise.all([...doubtful].map(async (one) => [one, claimsOf(await workspace.document(one), vocabulary).flatMap((claim) => (claim.property === 'title' && claim.line > 0 ? [claim.text, claim.value] : []))] as const)));
  return updateIndex(document, workspace.records(), { ...options, vocabulary, titles });
}

/** The documents whose index is kept without being named: front pages and others that are called like a list. */
export async function indexesIn(workspace: Workspace): Promise<string[]> {
  const found: string[] = [];
  for (const entry of workspace.entries()) {
    const { path } = entry;
    if (!isListing(entry)) continue;
    if (updateIndex(await workspace.document(path), workspace.records(), { vocabulary: workspace.configurationOf(path).vocabulary })) found.push(path);
  }
  return found;
}
