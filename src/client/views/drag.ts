import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ViewNode } from '../../protocol/protocol.ts';
import { perform, type Subject } from '../acts.ts';
import { pickDay } from '../pick-day.ts';
import type { TreeName } from './names.ts';

/** Lets rows of a view be dropped on a group of it: on an owner, a due date or a status. */
export function dragAndDrop(tree: TreeName, client: BaseLanguageClient): vscode.TreeDragAndDropController<ViewNode> {
  const mime = `application/vnd.code.tree.docket.${tree}`;
  return {
    dragMimeTypes: [mime],
    dropMimeTypes: [mime],
    handleDrag(rows, data) {
      data.set(mime, new vscode.DataTransferItem(rows));
    },
    async handleDrop(target, data) {
      const rows = data.get(mime)?.value as readonly ViewNode[] | undefined;
      if (!target || !rows) return;
      const subjects = rows.flatMap(({ subject }) => (subject ? [subject] : []));
      if (subjects.length) await drop(client, target, subjects, tree);
    },
  };
}

async function drop(client: BaseLanguageClient, { takes, label }: ViewNode, subjects: readonly Subject[], tree: TreeName): Promise<void> {
  if (!takes || (takes.act === 'status') !== (tree === 'decisions')) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing can be dropped on “{0}”.', label));
    return;
  }
  if (takes.act === 'owner') await perform(client, subjects, { act: 'owner', value: takes.value });
  else if (takes.act === 'status') await perform(client, subjects, { act: 'status', value: takes.value });
  else {
    const value = takes.value === 'ask' ? await pickDay(client, subjects[0]!.uri, vscode.l10n.t('Due Date')) : takes.value;
    if (value !== undefined) await perform(client, subjects, { act: 'due', value });
  }
}
