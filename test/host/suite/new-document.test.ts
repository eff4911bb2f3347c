import { after, afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, file, row, write } from './docket.ts';
import { equal, eventually } from './expect.ts';

describe('New Document', () => {
  const made: vscode.Uri[] = [];
  afterEach(closeAll);
  after(async () => {
    for (const uri of made) await vscode.workspace.fs.delete(uri).then(undefined, () => {});
  });

  it('opens the filled template with the next number, named as its neighbours are', async () => {
    await vscode.commands.executeCommand('docket.newDocument', { type: 'decision', title: 'Ship on Sundays' });
    const editor = await eventually('the new document', () => vscode.window.activeTextEditor);
    const { document } = editor;
    made.push(document.uri);
    equal(vscode.workspace.asRelativePath(document.uri), 'docs/decisions/0007-ship-on-sundays.md');
    const text = document.getText();
    equal(text.includes('# Ship on Sundays') && text.includes('status: proposed') && text.includes('## Decision Outcome'), true, text);
    equal(/\{title\}|<!-- docket:/.test(text), false, text);
  });

  it('puts the cursor into the first prompt, so that typing replaces it', async () => {
    await vscode.commands.executeCommand('docket.newDocument', { type: 'decision', title: 'Ship on Mondays' });
    const editor = await eventually('the new document', () => vscode.window.activeTextEditor);
    made.push(editor.document.uri);
    equal(editor.document.getText(editor.selection), '{who decides}');
    await vscode.commands.executeCommand('type', { text: 'Ann' });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    equal(editor.document.getText(editor.selection), '{YYYY-MM-DD}');
  });

  it('is in the view at once, before it is saved', async () => {
    await vscode.commands.executeCommand('docket.newDocument', { type: 'decision', title: 'Ship on Tuesdays' });
    const editor = await eventually('the new document', () => vscode.window.activeTextEditor);
    made.push(editor.document.uri);
    await row('decisions', 'Ship on Tuesdays');
  });

  it('keeps Korean letters in the file name', async () => {
    await vscode.commands.executeCommand('docket.newDocument', { type: 'decision', title: '로그 저장소' });
    const editor = await eventually('the new document', () => vscode.window.activeTextEditor);
    made.push(editor.document.uri);
    equal(/00\d\d-로그-저장소\.md$/.test(editor.document.uri.path), true, editor.document.uri.path);
  });

  it('never overwrites a file', async () => {
    const path = `docs/meetings/${new Date().toLocaleDateString('sv')}-week-48.md`;
    await write(path, 'Written by hand.');
    made.push(file(path));
    await vscode.commands.executeCommand('docket.newDocument', { type: 'meeting', title: 'Week 48' });
    equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(file(path))), 'Written by hand.');
  });
});
