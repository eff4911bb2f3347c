import { isFrontPage } from '../dialects/file-name.ts';
import { refuse, type Refusal } from '../edits/refusal.ts';
import { sidecarDocument } from '../edits/metadata.ts';
import type { Document } from '../document.ts';
import { folderOf, isMarkdownPath, nameOf } from '../paths.ts';
import { isSidecarPath } from '../reading.ts';
import { namePartsOf, stemOf } from '../titles.ts';
import type { Workspace } from '../workspace.ts';
import { nextNumber, renumber, type Renumbered } from './renumber.ts';

export interface RenumberRequest {
  readonly path: string;
  /** Undefined: the next one that is free. */
  readonly number?: number;
}

/** Gives a document of a workspace another number, and changes every citation of it. */
export async function renumberIn(workspace: Workspace, { path, number }: RenumberRequest): Promise<Renumbered | Refusal> {
  const entry = workspace.entry(path);
  if (!entry) return refuse('unknown-document', { path });
  const entries = workspace.entries();
  const documents: Document[] = [];
  for (const one of workspace.paths()) documents.push(await workspace.document(one));
  for (const holder of new Set([entry.evidence.number?.path, entry.evidence.status?.path])) {
    if (holder !== undefined && isSidecarPath(holder)) documents.push(sidecarDocument(holder, (await workspace.document(holder)).text));
  }
  return renumber({ entry, number: number ?? nextNumber(entry, entries, await numbersBeside(workspace, path)), entries, documents, vocabulary: workspace.configurationOf(path).vocabulary });
}

// A record may lie in a folder of its own, whose name has the number.
async function numbersBeside(workspace: Workspace, path: string): Promise<number[]> {
  const folder = isFrontPage(stemOf(nameOf(path))) ? folderOf(folderOf(path)) : folderOf(path);
  return (await workspace.names(folder)).filter((name) => isMarkdownPath(name) || !name.includes('.')).flatMap((name) => namePartsOf(stemOf(name)).number ?? []);
}
