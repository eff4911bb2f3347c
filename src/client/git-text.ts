import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method } from '../protocol/protocol.ts';
import { repositoryOf } from './git-extension.ts';

/** Answers a server that has no disk with what Git has committed of a file; in a folder that nobody trusts with nothing. */
export function serveCommitted(client: BaseLanguageClient): void {
  client.onRequest<string | null, void>(Method.committedText, async ({ uri }: { uri: string }): Promise<string | null> => {
    if (!vscode.workspace.isTrusted) return null;
    try {
      const file = client.protocol2CodeConverter.asUri(uri);
      return (await (await repositoryOf(file))?.show('HEAD', file.fsPath)) ?? null;
    } catch {
      return null;
    }
  });
}
