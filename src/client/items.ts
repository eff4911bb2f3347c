import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method } from '../protocol/protocol.ts';

const EMITTERS = new WeakMap<BaseLanguageClient, vscode.EventEmitter<void>>();

/** Fires whenever the server says that what it shows has changed; a client keeps one listener for a message, so all share this one. */
export function onDidChangeItems(client: BaseLanguageClient): vscode.Event<void> {
  const known = EMITTERS.get(client);
  if (known) return known.event;
  const emitter = new vscode.EventEmitter<void>();
  EMITTERS.set(client, emitter);
  client.onNotification(Method.itemsChanged, () => emitter.fire());
  return emitter.event;
}
