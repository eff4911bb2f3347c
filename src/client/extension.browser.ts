import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { restartOnce } from './crash.ts';
import { activateWith } from './extension.ts';

// VS Code runs this entry in a web worker, which may start another one; the type libraries know it only from the DOM.
declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[3];

export function activate(extension: vscode.ExtensionContext): Promise<void> {
  return activateWith(extension, (_, common) => {
    const script = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'server.browser.js');
    return new LanguageClient('docket', 'Docket', { ...common, errorHandler: restartOnce() }, new Worker(script.toString(true)));
  });
}
