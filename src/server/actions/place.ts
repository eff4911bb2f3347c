import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../../core/edit.ts';
import type { Finding } from '../../core/finding.ts';
import { Lines } from '../../core/lines.ts';
import { uriOf, type Located } from '../folders.ts';
import type { Session } from '../session.ts';
import { toTextEdit } from '../to-lsp.ts';

/** An open document for which actions are offered, with the findings of its text. */
export interface ActionPlace extends Located {
  readonly session: Session;
  readonly open: TextDocument;
  readonly findings: readonly Finding[];
}

/** The edits of a document of the folder as the editor takes them; undefined where the editor has another text than the one they were made for. */
export async function documentEdit({ session, folder, path, open }: Omit<ActionPlace, 'findings'>, name: string, edits: readonly Edit[]): Promise<TextDocumentEdit | undefined> {
  const uri = name === path ? open.uri : uriOf(folder, name);
  const document = name === path ? open : session.documents.get(uri);
  const { text } = await folder.workspace.document(name);
  if (document && document.getText() !== text) return undefined;
  const lines = new Lines(text);
  return { textDocument: { uri, version: document?.version ?? null }, edits: edits.map((edit): TextEdit => toTextEdit(edit, lines)) };
}

/** The edits of several documents; undefined where one of them has another text by now. */
export async function documentEdits(place: Omit<ActionPlace, 'findings'>, byPath: Iterable<readonly [path: string, edits: readonly Edit[]]>): Promise<TextDocumentEdit[] | undefined> {
  const made = await Promise.all([...byPath].map(([name, edits]) => documentEdit(place, name, edits)));
  return made.every((one) => one !== undefined) ? made : undefined;
}
