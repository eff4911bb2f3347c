import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import type { Finding } from '../../core/finding.ts';
import { say, type Text } from '../../core/language.ts';
import { toDiagnostic } from '../to-lsp.ts';
import type { ActionPlace } from './place.ts';

const TITLE: Text = { en: 'Open the page of "{rule}"', ko: '"{rule}" 설명 열기' };

/** Shows what a rule asks for and why, where the client can. */
export function rulePage({ session, folder, path }: ActionPlace, finding: Finding): CodeAction[] {
  if (!session.abilities.hasCommands) return [];
  const title = say(TITLE, folder.workspace.languageOf(path), { rule: finding.ruleId });
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(finding)], command: { title, command: 'docket.openRulePage', arguments: [finding.ruleId] } }];
}
