import * as vscode from 'vscode';

/** The least that an extension can do: puts a diagnostic with the document's first line at once, on each change of a plain text. */
export function activateFloor(): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('floor');
  return vscode.Disposable.from(collection, vscode.workspace.onDidChangeTextDocument(({ document }) => {
    if (document.languageId !== 'plaintext') return;
    const first = document.lineAt(0);
    collection.set(document.uri, [new vscode.Diagnostic(first.range, first.text)]);
  }));
}
