import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, file, noProblem, open, problem, problems } from './docket.ts';
import { equal, eventually, present } from './expect.ts';

const INCOMPLETE = 'docs/design/0002-알림-서비스-분리.md';
const BROKEN = 'docs/meetings/2026-11-18-production-meeting.md';

describe('The problems', () => {
  afterEach(closeAll);

  it('of a document are there when it is opened, with rule, page and place', async () => {
    await open(INCOMPLETE);
    const missing = await problem(INCOMPLETE, 'required-sections');
    equal(missing.severity, vscode.DiagnosticSeverity.Hint, 'In a draft it is a hint.');
    equal(/검토한 대안/.test(missing.message), true, missing.message);
    const page = typeof missing.code === 'object' ? missing.code.target : undefined;
    equal(page?.toString(), 'docket-rule:/required-sections.md');
    const text = (await vscode.workspace.openTextDocument(present(page, 'The rule has a page.'))).getText();
    equal(text.startsWith('# required-sections'), true);
  });

  it('in front matter are marked at the very place', async () => {
    await open(BROKEN);
    const { range, message } = await problem(BROKEN, 'front-matter-syntax');
    equal([range.start.line, range.start.character], [2, 7]);
    equal(/needs quotes/.test(message), true, message);
  });

  it('are fixed by inserting the section from the template, which can be undone', async () => {
    const { document } = await open(INCOMPLETE);
    const before = document.getText();
    const { range } = await problem(INCOMPLETE, 'required-sections');
    const action = await eventually('a quick fix', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value);
      return actions.find(({ title }) => title.includes('검토한 대안'));
    });
    await vscode.workspace.applyEdit(present(action.edit, 'The quick fix has an edit.'));
    await noProblem(INCOMPLETE, 'required-sections');
    const after = document.getText();
    equal(after.includes('\n## 검토한 대안\n'), true);
    equal(after.indexOf('## 제안하는 설계') < after.indexOf('## 검토한 대안') && after.indexOf('## 검토한 대안') < after.indexOf('## 신뢰성 검토'), true, 'The section stands at its place.');
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), before, 'Undo brings the text back.');
    await problem(INCOMPLETE, 'required-sections');
  });

  it('follow the text while it is edited', async () => {
    const path = 'docs/decisions/0001-keep-decisions-next-to-the-code.md';
    const editor = await open(path);
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf('## Considered Options'));
    await editor.edit((edit) => edit.insert(at.translate(0, 3), 'Formerly '));
    await problem(path, 'required-sections');
    await vscode.commands.executeCommand('undo');
    await noProblem(path, 'required-sections');
  });

  it('of all documents are put into the panel by Lint Workspace', async () => {
    const summary = await vscode.commands.executeCommand<{ documents: number; errors: number; warnings: number; cancelled: boolean }>('docket.lintWorkspace');
    equal(summary.cancelled, false);
    equal([summary.errors > 0, summary.warnings > 1], [true, true]);
    equal(summary.documents > 15, true);
    await problem('docs/postmortems/2026-11-12-추적-페이지-지연.md', 'required-sections');
    await problem(BROKEN, 'front-matter-syntax');
    equal(problems('archive/0001-import-carrier-files-over-ftp.md'), []);
  });

  it('of one document are summed up by Lint Document', async () => {
    await open(INCOMPLETE);
    const summary = await vscode.commands.executeCommand<{ infos: number; typed: boolean }>('docket.lintDocument');
    equal([summary.infos, summary.typed], [1, true]);
  });

  it('of .docket.yaml are shown at the place of the mistake, and go when it is mended', async () => {
    const editor = await open('.docket.yaml');
    const { document } = editor;
    const key = document.getText().indexOf('required-sections');
    await editor.edit((edit) => edit.replace(new vscode.Range(document.positionAt(key), document.positionAt(key + 'required-sections'.length)), 'required-section'));
    const mistake = await problem('.docket.yaml', 'configuration');
    equal(document.getText(mistake.range), 'required-section');
    equal(/did you mean "required-sections"/.test(mistake.message), true, mistake.message);
    await vscode.commands.executeCommand('undo');
    await noProblem('.docket.yaml', 'configuration');
  });

  it('are in the language that is set, at once', async () => {
    const settings = vscode.workspace.getConfiguration('docket', file(''));
    const path = 'docs/decisions/0001-keep-decisions-next-to-the-code.md';
    const editor = await open(path);
    const at = editor.document.positionAt(editor.document.getText().indexOf('## Considered Options'));
    await editor.edit((edit) => edit.insert(at.translate(0, 3), 'Formerly '));
    equal(/is missing/.test((await problem(path, 'required-sections')).message), true);
    await settings.update('language', 'ko', vscode.ConfigurationTarget.Workspace);
    try {
      await eventually('the finding in Korean', () => problems(path).some(({ message }) => /없습니다/.test(message)));
    } finally {
      await settings.update('language', undefined, vscode.ConfigurationTarget.Workspace);
      await eventually('the finding in English', () => problems(path).some(({ message }) => /is missing/.test(message)));
      await closeAll();
      await vscode.workspace.fs.delete(file('.vscode'), { recursive: true }).then(undefined, () => {});
    }
  });

  it('wait for a command when docket.lint.onType is off', async () => {
    const settings = vscode.workspace.getConfiguration('docket', file(''));
    await settings.update('lint.onType', false, vscode.ConfigurationTarget.Workspace);
    try {
      const path = 'docs/decisions/0003-receive-scans-through-carrier-webhooks.md';
      const editor = await open(path);
      const at = editor.document.positionAt(editor.document.getText().indexOf('## Considered Options'));
      await editor.edit((edit) => edit.insert(at.translate(0, 3), 'Formerly '));
      await new Promise((resolve) => setTimeout(resolve, 600));
      equal(problems(path), []);
      await vscode.commands.executeCommand('docket.lintDocument');
      await problem(path, 'required-sections');
    } finally {
      await settings.update('lint.onType', undefined, vscode.ConfigurationTarget.Workspace);
      await closeAll();
      await vscode.workspace.fs.delete(file('.vscode'), { recursive: true }).then(undefined, () => {});
    }
  });
});
