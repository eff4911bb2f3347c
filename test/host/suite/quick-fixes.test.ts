import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, file, noProblem, open, problem, write } from './docket.ts';
import { equal, eventually, present } from './expect.ts';

const PATH = 'docs/rfcs/0002-for-quick-fixes.md';
const LACKING = '---\nstatus: proposed\n---\n# A\n\n## Why\n\nw\n';
const CONFIG = 'docs/rfcs/.docket.yaml';
const RULES = 'types:\n  small:\n    template: small-template.md\n    files: ["0002-*.md"]\n';

// An open document of a type with two sections more than it has.
async function lacking(): Promise<vscode.TextEditor> {
  await write('docs/rfcs/small-template.md', '# {title}\n\n## Why\n\n## How\n\n## Costs\n');
  await write(CONFIG, RULES);
  await write(PATH, LACKING);
  const editor = await open(PATH);
  await problem(PATH, 'required-sections');
  return editor;
}

const actionsAt = ({ document }: vscode.TextEditor, range: vscode.Range): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value, 50);

async function choose(editor: vscode.TextEditor, title: string): Promise<void> {
  const { range } = await problem(PATH, 'required-sections');
  const action = await eventually(`the action "${title}"`, async () => (await actionsAt(editor, range)).find((one) => one.title === title));
  equal(await vscode.workspace.applyEdit(present(action.edit, `"${title}" has an edit.`)), true);
}

describe('Quick fixes', () => {
  afterEach(async () => {
    await closeAll();
    for (const path of [PATH, CONFIG, 'docs/rfcs/small-template.md']) await vscode.workspace.fs.delete(file(path)).then(undefined, () => {});
  });

  it('prefer what needs no choice', async () => {
    const editor = await lacking();
    const { range } = await problem(PATH, 'required-sections');
    const actions = await eventually('the actions', async () => {
      const found = await actionsAt(editor, range);
      return found.length > 4 && found;
    });
    equal(actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title), ['Insert the section "How"', 'Insert the section "Costs"']);
  });

  it('mend all problems of a rule in the document, which can be undone', async () => {
    const editor = await lacking();
    await choose(editor, 'Fix all problems of "required-sections" in this document');
    equal(editor.document.getText(), `${LACKING}\n## How\n\n## Costs\n`);
    await noProblem(PATH, 'required-sections');
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), LACKING);
  });

  it('mend a document when it is saved, where the settings say so', async () => {
    const settings = vscode.workspace.getConfiguration('editor', file(PATH));
    await settings.update('codeActionsOnSave', { 'source.fixAll.docket': 'explicit' }, vscode.ConfigurationTarget.Workspace);
    try {
      const { document } = await lacking();
      await vscode.window.activeTextEditor!.edit((edit) => edit.insert(document.positionAt(document.getText().length), '\nx\n'));
      await eventually('a document that is mended when it is saved', async () => {
        await vscode.commands.executeCommand('workbench.action.files.save');
        return document.getText().includes('## Costs');
      });
      equal([document.isDirty, document.getText()], [false, `${LACKING}\nx\n\n## How\n\n## Costs\n`]);
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(file('.vscode'), { recursive: true }).then(undefined, () => {});
    }
  });

  it('let a finding stand here and in this file by a comment, which can be undone', async () => {
    for (const where of ['here', 'in this file']) {
      const editor = await lacking();
      await choose(editor, `Ignore "required-sections" ${where}`);
      await noProblem(PATH, 'required-sections');
      equal(/<!-- docket-disable-[\w-]+ required-sections -->/.test(editor.document.getText()), true, editor.document.getText());
      await vscode.commands.executeCommand('undo');
      equal(editor.document.getText(), LACKING);
      await problem(PATH, 'required-sections');
    }
  });

  it('let a rule rest in the workspace, in the nearest configuration', async () => {
    const editor = await lacking();
    await choose(editor, 'Ignore "required-sections" in this workspace');
    const config = await vscode.workspace.openTextDocument(file(CONFIG));
    equal(config.getText(), `${RULES}rules:\n  required-sections: off\n`);
    await noProblem(PATH, 'required-sections');
    await vscode.window.showTextDocument(config);
    await vscode.commands.executeCommand('undo');
    equal(config.getText(), RULES);
    await problem(PATH, 'required-sections');
  });
});

describe('The page of a rule', () => {
  afterEach(closeAll);

  it('opens from its problem and by the command, without a file of the workspace', async () => {
    await open('docs/design/0002-알림-서비스-분리.md');
    const { code } = await problem('docs/design/0002-알림-서비스-분리.md', 'required-sections');
    const page = present(typeof code === 'object' ? code.target : undefined, 'The rule has a page.');
    equal((await vscode.workspace.openTextDocument(page)).getText().startsWith('# required-sections'), true);
    await vscode.commands.executeCommand('docket.openRulePage', 'required-sections');
    await eventually('the page in a tab', () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ input }) => (input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText) && input.uri.toString() === page.toString()));
  });
});

describe('The report on a document', () => {
  afterEach(closeAll);

  it('is shown beside it, leads to its lines, and is made again', async () => {
    const editor = await open('docs/design/0002-알림-서비스-분리.md');
    await vscode.commands.executeCommand('docket.lintDocument');
    const report = await eventually('the report', () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'docket-report'));
    equal(report.document.languageId, 'markdown');
    const text = report.document.getText();
    equal([text.includes('알림 발송과 알림 판단의 분리'), text.includes('(`required-sections`)')], [true, true], text);
    const links = await eventually('its links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', report.document.uri);
      return found.length > 0 && found;
    });
    equal(links.some(({ target }) => target?.with({ fragment: '' }).toString() === editor.document.uri.toString() && /^L\d+$/.test(target.fragment)), true, JSON.stringify(links));

    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await vscode.window.activeTextEditor!.edit((edit) => edit.insert(editor.document.positionAt(editor.document.getText().indexOf('## 제안하는 설계')), '## 검토한 대안\n\nx\n\n'));
    await vscode.commands.executeCommand('docket.lintDocument');
    await eventually('the report of the new text', () => report.document.getText() !== text && !/ · .*required-sections/.test(report.document.getText()));
  });
});
