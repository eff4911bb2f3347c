import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type ActParams, type ActResult, type ViewNode } from '../protocol/protocol.ts';
import { applyChanges } from './apply-changes.ts';
import { askPatiently } from './patience.ts';

export type Subject = ActParams['subject'];
export type Act = ActParams['act'];

/** What a row of a view, a key binding or another extension says beforehand; `value` is then not asked for. */
export type Given = Partial<Pick<ViewNode, 'subject' | 'open' | 'label'>> & { readonly uri?: string; readonly value?: string | null };

/** What a command is about: the rows that are selected, the one it was called on, the document that is named, or the line in the active editor. */
export function subjectsOf(given: Given | null | undefined, selected: readonly Given[] | undefined): readonly Subject[] {
  const rows = selected?.length ? selected : given ? [given] : [];
  const subjects = rows.flatMap(({ subject, uri }): Subject[] => (subject ? [subject] : uri === undefined ? [] : [{ uri }]));
  if (subjects.length || rows.length) return subjects;
  const editor = vscode.window.activeTextEditor;
  return editor?.document.languageId === 'markdown' ? [{ uri: editor.document.uri.toString(), line: editor.selection.active.line }] : [];
}

/** The documents that a command is about, each once. */
export function documentsOf(given: Given | null | undefined, selected: readonly Given[] | undefined): readonly Subject[] {
  return [...new Map(subjectsOf(given, selected).map(({ uri }) => [uri, { uri }])).values()];
}

/** Does it to one after the other, each as an edit that can be undone; what is refused is told. False where something was, or the user did not wait for it. */
export async function perform(client: BaseLanguageClient, subjects: readonly Subject[], act: Act): Promise<boolean> {
  if (!subjects.length) return nothingChosen();
  for (const subject of subjects) {
    const result = await askPatiently<ActResult>(client, vscode.l10n.t('Reading the documents…'), Method.act, { subject, act } satisfies ActParams);
    if (!result) return false;
    if ('refused' in result) {
      void vscode.window.showErrorMessage(result.refused);
      return false;
    }
    if (!(await applyChanges(client, result.changes))) return false;
    if (result.notice !== undefined) void vscode.window.showWarningMessage(result.notice);
  }
  return true;
}

/** Says what to choose. */
export function nothingChosen(): false {
  void vscode.window.showInformationMessage(vscode.l10n.t('Choose a row of a Docket view first, or put the cursor on an action item.'));
  return false;
}
