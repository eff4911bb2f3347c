import type { Change } from '../core/change.ts';
import type { Language } from '../core/language.ts';
import type { Workspace } from '../core/workspace.ts';
import type { Args } from './commands/command.ts';
import { printDiff } from './diff.ts';
import { printable } from './display.ts';
import type { Io } from './io.ts';
import { writeChanges } from './write-changes.ts';

/** Writes below the current folder what a command made of its documents, and prints where; with `--print` only shows the diff. */
export async function carryOut(made: { readonly path: string; readonly changes: readonly Change[] }, workspace: Workspace, language: Language, args: Pick<Args, 'options'>, io: Io): Promise<void> {
  const before = new Map<string, string>();
  for (const change of made.changes) if (change.kind === 'edit') before.set(change.path, (await workspace.document(change.path)).text);
  if (args.options['print']) return printDiff(made.changes, before, io, io.cwd);
  await writeChanges(io.cwd, made.changes, before, language);
  io.out(`${printable(made.path)}\n`);
}
