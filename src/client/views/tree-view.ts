import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type TooltipParams, type TreeParams, type TreeResult, type ViewNode } from '../../protocol/protocol.ts';
import { inBackground } from '../background.ts';
import type { EarlierRows } from './earlier-rows.ts';
import { describeFilter } from './filter-words.ts';
import type { TreeName } from './names.ts';
import { Renewing } from './renewing.ts';
import type { Wishes } from './wishes.ts';

/** What the views have in common. */
export interface ViewOptions {
  readonly client: BaseLanguageClient;
  readonly wishes: Wishes;
  readonly me: () => Promise<readonly string[]>;
  readonly earlier: EarlierRows;
  readonly onDidChangeItems: vscode.Event<void>;
  /** Somebody else looks, or at other folders. */
  readonly onDidChangeWho: vscode.Event<void>;
  /** Ticks a row, or takes it for open again. */
  readonly onTick: (node: ViewNode, done: boolean) => Promise<void>;
  readonly drag?: vscode.TreeDragAndDropController<ViewNode>;
}

/** A view, until it is disposed of. */
export interface DrawnView extends vscode.Disposable {
  readonly view: vscode.TreeView<ViewNode>;
}

/** Draws one of the server's trees in the view of the same name, and again when its items or the wishes for it have changed. */
export function treeView(tree: TreeName, { client, wishes, me, earlier, onDidChangeItems, onDidChangeWho, onTick, drag }: ViewOptions): DrawnView {
  const changed = new vscode.EventEmitter<ViewNode | undefined>();
  // VS Code drops the rows that it is being given when it is told to draw anew, and may not ask for them again.
  const inFlight = { asked: 0, first: 0, isOutdated: false };
  const requests = new Renewing(() => new vscode.CancellationTokenSource());
  const redraw = (): void => {
    if (inFlight.asked) inFlight.isOutdated = true;
    else changed.fire(undefined);
  };
  // The server answers from what it knows then; only who asks, and how, is as old as the request.
  const askAnew = (): void => {
    requests.renew();
    if (!inFlight.first) redraw();
  };
  const answered = (): void => {
    if (--inFlight.asked || !inFlight.isOutdated) return;
    inFlight.isOutdated = false;
    setTimeout(redraw);
  };
  const params = async (): Promise<TreeParams> => ({ tree, choices: wishes.of(tree), me: await me() });
  const first = { isRead: false, isAsked: false };
  // Until the documents have been read once, the view shows what it showed last.
  const rowsBefore = (node: ViewNode | undefined): readonly ViewNode[] => {
    const rows = first.isRead ? [] : earlier.of(wishes.of(tree), node?.id);
    if (!rows.length || first.isAsked) return rows;
    first.isAsked = true;
    inBackground(client, (async () => {
      await client.sendRequest<TreeResult>(Method.tree, { ...(await params()), countOnly: true } satisfies TreeParams).catch(() => {});
      first.isRead = true;
      redraw();
    })());
    return rows;
  };

  const view = vscode.window.createTreeView<ViewNode>(`docket.${tree}`, {
    showCollapseAll: true,
    canSelectMany: true,
    manageCheckboxStateManually: true,
    ...(drag ? { dragAndDropController: drag } : {}),
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: itemOf,
      async getChildren(node) {
        const before = rowsBefore(node);
        if (before.length) return [...before];
        inFlight.asked++;
        if (!node) inFlight.first++;
        try {
          const { nodes, empty } = await requests.ask(async (token) => client.sendRequest<TreeResult>(Method.tree, { ...(await params()), ...(node ? { below: node.id } : {}) } satisfies TreeParams, token)).finally(() => { if (!node) inFlight.first--; });
          first.isRead = true;
          earlier.keep(wishes.of(tree), node?.id, nodes);
          if (!node) {
            view.message = '';
            await vscode.commands.executeCommand('setContext', `docket.${tree}.empty`, empty ?? '');
          }
          return [...nodes];
        } catch {
          // A server that crashed has its views drawn when it is up again; one that was given up is started by a command.
          view.message = '';
          return [];
        } finally {
          answered();
        }
      },
      async resolveTreeItem(item, node, token) {
        const lines = await client.sendRequest<readonly string[]>(Method.treeTooltip, { tree, id: node.id } satisfies TooltipParams, token).catch(() => []);
        if (lines.length) item.tooltip = tooltipOf(lines);
        return item;
      },
    },
  });
  const describe = (): void => {
    view.description = describeFilter(wishes.of(tree).filter);
  };
  if (vscode.workspace.workspaceFolders?.length) view.message = vscode.l10n.t('Reading the documents…');
  describe();
  const all = vscode.Disposable.from(view, changed,
    onDidChangeItems(redraw),
    wishes.onDidChange((one) => {
      if (one !== tree) return;
      describe();
      askAnew();
    }),
    onDidChangeWho(askAnew),
    view.onDidChangeVisibility(({ visible }) => (visible ? requests.wake() : requests.rest())),
    view.onDidChangeCheckboxState(({ items }) => inBackground(client, (async () => {
      for (const [node, state] of items) await onTick(node, state === vscode.TreeItemCheckboxState.Checked);
      // What was refused has its old box again.
      redraw();
    })())),
  );
  return { view, dispose: () => all.dispose() };
}

function itemOf(node: ViewNode): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(node.label, node.holds === undefined ? None : node.holds === 'open' ? Expanded : Collapsed);
  item.id = node.id;
  item.contextValue = [node.kind, ...node.can].join(' ');
  if (node.description !== undefined) item.description = node.description;
  item.accessibilityInformation = { label: node.spoken };
  if (node.icon) item.iconPath = new vscode.ThemeIcon(node.icon.name, node.icon.color === undefined ? undefined : new vscode.ThemeColor(node.icon.color));
  if (node.checked !== undefined) item.checkboxState = boxOf(node, node.checked);
  if (node.url !== undefined && /^https?:/i.test(node.url)) {
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [vscode.Uri.parse(node.url)] };
  } else if (node.open && node.kind !== 'group') {
    const { uri, line } = node.open;
    const selection = new vscode.Range(line, 0, line, 0);
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [vscode.Uri.parse(uri), { selection, preview: true } satisfies vscode.TextDocumentShowOptions] };
  }
  return item;
}

function boxOf({ spoken }: ViewNode, isDone: boolean): NonNullable<vscode.TreeItem['checkboxState']> {
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  return {
    state: isDone ? Checked : Unchecked,
    tooltip: isDone ? vscode.l10n.t('Mark as Open Again') : vscode.l10n.t('Mark as Done'),
    accessibilityInformation: { label: spoken },
  };
}

// What a document says is text here, whatever markup, links or tags it looks like.
function tooltipOf([first = '', ...rest]: readonly string[]): vscode.MarkdownString {
  return new vscode.MarkdownString(`**${plain(first)}**\n\n${rest.map(plain).join('\\\n')}`);
}

// VS Code makes every space one that no line breaks at; a number at the beginning would begin a list.
function plain(line: string): string {
  return new vscode.MarkdownString().appendText(line.trim()).value.replaceAll('&nbsp;', ' ').replace(/^(\d+[.)]) /, '$1&nbsp;');
}
