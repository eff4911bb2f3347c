import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Sends requests of which only the newest is of use: whoever made the one before gets undefined, and the server stops working on it. */
export function newestOf<Params, Result>(client: BaseLanguageClient, method: string): (params: Params) => Promise<Result | undefined> {
  let last: vscode.CancellationTokenSource | undefined;
  return async (params) => {
    last?.cancel();
    const own = (last = new vscode.CancellationTokenSource());
    try {
      const result = await client.sendRequest<Result>(method, params, own.token);
      return own.token.isCancellationRequested ? undefined : result;
    } catch (error) {
      if (!own.token.isCancellationRequested) throw error;
      return undefined;
    } finally {
      own.dispose();
    }
  };
}
