import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import type { Finding } from '../../core/finding.ts';
import { editsByPath } from '../../core/fix-all.ts';
import { toDiagnostic } from '../to-lsp.ts';
import { documentEdits, type ActionPlace } from './place.ts';

/** The fixes of a finding; the one that needs no choice is preferred. */
export async function fixes(place: ActionPlace, finding: Finding): Promise<CodeAction[]> {
  const { path, folder, session, open } = place;
  const made = await Promise.all(finding.fixes.map(async (fix): Promise<CodeAction | undefined> => {
    const action: CodeAction = { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(finding)], ...(fix.isAutomatic && { isPreferred: true }) };
    if (fix.command) return session.abilities.hasCommands ? { ...action, command: { title: fix.title, command: `docket.${fix.command}`, arguments: [{ uri: open.uri }] } } : undefined;
    const byPath = editsByPath(path, fix);
    if ([...byPath.keys()].some((name) => name !== path && !folder.workspace.has(name))) return undefined;
    const edits = await documentEdits(place, byPath);
    return edits && { ...action, edit: { documentChanges: edits } };
  }));
  return made.filter((action) => action !== undefined);
}
