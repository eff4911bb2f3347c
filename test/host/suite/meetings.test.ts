import { after, afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, file, open, row, write } from './docket.ts';
import { equal, eventually, present } from './expect.ts';

const DAY = 86_400_000;
const dayIn = (days: number): string => {
  const day = new Date(Date.now() + days * DAY);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};
const held = dayIn(20);
const folder = 'docs/meetings';
const minutes = `---\ntype: meeting\ndate: ${held}\nchair: Mina Seo\n---\n# Sync of the loaders\n\n## Attendance\n\n- Reliability: Mina Seo, Oskar Lind\n\n## New Action Items\n\n- [ ] Weigh every van before the ferry @oskar\n- [ ] Paint the doors of the loading dock @mina\n`;
const action = '[Weigh every van before the ferry]';
const textOf = async (path: string): Promise<string> => (await vscode.workspace.openTextDocument(file(path))).getText();

describe('A meeting', () => {
  const made: string[] = [];
  afterEach(closeAll);
  after(async () => {
    for (const path of [`${folder}/${held}-sync.md`, ...made]) await vscode.workspace.fs.delete(file(path)).then(undefined, () => {});
  });

  it('is drafted from what is open, drawn again with what people wrote in it, and closed', async () => {
    await write(`${folder}/${held}-sync.md`, minutes);
    await row('actions', 'Weigh every van');
    await vscode.commands.executeCommand('docket.draftMeeting', { after: file(`${folder}/${held}-sync.md`).toString() });
    const editor = await eventually('the draft', () => vscode.window.activeTextEditor);
    const path = vscode.workspace.asRelativePath(editor.document.uri);
    made.push(path);
    equal(path.startsWith(`${folder}/`) && path > `${folder}/${held}`, true, path);
    equal(editor.document.getText().includes(`- [ ] ${action}(${held}-sync.md#new-action-items) @oskar\n`), true, editor.document.getText());
    equal(/^\{.*\}$/.test(editor.document.getText(editor.selection)), true);
    await editor.document.save();

    const at = editor.document.positionAt(editor.document.getText().indexOf(`- [ ] ${action}`));
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(at.line + 1, 0), '  - the scales are broken\n');
      edit.replace(new vscode.Range(at.line, 3, at.line, 4), 'x');
    });
    await write(`${folder}/${held}-sync.md`, `${minutes}- [ ] Order new scales for the ferry @mina\n`);
    await row('actions', 'Order new scales');
    await vscode.commands.executeCommand('docket.draftMeeting');
    const { document } = present(vscode.window.activeTextEditor, 'The draft stays open.');
    equal(vscode.workspace.asRelativePath(document.uri), path);
    equal(document.getText().includes(`- [x] ${action}(${held}-sync.md#new-action-items) @oskar\n  - the scales are broken\n`), true, document.getText());
    equal(document.getText().includes('[Order new scales for the ferry]('), true, document.getText());

    const prompt = document.getText().indexOf('- [ ] {action}');
    await present(vscode.window.activeTextEditor, 'The draft stays open.').edit((edit) => edit.insert(document.positionAt(prompt), '- TODO(mina): Call the ferry.\n'));
    await vscode.commands.executeCommand('docket.closeMeeting', { uri: document.uri.toString(), isConfirmed: true });
    equal(document.getText().includes('\n- [ ] Call the ferry @mina.\n'), true, document.getText());
    equal((await textOf(`${folder}/${held}-sync.md`)).includes('- [x] Weigh every van before the ferry @oskar\n- [ ] Paint the doors'), true);
    for (const one of [document, await vscode.workspace.openTextDocument(file(`${folder}/${held}-sync.md`))]) await one.save();
  });

  it('that is no minutes is not closed', async () => {
    const { document } = await open('README.md');
    const before = document.getText();
    void vscode.commands.executeCommand('docket.closeMeeting');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    equal(document.getText(), before);
  });
});
