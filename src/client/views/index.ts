import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { treeView } from './tree-view.ts';

/** Every view of Docket's container, under the name of its tree. */
export const views: readonly ((client: BaseLanguageClient) => vscode.Disposable)[] = ['decisions', 'actions'].map((tree) => (client) => treeView(tree, client));
