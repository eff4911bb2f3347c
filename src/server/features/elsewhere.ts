import { DefinitionRequest, DocumentLinkRequest, type DocumentLink, type Location } from 'vscode-languageserver';
import type { Document } from '../../core/document.ts';
import { folderOf, isMarkdownPath, nameOf } from '../../core/paths.ts';
import { fileBeside, webPageOf } from '../../core/shared-index/pages.ts';
import { namedAt, recordsNamedIn } from '../../core/shared-index/named-records.ts';
import type { Elsewhere, Repositories } from '../../core/shared-index/repositories.ts';
import { uriOf, type Folder } from '../folders.ts';
import type { Session } from '../session.ts';
import { toRange } from '../to-lsp.ts';

/** Leads from the names of other repositories' records to these: to the file where the repository is checked out around its index, and to the page on the web otherwise. */
export function elsewhere(session: Session): void {
  const { connection } = session;

  connection.onDocumentLinks(async ({ textDocument: { uri } }): Promise<DocumentLink[]> => {
    const read = await documentAt(session, uri);
    if (!read) return [];
    const links = await Promise.all(recordsNamedIn(read.document, read.repositories).slice(0, MOST).map(async ({ range, elsewhere: one }) => {
      const target = (await fileOf(one, read.folder)) ?? pageOf(one);
      return target === undefined ? [] : [{ range: toRange(range, read.document.lines), target }];
    }));
    return links.flat();
  });

  connection.onDefinition(async ({ textDocument: { uri }, position }): Promise<Location | null> => {
    const read = await documentAt(session, uri);
    const found = read && namedAt(read.document, session.documents.get(uri)!.offsetAt(position), read.repositories);
    const file = found && (await fileOf(found.elsewhere, read.folder));
    const top = { line: 0, character: 0 };
    return file === undefined ? null : { uri: file, range: { start: top, end: top } };
  });

  // Whoever names no index is asked nothing.
  if (!session.abilities.registersLater) return;
  const offered: true[] = [];
  session.onRead(() => {
    if (offered.length || !session.folders.all().some(({ workspace }) => workspace.others())) return;
    offered.push(true);
    const options = { documentSelector: [{ language: 'markdown' }] };
    session.background(() => Promise.all([connection.client.register(DocumentLinkRequest.type, options), connection.client.register(DefinitionRequest.type, options)]));
  });
}

async function documentAt(session: Session, uri: string): Promise<{ readonly document: Document; readonly repositories: Repositories; readonly folder: Folder } | undefined> {
  const known = session.folders.locate(uri)?.folder.workspace.others();
  if (!known || !session.documents.get(uri)) return undefined;
  await session.settle(uri);
  const located = session.folders.locate(uri);
  if (!located || !isMarkdownPath(located.path)) return undefined;
  const { folder, path } = located;
  const { repositories, excludes } = folder.workspace.configurationOf(path);
  return repositories && !excludes(path) ? { document: await folder.workspace.document(path), repositories, folder } : undefined;
}

/** More names of a document are not followed. */
const MOST = 1000;

// Another repository's files are often ignored here, or excluded.
async function fileOf({ index, entry, path }: Elsewhere, folder: Folder): Promise<string | undefined> {
  const file = entry && fileBeside(path, index);
  if (file === undefined) return undefined;
  const isThere = folder.workspace.has(file) || (await folder.workspace.names(folderOf(file))).includes(nameOf(file));
  return isThere ? uriOf(folder, file) : undefined;
}

const pageOf = ({ index, entry }: Elsewhere): string | undefined => entry && webPageOf(entry, index);
