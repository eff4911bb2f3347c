import { DiagnosticSeverity, type Diagnostic, type Range as LspRange, type TextEdit } from 'vscode-languageserver';
import type { Edit } from '../core/edit.ts';
import type { Finding, Severity } from '../core/finding.ts';
import type { Lines, Range } from '../core/lines.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as the editor shows it; vfile counts from 1, LSP from 0. */
export function toDiagnostic(finding: Finding): Diagnostic {
  const start = { line: (finding.line ?? 1) - 1, character: (finding.column ?? 1) - 1 };
  const last = finding.place && 'end' in finding.place ? finding.place.end : undefined;
  return {
    range: { start, end: last ? { line: last.line - 1, character: last.column - 1 } : start },
    message: finding.reason,
    severity: SEVERITY[finding.severity],
    source: 'docket',
    code: finding.ruleId,
    ...(finding.url ? { codeDescription: { href: finding.url } } : {}),
  };
}

export function toRange(range: Range, lines: Lines): LspRange {
  return { start: lines.positionAt(range.start), end: lines.positionAt(range.end) };
}

export function toTextEdit(edit: Edit, lines: Lines): TextEdit {
  return { range: toRange(edit.range, lines), newText: edit.newText };
}
