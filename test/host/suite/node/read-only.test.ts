import { chmod } from 'node:fs/promises';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { file, noRow, row, write } from '../docket.ts';
import { equal } from '../expect.ts';

const PATH = 'locked/adr/0001-lock-the-doors.md';
const RECORD = '# 1. Lock the doors\n\nDate: 2026-11-01\n\n## Status\n\nProposed\n\n## Context\n\nDoors are open.\n\n## Decision\n\nLock them.\n\n## Consequences\n\n- [ ] @ann Buy the lock for the doors\n';

describe('A file that is read-only on disk', () => {
  before(async () => {
    await write(PATH, RECORD);
    await row('actions', 'Buy the lock');
    await chmod(file(PATH).fsPath, 0o444);
  });
  after(async () => {
    await chmod(file(PATH).fsPath, 0o644);
    await vscode.workspace.fs.delete(file('locked'), { recursive: true });
    await noRow('actions', 'Buy the lock');
  });

  it('is left alone by an act, which says so at once', async () => {
    equal(await vscode.commands.executeCommand('docket.tick', await row('actions', 'Buy the lock')), false);
    equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(file(PATH))), RECORD);
    equal(vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && uri.path === file(PATH).path).length, 0);
  });
});
