import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type FolderParams, type NewDocumentParams, type NewDocumentResult, type TypeChoice } from '../../protocol/protocol.ts';
import { inBackground } from '../background.ts';
import { chooseFolder } from '../choose-folder.ts';
import { gitAuthor } from '../git-author.ts';
import { askPatiently } from '../patience.ts';

/** What a key binding or another extension may say beforehand, so that it is not asked. */
interface Given {
  readonly type: string;
  readonly title: string;
}

/** "Docket: New Document": asks for type and title, makes the file and puts the template into it as a snippet. */
export function newDocument(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.newDocument', async (given: Partial<Given> | undefined) => {
    const folder = await chooseFolder();
    if (!folder && !vscode.workspace.workspaceFolders?.length) inBackground(client, vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first; the new document is put into it.')));
    if (!folder) return;
    const folderUri = client.code2ProtocolConverter.asUri(folder.uri);
    const types = await askPatiently<TypeChoice[]>(client, vscode.l10n.t('Looking for document types'), Method.types, { folder: folderUri } satisfies FolderParams);
    if (!types) return;
    const type = types.find(({ id }) => id === given?.type) ?? (await chooseType(types));
    const title = type && (given?.title ?? (await askTitle(type)));
    if (!type || title === undefined) return;
    const author = await gitAuthor(folder.uri);
    const made = await client.sendRequest<NewDocumentResult>(Method.newDocument, { folder: folderUri, type: type.id, title, ...(author === undefined ? {} : { author }) } satisfies NewDocumentParams);
    const uri = 'uri' in made && client.protocol2CodeConverter.asUri(made.uri);
    const refused = 'refused' in made ? made.refused : uri && (await create(uri, made.snippet));
    if (refused) inBackground(client, vscode.window.showErrorMessage(refused));
    else if ('notice' in made && made.notice) inBackground(client, vscode.window.showInformationMessage(made.notice));
  });
}

async function chooseType(types: readonly TypeChoice[]): Promise<TypeChoice | undefined> {
  const chosen = await vscode.window.showQuickPick(
    types.map((type) => ({ label: `$(${type.icon}) ${type.label}`, detail: type.description, type })),
    { title: vscode.l10n.t('New Document'), placeHolder: vscode.l10n.t('What do you want to write?'), matchOnDetail: true },
  );
  return chosen?.type;
}

function askTitle(type: TypeChoice): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: type.label,
    prompt: vscode.l10n.t('Title of the document'),
    validateInput: (value) => (value.trim() ? undefined : vscode.l10n.t('A document needs a title.')),
  });
}

// Returns why the file could not be created.
async function create(uri: vscode.Uri, snippet: string): Promise<string | undefined> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
  if (!(await vscode.workspace.applyEdit(edit))) {
    return vscode.l10n.t('The file {0} could not be created; it may exist already, or the folder may be read-only.', vscode.workspace.asRelativePath(uri));
  }
  const editor = await vscode.window.showTextDocument(uri);
  await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Position(0, 0));
  return undefined;
}
