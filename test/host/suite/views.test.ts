import { after, afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, file, noRow, open, row, rows, write } from './docket.ts';
import { equal, eventually, present } from './expect.ts';

const RECORD = `---
status: proposed
date: 2026-11-01
decision-makers: Ann
---
# Weigh the parcels twice

## Context and Problem Statement

The scale of hub 3 drifts.

- [ ] @ann Calibrate the scale (due: 2026-01-05)
`;

describe('The views', () => {
  const path = 'docs/decisions/0091-weigh-the-parcels-twice.md';
  afterEach(closeAll);
  after(async () => {
    for (const one of [path, 'docs/decisions/0092-renamed.md', 'moved']) await vscode.workspace.fs.delete(file(one), { recursive: true }).then(undefined, () => {});
  });

  it('show open decisions before those that are taken', async () => {
    await row('decisions', 'Keep decisions next to the code');
    const groups = (await rows('decisions')).filter(({ id }) => id.startsWith('by-status:')).map(({ label }) => label);
    equal(groups.indexOf('Proposed') < groups.indexOf('Accepted') && groups.includes('Draft'), true, groups.join());
  });

  it('leave out what .docket.yaml excludes, indexes and READMEs', async () => {
    equal((await rows('decisions')).some(({ label }) => /FTP|README|^Decisions$/.test(label)), false);
  });

  it('show a file that another program writes, with its age, owner and action', async () => {
    await write(path, RECORD);
    const decision = await row('decisions', 'Weigh the parcels twice');
    equal(/Ann/.test(decision.description ?? '') && /open for/.test(decision.description ?? ''), true, decision.description);
    const action = await row('actions', 'Calibrate the scale');
    equal(/@ann/.test(action.description ?? '') && /overdue/.test(action.description ?? ''), true, action.description);
    equal(action.open?.line, 11);
  });

  it('follow an edit that is not saved, and the way back', async () => {
    const editor = await open(path);
    await editor.edit((edit) => edit.replace(new vscode.Range(6 - 1, 2, 6 - 1, 99), 'Weigh every parcel'));
    await row('decisions', 'Weigh every parcel');
    await closeAll();
    await row('decisions', 'Weigh the parcels twice');
  });

  it('follow a rename and a deletion', async () => {
    await vscode.workspace.fs.rename(file(path), file('docs/decisions/0092-renamed.md'));
    await eventually('the row leads to the new name', async () => (await row('decisions', 'Weigh the parcels twice')).open?.uri.endsWith('0092-renamed.md'));
    await vscode.workspace.fs.delete(file('docs/decisions/0092-renamed.md'));
    await noRow('decisions', 'Weigh the parcels twice');
  });

  it('follow a folder that appears and goes', async () => {
    await write('moved/adr/0001-count-the-vans.md', RECORD.replace('Weigh the parcels twice', 'Count the vans'));
    await row('decisions', 'Count the vans');
    await vscode.workspace.fs.rename(file('moved'), file('moved-on'));
    await eventually('the row leads into the new folder', async () => (await row('decisions', 'Count the vans')).open?.uri.includes('moved-on'));
    await vscode.workspace.fs.delete(file('moved-on'), { recursive: true });
    await noRow('decisions', 'Count the vans');
  });

  it('open the line of an action', async () => {
    const action = await row('actions', 'retry budget');
    const { uri, line } = present(action.open, 'The row has a place.');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    equal(/retry budget/i.test(document.lineAt(line).text), true, document.lineAt(line).text);
  });
});
