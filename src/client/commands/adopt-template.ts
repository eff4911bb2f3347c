import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type AdoptParams, type AdoptResult, type TemplateChoice } from '../../protocol/protocol.ts';
import { applyChanges } from '../apply-changes.ts';
import { askPatiently } from '../patience.ts';

/** "Docket: Adopt Template": names a template that lies in the workspace in `.docket.yaml`, as one edit, and shows what was written. */
export function adoptTemplate(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.adoptTemplate', async (given: Partial<Pick<TemplateChoice, 'template'>> | undefined) => {
    const choices = await askPatiently<TemplateChoice[]>(client, vscode.l10n.t('Looking for templates'), Method.adoptableTemplates);
    if (!choices) return;
    if (!choices.length) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no template to adopt: none lies in this workspace, or .docket.yaml names it already. Docket knows templates by names such as template.md and 0000-template.md, and by a folder called templates.'));
      return;
    }
    const chosen = choices.find(({ template }) => template === given?.template) ?? (await choose(choices));
    if (!chosen) return;
    const { folder, type, template, files } = chosen;
    const made = await client.sendRequest<AdoptResult>(Method.adoptTemplate, { folder, type, template, files } satisfies AdoptParams);
    if ('refused' in made) {
      void vscode.window.showErrorMessage(made.refused);
      return;
    }
    if (!(await applyChanges(client, made.changes))) return;
    await vscode.window.showTextDocument(client.protocol2CodeConverter.asUri(made.open), { selection: client.protocol2CodeConverter.asRange(made.added), preview: false });
  });
}

type Row = vscode.QuickPickItem & { readonly choice?: TemplateChoice };

async function choose(choices: readonly TemplateChoice[]): Promise<TemplateChoice | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const rows = (some: readonly TemplateChoice[]): Row[] => some.map((choice) => {
    const name = folders.length > 1 && folders.find(({ uri }) => uri.toString() === vscode.Uri.parse(choice.folder).toString())?.name;
    return { label: `$(file) ${choice.type}`, description: name ? `${name}/${choice.template}` : choice.template, detail: detailOf(choice), choice };
  });
  const followed = choices.filter(({ documents }) => documents);
  const unused = choices.filter(({ documents }) => !documents);
  const separator: Row[] = followed.length && unused.length ? [{ label: vscode.l10n.t('without documents'), kind: vscode.QuickPickItemKind.Separator }] : [];
  const chosen = await vscode.window.showQuickPick(
    [...rows(followed), ...separator, ...rows(unused)],
    { title: vscode.l10n.t('Adopt Template'), placeHolder: vscode.l10n.t('Which template do your documents follow?'), matchOnDescription: true },
  );
  return chosen?.choice;
}

function detailOf({ documents, conforming, others }: TemplateChoice): string {
  if (!documents) return vscode.l10n.t('No document follows it yet.');
  const followed = documents === 1 ? vscode.l10n.t('1 document follows it') : vscode.l10n.t('{0} documents follow it', documents);
  const complete = conforming === 1 ? vscode.l10n.t('1 has all it asks for') : vscode.l10n.t('{0} have all it asks for', conforming);
  if (!others) return vscode.l10n.t('{0}; {1}.', followed, complete);
  return vscode.l10n.t('{0}; {1}. Beside them lie {2} that do not follow it.', followed, complete, others);
}
