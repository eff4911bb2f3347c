import * as vscode from 'vscode';
import { newestOf } from '../newest.ts';
import { Method, type TreeParams, type TreeResult } from '../../protocol/protocol.ts';
import { inBackground } from '../background.ts';
import type { ViewOptions } from './tree-view.ts';

/** Keeps the number of what waits for whoever looks on Docket's icon, unless a setting turns it off. */
export function badge(view: vscode.TreeView<unknown>, { client, me, onDidChangeItems }: Pick<ViewOptions, 'client' | 'me' | 'onDidChangeItems'>): vscode.Disposable {
  const ask = newestOf<TreeParams, TreeResult>(client, Method.tree);
  const count = async (): Promise<void> => {
    const isOn = vscode.workspace.getConfiguration('docket').get<boolean>('badge', true);
    const counted = isOn ? await ask({ tree: 'waiting', me: await me(), countOnly: true }) : { count: 0 };
    if (!counted) return;
    const { count: value } = counted;
    view.badge = value ? { value, tooltip: value === 1 ? vscode.l10n.t('1 thing waits for you') : vscode.l10n.t('{0} things wait for you', value) } : undefined;
  };
  return vscode.Disposable.from(
    onDidChangeItems(() => inBackground(client, count())),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('docket.badge')) inBackground(client, count());
    }),
  );
}
