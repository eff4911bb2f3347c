import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, file, noRow, open, row, write } from './docket.ts';
import { equal, eventually } from './expect.ts';

const TEMPLATE = '# {title}\n\n## Gründe\n\n{why}\n\n## Plan\n\n{what}\n\n## Kosten\n\n{how much}\n';
const COMPLETE = '---\nstatus: proposed\n---\n# 1. Use carts\n\n## Gründe\n\nText.\n\n## Plan\n\nText.\n\n## Kosten\n\nText.\n';
const ADOPTED = 'carts:\n    template: adopted/carts/template.md\n    files:\n      - adopted/carts/[0-9]*.md\n';
const remove = (path: string): Thenable<void> => vscode.workspace.fs.delete(file(path), { recursive: true }).then(undefined, () => {});
const adopt = (): Thenable<unknown> => vscode.commands.executeCommand('docket.adoptTemplate', { template: 'adopted/carts/template.md' });

const textOf = async (path: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(file(path)));

describe('Adopt Template', () => {
  let own = '';
  before(async () => {
    own = await textOf('.docket.yaml');
    await write('adopted/carts/template.md', TEMPLATE);
    await write('adopted/carts/0001-use-carts.md', COMPLETE);
    await row('decisions', 'Use carts');
  });
  afterEach(async () => {
    await closeAll();
    await write('.docket.yaml', own);
  });
  after(async () => {
    await remove('adopted');
    await noRow('decisions', 'Use carts');
  });

  it('adds to a .docket.yaml that is open and not saved, and can be undone there', async () => {
    const { document } = await open('.docket.yaml');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# Not saved\n');
    await vscode.workspace.applyEdit(edit);
    await adopt();
    equal(document.getText().startsWith('# Not saved\n') && document.getText().includes(`\n  ${ADOPTED}`), true, document.getText());
    equal(document.isDirty, true);
    await open('.docket.yaml');
    await vscode.commands.executeCommand('undo');
    await eventually('its lines are gone', () => !document.getText().includes(ADOPTED));
  });

  it('writes nothing where the file cannot be extended', async () => {
    await write('.docket.yaml', 'types: {cart: {files: ["c/*.md"]}}\n');
    const { document } = await open('.docket.yaml');
    await eventually('the new text', () => document.getText().startsWith('types: {'));
    await adopt();
    equal(document.getText(), 'types: {cart: {files: ["c/*.md"]}}\n');
    equal(document.isDirty, false);
  });

  it('makes .docket.yaml where there is none, and shows it with the new lines selected', async () => {
    await remove('.docket.yaml');
    await adopt();
    const editor = await eventually('.docket.yaml is open', () => (vscode.window.activeTextEditor?.document.uri.path.endsWith('/.docket.yaml') ? vscode.window.activeTextEditor : undefined));
    equal(editor.document.getText(), `types:\n  ${ADOPTED}`);
    equal(editor.document.getText(editor.selection), `types:\n  ${ADOPTED}`.trimEnd());
  });
});
