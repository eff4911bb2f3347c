import * as vscode from 'vscode';
import { present } from '../../host/suite/expect.ts';
import { EDITED, MARK } from './edited.ts';

const EDITS = 110;
/** The first edits are about how documents were opened. */
const FIRST = 10;
/** Milliseconds between an edit's diagnostics and the next edit. */
const BETWEEN = 150;

/** Changes one number in a large document, again and again, and takes the time until the diagnostics speak of it. */
export async function measureEdits(): Promise<readonly number[]> {
  const folder = present(vscode.workspace.workspaceFolders?.[0], 'A folder is open.').uri;
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, ...EDITED.split('/'))), { preview: false });
  const edits: number[] = [];
  for (let number = 1; number <= EDITS; number++) edits.push(await timeOf(editor, number));
  await vscode.commands.executeCommand('workbench.action.files.revert');
  return edits.slice(FIRST);
}

async function timeOf(editor: vscode.TextEditor, number: number): Promise<number> {
  const { document } = editor;
  const written = `${MARK}${String(number).padStart(4, '0')}`;
  const at = document.getText().indexOf(MARK);
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + written.length));
  const isTold = (): boolean => vscode.languages.getDiagnostics(document.uri).some(({ message }) => message.includes(written));
  const start = performance.now();
  const told = new Promise<number>((resolve) => {
    const listening = vscode.languages.onDidChangeDiagnostics(() => {
      if (!isTold()) return;
      listening.dispose();
      resolve(performance.now() - start);
    });
  });
  await editor.edit((edit) => edit.replace(range, written));
  const time = await told;
  await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  return time;
}
