import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type TreeParams, type TreeResult, type ViewNode } from '../../protocol/protocol.ts';

/** Draws one of the server's trees in the view of the same name, and again when its items have changed. */
export function treeView(tree: string, client: BaseLanguageClient, onDidChangeItems: vscode.Event<void>): vscode.Disposable {
  return vscode.window.createTreeView<ViewNode>(`docket.${tree}`, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: onDidChangeItems,
      getTreeItem: itemOf,
      async getChildren(node) {
        // A server that crashed has its views drawn when it is up again; one that was given up is started by a command.
        return client.sendRequest<TreeResult>(Method.tree, { tree, ...(node ? { below: node.id } : {}) } satisfies TreeParams).then(({ nodes }) => [...nodes], () => []);
      },
    },
  });
}

function itemOf(node: ViewNode): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(node.label, node.holds === undefined ? None : node.holds === 'open' ? Expanded : Collapsed);
  item.id = node.id;
  item.contextValue = [node.kind, ...node.can].join(' ');
  if (node.description !== undefined) item.description = node.description;
  if (node.tooltip) item.tooltip = node.tooltip.join('\n');
  if (node.spoken !== undefined) item.accessibilityInformation = { label: node.spoken };
  if (node.icon) item.iconPath = new vscode.ThemeIcon(node.icon.name, node.icon.color === undefined ? undefined : new vscode.ThemeColor(node.icon.color));
  if (node.open) {
    const { uri, line } = node.open;
    const selection = new vscode.Range(line, 0, line, 0);
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [vscode.Uri.parse(uri), { selection, preview: true } satisfies vscode.TextDocumentShowOptions] };
  }
  return item;
}
