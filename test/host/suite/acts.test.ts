import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { ViewNode } from '../../../src/protocol/protocol.ts';
import { closeAll, file, noRow, open, row, write } from './docket.ts';
import { equal, eventually } from './expect.ts';

const PATH = 'acted/adr/0001-weigh-vans.md';
const RECORD = `# 1. Weigh the vans

Date: 2026-11-01

## Status

Proposed

## Context

Vans are heavy.

## Decision

Weigh them.

## Consequences

- [ ] @ann Buy the scale for vans (due: 2026-11-20)
- [ ] Read [the manual](command:workbench.action.quit) <img src=x onerror=alert(1)> of the scale
`;

const textOf = async (path = PATH): Promise<string> => (await vscode.workspace.openTextDocument(file(path))).getText();
const run = (command: string, node: Partial<ViewNode> & { value?: string | null }): Thenable<unknown> => vscode.commands.executeCommand(`docket.${command}`, node);

describe('Acting from a view', () => {
  before(async () => {
    await write(PATH, RECORD);
    await row('actions', 'Buy the scale');
  });
  afterEach(async () => {
    await open(PATH);
    await closeAll();
    await eventually('the text on disk', async () => (await row('actions', 'Buy the scale')).checked === false);
  });
  after(async () => {
    await vscode.workspace.fs.delete(file('acted'), { recursive: true });
    await noRow('actions', 'Buy the scale');
  });

  it('ticks an action with one character, and undoing it brings back what was there', async () => {
    equal(await run('tick', await row('actions', 'Buy the scale')), true);
    equal(await textOf(), RECORD.replace('[ ] @ann', '[x] @ann'));
    await noRow('actions', 'Buy the scale');
    const { document } = await open(PATH);
    await vscode.commands.executeCommand('undo');
    await eventually('the text of before', () => document.getText() === RECORD);
  });

  it('sets owner and due date in the document’s own way of writing', async () => {
    await run('setOwner', { ...(await row('actions', 'Buy the scale')), value: 'bob' });
    equal(await textOf(), RECORD.replace('@ann', '@bob'));
    await run('setDue', { ...(await row('actions', 'Buy the scale')), value: '2026-12-01' });
    equal(await textOf(), RECORD.replace('@ann', '@bob').replace('due: 2026-11-20', 'due: 2026-12-01'));
  });

  it('acts on what is written in the editor and not yet saved', async () => {
    const editor = await open(PATH);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '<!-- not saved -->\n\n'));
    equal(await run('tick', await row('actions', 'Buy the scale')), true);
    equal(editor.document.getText(), `<!-- not saved -->\n\n${RECORD.replace('[ ] @ann', '[x] @ann')}`);
    equal(editor.document.isDirty, true);
  });

  it('changes a status along the steps that are allowed, and writes by when to decide', async () => {
    const node = await row('decisions', 'Weigh the vans');
    await run('setDecideBy', { ...node, value: '2026-12-01' });
    equal(await textOf(), RECORD.replace('Date: 2026-11-01', 'Date: 2026-11-01\nDecide by: 2026-12-01'));
    equal(await run('setStatus', { ...node, value: 'accepted' }), true);
    equal((await textOf()).includes('\nAccepted\n'), true);
    equal(await run('setStatus', { ...node, value: 'draft' }), false);
  });

  it('acts on the line of the cursor where no row is given', async () => {
    const editor = await open(PATH);
    const line = RECORD.slice(0, RECORD.indexOf('Buy')).split('\n').length - 1;
    editor.selection = new vscode.Selection(line, 3, line, 3);
    equal(await vscode.commands.executeCommand('docket.tick'), true);
    equal(editor.document.getText(), RECORD.replace('[ ] @ann', '[x] @ann'));
  });

  it('refuses a row whose action has gone, and writes nothing', async () => {
    const node = await row('actions', 'Buy the scale');
    const editor = await open(PATH);
    const without = RECORD.replace('Buy the scale for vans', 'Borrow a scale');
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), without));
    equal(await run('tick', node), false);
    equal(editor.document.getText(), without);
  });

  it('refuses a row whose file was deleted a moment ago', async () => {
    const other = 'acted/adr/0002-weigh-carts.md';
    await write(other, RECORD.replace('# 1. Weigh the vans', '# 2. Weigh the carts').replace('Buy the scale for vans', 'Buy the scale for carts'));
    const node = await row('actions', 'Buy the scale for carts');
    await vscode.workspace.fs.delete(file(other));
    equal(await run('tick', node), false);
  });

  it('shows what looks like a command or a tag as the text it is', async () => {
    const node = await row('actions', 'Read');
    equal(node.label.includes('<img') || !node.label.includes('onerror'), true, node.label);
    equal(node.label.includes('command:'), false, node.label);
    await run('copyMarkdown', node);
    const copied = await vscode.env.clipboard.readText();
    equal(/(?<!\\)<img|\]\(command:/.test(copied), false, copied);
  });

  it('copies the link to a row', async () => {
    await run('copyLink', await row('decisions', 'Weigh the vans'));
    equal(await vscode.env.clipboard.readText(), '[0001 Weigh the vans](acted/adr/0001-weigh-vans.md)');
  });
});

describe('Choosing what a view shows', () => {
  it('takes what is given, and what there is not for nothing', async () => {
    for (const [command, given] of [['decisions.group', 'owner'], ['decisions.group', 'status'], ['actions.order', 'age'], ['actions.order', 'no such order'], ['actions.order', 'due'], ['actions.filter', { text: 'scale' }], ['actions.clearFilter', undefined], ['actions.showDone', undefined], ['actions.hideDone', undefined]] as const) {
      await vscode.commands.executeCommand(`docket.${command}`, given);
    }
  });
});
