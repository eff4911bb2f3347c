import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { equal, eventually, present } from './expect.ts';

describe('Docket', () => {
  it('is installed with its name and its commands', () => {
    const { packageJSON } = extension();
    equal(packageJSON.displayName, 'Docket');
    equal(packageJSON.contributes.commands.length > 0, true);
  });

  it('becomes active when a Markdown document is opened', async () => {
    const [file] = await vscode.workspace.findFiles('**/*.md', undefined, 1);
    await vscode.window.showTextDocument(present(file, 'The workspace has a Markdown document.'));
    await eventually('Docket is active', () => extension().isActive);
    // An extension that failed to start counts as active too, and then this fails.
    await extension().activate();
  });

  it('shows each view that it contributes', async () => {
    const views = Object.values(extension().packageJSON.contributes.views as Record<string, { id: string }[]>).flat();
    for (const { id } of views) await vscode.commands.executeCommand(`${id}.focus`);
  });

  it('runs in the extension host that the suite is for', () => {
    equal(typeof process === 'object', vscode.workspace.workspaceFolders?.[0]?.uri.scheme === 'file');
  });
});

function extension(): vscode.Extension<unknown> {
  return present(vscode.extensions.getExtension('docket.docket'), 'Docket is installed.');
}
