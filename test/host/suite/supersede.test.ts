import { after, afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, file, noRow, open, row, rows, write } from './docket.ts';
import { equal, eventually } from './expect.ts';

const record = (number: number, title: string): string => `# ${number}. ${title}\n\nDate: 2026-10-0${number}\n\n## Status\n\nAccepted\n\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n`;
const folder = 'succession/adr';
const textOf = async (path: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(file(path)));
const uriOf = (path: string): string => file(path).toString();

describe('Supersede', () => {
  afterEach(closeAll);
  after(async () => {
    await vscode.workspace.fs.delete(file('succession'), { recursive: true }).then(undefined, () => {});
    await noRow('decisions', 'Use queues');
  });

  it('makes the new record, marks the old one, links both ways and opens the new one at its first prompt', async () => {
    await write(`${folder}/0001-use-carts.md`, record(1, 'Use carts'));
    await row('decisions', 'Use carts');
    await vscode.commands.executeCommand('docket.supersede', { uri: uriOf(`${folder}/0001-use-carts.md`), title: 'Use queues' });
    const editor = await eventually('the new record', () => vscode.window.activeTextEditor);
    equal(vscode.workspace.asRelativePath(editor.document.uri), `${folder}/0002-use-queues.md`);
    const text = editor.document.getText();
    equal(text.includes('# 2. Use queues\n') && text.includes('Proposed\n\nSupersedes [1. Use carts](0001-use-carts.md)\n'), true, text);
    equal(/^\{.*\}$/.test(editor.document.getText(editor.selection)), true);
    const old = await vscode.workspace.openTextDocument(file(`${folder}/0001-use-carts.md`));
    equal(old.getText(), record(1, 'Use carts').replace('Accepted', 'Superseded by [2. Use queues](0002-use-queues.md)'));
    await eventually('the old record is superseded in the view', async () => (await rows('decisions')).some(({ label, tooltip }) => label.includes('Use carts') && tooltip?.some((line) => line.includes('0002-use-queues.md') || line.includes('Use queues'))));
    await old.save();
  });

  it('is one edit: undoing it in the old record brings back what was there', async () => {
    await write(`${folder}/0003-use-vans.md`, record(3, 'Use vans'));
    await row('decisions', 'Use vans');
    await vscode.commands.executeCommand('docket.supersede', { uri: uriOf(`${folder}/0003-use-vans.md`), title: 'Use trucks' });
    const { document } = await open(`${folder}/0003-use-vans.md`);
    equal(document.getText().includes('Superseded by'), true);
    equal(document.isDirty, true);
    await vscode.commands.executeCommand('undo');
    await eventually('the text of before', () => document.getText() === record(3, 'Use vans'));
  });

  it('takes what is written in the editor and not yet saved', async () => {
    await write(`${folder}/0005-use-mail.md`, record(5, 'Use mail'));
    await row('decisions', 'Use mail');
    const editor = await open(`${folder}/0005-use-mail.md`);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '<!-- a line that is not saved -->\n\n'));
    await vscode.commands.executeCommand('docket.supersede', { title: 'Use letters' });
    await eventually('the new record', () => vscode.window.activeTextEditor?.document.uri.path.includes('use-letters'));
    equal(editor.document.getText().startsWith('<!-- a line that is not saved -->\n\n# 5. Use mail\n'), true);
    equal(editor.document.getText().includes('\nSuperseded by ['), true, editor.document.getText());
  });

  it('writes nothing where the old record cannot be marked', async () => {
    await write(`${folder}/0008-no-status.md`, '# Use boats\n\n## Context and Problem Statement\n\nText.\n\n## Considered Options\n\n* Boats\n\n## Decision Outcome\n\nBoats.\n');
    await row('decisions', 'Use boats');
    const before = await vscode.workspace.fs.readDirectory(file(folder));
    void vscode.commands.executeCommand('docket.supersede', { uri: uriOf(`${folder}/0008-no-status.md`), title: 'Use ships' });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    equal(await vscode.workspace.fs.readDirectory(file(folder)), before);
  });

  it('is offered for the rows of records, as is Amend, which keeps the status', async () => {
    await write(`${folder}/0009-use-bikes.md`, record(9, 'Use bikes'));
    const node = await row('decisions', 'Use bikes');
    await vscode.commands.executeCommand('docket.amend', { ...node, title: 'Use e-bikes' });
    const old = await vscode.workspace.openTextDocument(file(`${folder}/0009-use-bikes.md`));
    await eventually('the old record is amended', () => old.getText().includes('Accepted\n\nAmended by [10. Use e-bikes](0010-use-e-bikes.md)\n'));
    await eventually('the new record says so', async () => (await textOf(`${folder}/0010-use-e-bikes.md`)).includes('Amends [9. Use bikes](0009-use-bikes.md)'));
  });
});

describe('Update Index', () => {
  afterEach(closeAll);
  after(() => vscode.workspace.fs.delete(file('indexed'), { recursive: true }).then(undefined, () => {}));

  it('adds the missing record to the list, between those that are there', async () => {
    for (const [number, title] of [[1, 'Count parcels'], [2, 'Count vans'], [3, 'Count people']] as const) await write(`indexed/adr/000${number}-${title.replace(' ', '-').toLowerCase()}.md`, record(number, title));
    const list = '# Decisions\n\n* [1. Count parcels](0001-count-parcels.md) (a remark)\n* [3. Count people](0003-count-people.md)\n';
    await write('indexed/adr/README.md', list);
    await row('decisions', 'Count people');
    await vscode.commands.executeCommand('docket.updateIndex', { uri: uriOf('indexed/adr/README.md') });
    const document = await vscode.workspace.openTextDocument(file('indexed/adr/README.md'));
    equal(document.getText(), list.replace('(a remark)\n', '(a remark)\n* [2. Count vans](0002-count-vans.md)\n'));
  });
});

describe('Renumber', () => {
  afterEach(closeAll);
  after(() => vscode.workspace.fs.delete(file('renumbered'), { recursive: true }).then(undefined, () => {}));

  it('moves the file and changes its heading and every link to it, in one edit', async () => {
    await write('renumbered/README.md', '# Weights\n\n[ADR-0002](adr/0002-weigh-vans.md), [ADR-0002](adr/0002-weigh-people.md)\n');
    await write('renumbered/adr/0002-weigh-vans.md', record(2, 'Weigh vans'));
    await write('renumbered/adr/0002-weigh-people.md', record(2, 'Weigh people'));
    for (const title of ['Weigh vans', 'Weigh people']) await row('decisions', title);
    await vscode.commands.executeCommand('docket.renumber', { uri: uriOf('renumbered/adr/0002-weigh-people.md'), isConfirmed: true });
    const moved = await eventually('the file with its new name', () => vscode.workspace.openTextDocument(file('renumbered/adr/0003-weigh-people.md')).then((one) => one, () => undefined));
    await eventually('the new heading', () => moved.getText().startsWith('# 3. Weigh people\n'));
    const readme = await vscode.workspace.openTextDocument(file('renumbered/README.md'));
    equal(readme.getText(), '# Weights\n\n[ADR-0002](adr/0002-weigh-vans.md), [ADR-0003](adr/0003-weigh-people.md)\n');
    for (const document of [moved, readme]) await document.save();
  });
});
