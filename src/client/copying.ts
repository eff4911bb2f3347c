import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type CopyParams, type ViewNode } from '../protocol/protocol.ts';
import { askPatiently } from './patience.ts';

type Row = Pick<ViewNode, 'id' | 'tree'>;

/** Puts rows of a view on the clipboard as Markdown, or the links to what they stand for. */
export async function copyRows(client: BaseLanguageClient, given: Row | null | undefined, selected: readonly Row[] | undefined, linkOnly: boolean): Promise<void> {
  const rows = selected?.length ? selected : given ? [given] : [];
  const [first] = rows;
  const markdown = first ? await askPatiently<string | null>(client, vscode.l10n.t('Reading the documents…'), Method.treeMarkdown, { tree: first.tree, ids: rows.map(({ id }) => id), linkOnly } satisfies CopyParams) : null;
  if (markdown === null) void vscode.window.showInformationMessage(vscode.l10n.t('Choose a row of a Docket view first.'));
  else if (markdown !== undefined) await vscode.env.clipboard.writeText(markdown);
}
