import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Api } from '../../../src/client/api.ts';
import { eventually, present } from '../../host/suite/expect.ts';
import { longestOf, watchDelay } from './delay.ts';
import { TOLD, type Told } from './told.ts';

/** Longer than any folder takes to be read, in milliseconds. */
const PATIENCE = 1_500_000;
/** What was read is remembered so many milliseconds after the last work. */
const REMEMBERING = 8000;

/** Opens the view of decisions, waits until all is read and drawn, does what comes then, and tells how it went. */
export async function measureOpening(then: () => Promise<Partial<Told>>): Promise<void> {
  const delay = watchDelay();
  const extension = present(vscode.extensions.getExtension<Api>('docket.docket'), 'Docket is installed.');
  const focused = Date.now();
  const drawn = vscode.commands.executeCommand('docket.decisions.focus');
  const api = await extension.activate();
  // It answers when all is read, and nothing waits for nobody: the answer itself takes no time.
  await api.tree('waiting');
  const complete = Date.now();
  await drawn;
  const seen = present(process.env['DOCKET_BENCH_SEEN'], 'Who opened the window says where it tells that it has seen a row.');
  await eventually('a row in the view', () => existsSync(seen), PATIENCE);
  const more = await then();
  delay.disable();
  const told: Told = { focused, complete, block: longestOf(delay), activation: await activationOf(extension.id), ...more };
  await new Promise((resolve) => setTimeout(resolve, REMEMBERING));
  console.log(TOLD + JSON.stringify(told));
}

/** From the table of "Developer: Startup Performance": the milliseconds in which an extension's code was loaded and its activation called. */
async function activationOf(id: string): Promise<number> {
  await vscode.commands.executeCommand('perfview.show');
  const cells = await eventually('the table of activations', () => {
    const text = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '';
    return text.split('\n').map((line) => line.split('|').map((cell) => cell.trim())).find((row) => row[1] === id);
  }, PATIENCE);
  const [, , , load, call] = cells;
  return Number(load) + Number(call);
}
