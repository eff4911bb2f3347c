import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type ChangesResult, type SuccessionParams, type ViewNode } from '../protocol/protocol.ts';
import { applyChanges } from './apply-changes.ts';
import { askPatiently } from './patience.ts';

/** What a row of a view, a key binding or another extension may say beforehand. */
export type Given = Partial<Pick<ViewNode, 'open'>> & { readonly uri?: string; readonly title?: string };

/** Asks for the title of the document that supersedes or amends another one, makes it and opens it at its first prompt. */
export async function succeed(client: BaseLanguageClient, how: SuccessionParams['how'], given: Given | undefined, prompt: string): Promise<void> {
  const uri = documentOf(given);
  if (!uri) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the document first, or choose it in the view Decisions.'));
    return;
  }
  const title = given?.title ?? (await vscode.window.showInputBox({
    title: uri.path.slice(uri.path.lastIndexOf('/') + 1),
    prompt,
    validateInput: (value) => (value.trim() ? undefined : vscode.l10n.t('A document needs a title.')),
  }));
  if (title === undefined) return;
  const made = await askPatiently<ChangesResult>(client, vscode.l10n.t('Preparing the new document'), Method.succeed, { uri: client.code2ProtocolConverter.asUri(uri), how, title } satisfies SuccessionParams);
  if (!made) return;
  if ('refused' in made) {
    void vscode.window.showErrorMessage(made.refused);
    return;
  }
  if (!(await applyChanges(client, made.changes)) || made.open === undefined) return;
  const editor = await vscode.window.showTextDocument(client.protocol2CodeConverter.asUri(made.open));
  selectFirstPrompt(editor);
}

/** The document that a command is about: that of the row, the one named, or the one in the active editor. */
export function documentOf(given: Given | undefined): vscode.Uri | undefined {
  const named = given?.uri ?? given?.open?.uri;
  if (named !== undefined) return vscode.Uri.parse(named);
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'markdown' ? document.uri : undefined;
}

/** Selects the first thing that a new document asks for. */
export function selectFirstPrompt(editor: vscode.TextEditor): void {
  const found = /\{[^{}\r\n]+\}/.exec(editor.document.getText());
  if (!found) return;
  const at = editor.document.positionAt(found.index);
  editor.selection = new vscode.Selection(at, editor.document.positionAt(found.index + found[0].length));
  editor.revealRange(editor.selection);
}
