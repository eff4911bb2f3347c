import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver';
import type { Finding } from '../../core/finding.ts';
import { fixDocument, fixRule, FIX_ALL, resolveFixAll } from '../actions/fix-all.ts';
import { fixes } from '../actions/fixes.ts';
import { ignore } from '../actions/ignore.ts';
import type { ActionPlace } from '../actions/place.ts';
import { rulePage } from '../actions/rule-page.ts';
import type { Session } from '../session.ts';
import { toDiagnostic } from '../to-lsp.ts';

/** What can be done about the findings at the cursor, and about all of a document, for the version of it that was checked. */
export function codeActions(session: Session): void {
  session.connection.onCodeAction(async ({ textDocument: { uri }, range, context: { only } }): Promise<CodeAction[]> => {
    const place = await placeOf(session, uri);
    if (!place) return [];
    const isAsked = (kind: string): boolean => !only || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
    return [
      ...(isAsked(CodeActionKind.QuickFix) ? await quickFixes(place, range) : []),
      ...(isAsked(FIX_ALL) ? await fixDocument(place) : []),
    ];
  });
  session.connection.onCodeActionResolve((action) => resolveFixAll(session, action));
}

async function placeOf(session: Session, uri: string): Promise<ActionPlace | undefined> {
  const version = session.documents.get(uri)?.version;
  await session.settle(uri);
  const findings = await session.findingsOf(uri);
  const open = session.documents.get(uri);
  const located = session.folders.locate(uri);
  return open && located && open.version === version ? { session, open, findings, ...located } : undefined;
}

/** Where more findings are selected, nobody chooses among three actions for each. */
const MOST_TO_IGNORE = 8;

// What settles a finding first, then what leaves it.
async function quickFixes(place: ActionPlace, { start, end }: Range): Promise<CodeAction[]> {
  const here = place.findings.filter((finding) => {
    const { range } = toDiagnostic(finding);
    return range.start.line <= end.line && range.end.line >= start.line;
  });
  const each = async (make: (place: ActionPlace, finding: Finding) => CodeAction[] | Promise<CodeAction[]>, some = here): Promise<CodeAction[]> => (await Promise.all(some.map((finding) => make(place, finding)))).flat();
  return [...(await each(fixes)), ...once(await each(fixRule)), ...once(await each(ignore, here.slice(0, MOST_TO_IGNORE))), ...once(await each(rulePage))];
}

// Two findings of one rule at the cursor need one such action.
function once(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Map<string, CodeAction>();
  for (const action of actions) {
    const known = seen.get(action.title);
    seen.set(action.title, known ? { ...known, diagnostics: [...(known.diagnostics ?? []), ...(action.diagnostics ?? [])] } : action);
  }
  return [...seen.values()];
}
