import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method } from '../../protocol/protocol.ts';
import { treeView } from './tree-view.ts';

/** The view of each tree in Docket's container; a new tree is one name here. */
const TREES = ['decisions', 'actions', 'questions', 'waiting'] as const;

/** Every view, drawn again whenever the server says that its items have changed; a client keeps one listener for a message, so they share it. */
export function views(client: BaseLanguageClient): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const listening = client.onNotification(Method.itemsChanged, () => changed.fire());
  return vscode.Disposable.from(changed, listening, ...TREES.map((tree) => treeView(tree, client, changed.event)));
}
