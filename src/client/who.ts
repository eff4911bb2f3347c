import * as vscode from 'vscode';
import { gitNames } from './git-author.ts';
import { onRepository } from './git-extension.ts';

/** The names and handles of whoever sits here: those of the setting, otherwise those of the Git configuration; none where neither says. */
export async function whoIsHere(): Promise<readonly string[]> {
  const setting = vscode.workspace.getConfiguration('docket').get<string>('me', '');
  const given = setting.split(/[,;]/).map((name) => name.trim()).filter(Boolean);
  if (given.length) return given;
  const names = await Promise.all((vscode.workspace.workspaceFolders ?? []).map(({ uri }) => gitNames(uri)));
  return [...new Set(names.flat())];
}

/** Whoever sits here, asked for once and again when the setting or the repositories change; nobody is asked for each time. */
export class Who implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #known: readonly string[] = [];
  #isKnown = false;
  readonly #listening: vscode.Disposable[] = [
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('docket.me')) this.#forget();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => this.#forget()),
  ];

  constructor() {
    void onRepository(() => this.#forget()).then((listening) => listening && this.#listening.push(listening), () => {});
  }

  readonly names = async (): Promise<readonly string[]> => {
    if (!this.#isKnown) {
      this.#known = await whoIsHere();
      this.#isKnown = this.#known.length > 0;
    }
    return this.#known;
  };

  dispose(): void {
    vscode.Disposable.from(this.#changed, ...this.#listening).dispose();
  }

  #forget(): void {
    this.#isKnown = false;
    this.#changed.fire();
  }
}
