import * as vscode from 'vscode';

/** What the address of a rule's page begins with: the pages lie in the extension, and an editor in a browser can show them only as documents. */
export const RULE_PAGES = 'docket-rule:/';

const [SCHEME] = RULE_PAGES.split(':') as [string];

/** Serves the pages of the rules, so that a problem's link opens without a network, whatever the host. */
export function serveRulePages(extension: vscode.Uri): vscode.Disposable {
  const folder = vscode.Uri.joinPath(extension, 'dist', 'rules');
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ path }) => new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path.slice(path.lastIndexOf('/') + 1)))),
  });
}

/** Shows the page of a rule as it is to be read; as text where the editor has no preview of Markdown. */
export async function showRulePage(rule: string): Promise<void> {
  const uri = vscode.Uri.parse(`${RULE_PAGES}${rule}.md`);
  try {
    await vscode.commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor');
  } catch {
    await vscode.window.showTextDocument(uri);
  }
}
