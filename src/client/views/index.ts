import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { perform } from '../acts.ts';
import { onDidChangeItems } from '../items.ts';
import { statusBar } from '../status-bar.ts';
import { Who } from '../who.ts';
import { badge } from './badge.ts';
import { dragAndDrop } from './drag.ts';
import { EarlierRows } from './earlier-rows.ts';
import { TREES } from './names.ts';
import { treeView, type ViewOptions } from './tree-view.ts';
import { viewCommands } from './view-commands.ts';
import { Wishes } from './wishes.ts';

/** Every view, drawn again whenever the server says that its items have changed. */
export function views(client: BaseLanguageClient, kept: vscode.Memento): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const who = new Who();
  const wishes = new Wishes(kept, client);
  const options: Omit<ViewOptions, 'earlier'> = {
    client, wishes, me: who.names, onDidChangeItems: changed.event, onDidChangeWho: who.onDidChange,
    onTick: async ({ subject }, done) => {
      if (subject) await perform(client, [subject], { act: done ? 'tick' : 'untick' });
    },
  };
  const earlier = TREES.map((tree) => new EarlierRows(kept, tree));
  const drawn = TREES.map((tree, at) => treeView(tree, { ...options, earlier: earlier[at]!, ...(tree === 'actions' || tree === 'decisions' ? { drag: dragAndDrop(tree, client) } : {}) }));
  return vscode.Disposable.from(
    changed, wishes, ...earlier, ...drawn,
    onDidChangeItems(client)(() => changed.fire()),
    who, who.onDidChange(() => changed.fire()),
    statusBar(client, changed.event),
    badge(drawn[TREES.indexOf('waiting')]!.view, options),
    ...TREES.map((tree) => viewCommands({ tree, client, wishes })),
  );
}
