import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Choices } from '../../protocol/protocol.ts';
import { inBackground } from '../background.ts';
import { TREES, type TreeName } from './names.ts';

/** How somebody wants each view of this workspace, kept until they want it otherwise. */
export class Wishes implements vscode.Disposable {
  readonly #kept: vscode.Memento;
  readonly #client: BaseLanguageClient;
  readonly #changed = new vscode.EventEmitter<TreeName>();
  readonly onDidChange = this.#changed.event;

  constructor(kept: vscode.Memento, client: BaseLanguageClient) {
    this.#kept = kept;
    this.#client = client;
    for (const tree of TREES) this.#show(tree);
  }

  of(tree: TreeName): Choices {
    return this.#kept.get<Choices>(`views.${tree}`, {});
  }

  async change(tree: TreeName, changed: { readonly [Key in keyof Choices]: Choices[Key] | undefined }): Promise<void> {
    const next = Object.fromEntries(Object.entries({ ...this.of(tree), ...changed }).filter(([, value]) => value !== undefined));
    await this.#kept.update(`views.${tree}`, next);
    this.#show(tree);
    this.#changed.fire(tree);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  // The buttons of a view follow what it shows.
  #show(tree: TreeName): void {
    const { filter, done = false } = this.of(tree);
    inBackground(this.#client, vscode.commands.executeCommand('setContext', `docket.${tree}.filtered`, filter !== undefined));
    inBackground(this.#client, vscode.commands.executeCommand('setContext', `docket.${tree}.done`, done));
  }
}
