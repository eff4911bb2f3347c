import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, ruleOf } from './docket.ts';
import { equal, eventually } from './expect.ts';

const INCOMPLETE = '# 7. Count the vans\n\n## Status\n\nProposed\n\n## Context\n\nx\n\n## Decision\n\ny\n';

describe('A document without a file', () => {
  afterEach(closeAll);

  it('is checked while it has not been saved yet', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: INCOMPLETE });
    await vscode.window.showTextDocument(document);
    await eventually('a finding in the untitled document', () => rulesIn(document.uri).includes('required-sections'));
  });

  it('is left alone where it is an older version of one, as Git shows it', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('docket-past', { provideTextDocumentContent: () => INCOMPLETE });
    try {
      const past = await vscode.workspace.openTextDocument(vscode.Uri.parse('docket-past:/docs/decisions/0007-count-the-vans.md'));
      await vscode.window.showTextDocument(past);
      equal(past.languageId, 'markdown');
      const now = await vscode.workspace.openTextDocument({ language: 'markdown', content: INCOMPLETE });
      await vscode.window.showTextDocument(now);
      await eventually('a finding in the untitled document', () => rulesIn(now.uri).length > 0);
      await new Promise((resolve) => setTimeout(resolve, 500));
      equal(rulesIn(past.uri), []);
    } finally {
      provider.dispose();
    }
  });
});

function rulesIn(uri: vscode.Uri): unknown[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'docket').map(ruleOf);
}
