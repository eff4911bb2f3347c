import { after, afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, file, noRow, open, write } from './docket.ts';
import { equal, eventually } from './expect.ts';

const path = 'completion/adr/0001-use-trays.md';
const text = '# 1. Use trays\n\n## Status\n\nProposed\n\n## Context\n\nText.\n\n#\n\n## Consequences\n\nText.\n';
const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : `${label.label} ${label.description ?? ''}`.trim());
const offered = async (uri: vscode.Uri, at: vscode.Position): Promise<string[]> =>
  (await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, at, '#')).items.filter(({ detail }) => detail !== undefined).map(labelOf);

describe('Completion of a missing section', () => {
  afterEach(closeAll);
  after(async () => {
    await vscode.workspace.fs.delete(file('completion'), { recursive: true });
    await noRow('decisions', 'Use trays');
  });

  it('offers it where a heading is begun, and inserts heading and prompt', async () => {
    await write(path, text);
    const editor = await open(path);
    const at = new vscode.Position(10, 1);
    await eventually('the section is offered', async () => (await offered(editor.document.uri, at)).join() === '## Decision required');
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await eventually('the section is inserted', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText().includes('\n\n## Decision\n\n{');
    });
    equal(editor.document.getText().startsWith(text.slice(0, text.indexOf('#\n\n## Cons'))) && editor.document.getText().endsWith('\n\n## Consequences\n\nText.\n'), true, editor.document.getText());
  });

  it('offers it in a document without a file, and nothing in one of no type', async () => {
    const typed = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
    await eventually('the section is offered', async () => (await offered(typed.uri, new vscode.Position(10, 1))).includes('## Decision required'));
    const notes = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Notes\n\n#' });
    equal(await offered(notes.uri, new vscode.Position(2, 1)), []);
    await vscode.window.showTextDocument(notes);
    await closeAll();
    await vscode.window.showTextDocument(typed);
  });
});
