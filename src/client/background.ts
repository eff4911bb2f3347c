import { State, type BaseLanguageClient } from 'vscode-languageclient';

/** Lets work go on by itself: what goes wrong is written to the output, but for what a server that has just stopped does not hear. */
export function inBackground(client: BaseLanguageClient, work: PromiseLike<unknown>): void {
  work.then(undefined, (error: unknown) => {
    if (client.state === State.Running) client.outputChannel.error(error instanceof Error ? error : String(error));
  });
}
