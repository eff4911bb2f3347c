import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { Lines } from '../../core/lines.ts';
import type { Session } from '../session.ts';
import { toDiagnostic, toTextEdit } from '../to-lsp.ts';

/** The fixes of the findings at the cursor, for the version of the document that was checked. */
export function codeActions(session: Session): void {
  session.connection.onCodeAction(async ({ textDocument, range }): Promise<CodeAction[]> => {
    const version = session.documents.get(textDocument.uri)?.version;
    const findings = await session.findingsOf(textDocument.uri);
    const document = session.documents.get(textDocument.uri);
    if (!document || document.version !== version) return [];
    const lines = new Lines(document.getText());
    return findings.flatMap((finding) => {
      const diagnostic = toDiagnostic(finding);
      const touches = diagnostic.range.start.line <= range.end.line && diagnostic.range.end.line >= range.start.line;
      if (!touches) return [];
      return finding.fixes.map((fix): CodeAction => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: true,
        edit: { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: fix.edits.map((edit) => toTextEdit(edit, lines)) }] },
      }));
    });
  });
}
