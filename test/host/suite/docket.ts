import * as vscode from 'vscode';
import type { Api } from '../../../src/client/api.ts';
import type { ViewNode } from '../../../src/protocol/protocol.ts';
import { eventually, present } from './expect.ts';

type Tree = 'decisions' | 'actions' | 'questions' | 'waiting';

/** The file at a path below the workspace folder. */
export function file(path: string): vscode.Uri {
  return vscode.Uri.joinPath(present(vscode.workspace.workspaceFolders?.[0], 'A folder is open.').uri, ...path.split('/'));
}

/** Opens a file of the workspace in an editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(path)));
}

/** Writes a file without an editor, as another program would. */
export async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
}

/** All rows of a view, those inside others behind them. */
export async function rows(tree: Tree): Promise<ViewNode[]> {
  const { activate } = present(vscode.extensions.getExtension<Api>('docket.docket'), 'Docket is installed.');
  const api = await activate.call(vscode.extensions.getExtension('docket.docket'));
  const all = (nodes: readonly ViewNode[]): ViewNode[] => nodes.flatMap((node) => [node, ...all(node.children ?? [])]);
  return all(await api.tree(tree));
}

/** Waits for a row whose label holds the text. */
export function row(tree: Tree, text: string): Promise<ViewNode> {
  return eventually(`a row "${text}" in ${tree}`, async () => (await rows(tree)).find(({ label }) => label.includes(text)));
}

/** Waits until no row's label holds the text. */
export async function noRow(tree: Tree, text: string): Promise<void> {
  await eventually(`no row "${text}" in ${tree}`, async () => !(await rows(tree)).some(({ label }) => label.includes(text)));
}

/** Docket's findings in a file, as the Problems panel has them. */
export function problems(path: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(file(path)).filter(({ source }) => source === 'docket');
}

/** The rule of a finding. */
export function ruleOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** Waits for a finding of a rule in a file. */
export function problem(path: string, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`${rule} in ${path}`, () => problems(path).find((one) => ruleOf(one) === rule));
}

/** Waits until a file has no finding of a rule. */
export async function noProblem(path: string, rule: string): Promise<void> {
  await eventually(`no ${rule} in ${path}`, () => !problems(path).some((one) => ruleOf(one) === rule));
}

/** Closes every editor and forgets what was not saved. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    if (vscode.window.activeTextEditor.document.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  }
}
