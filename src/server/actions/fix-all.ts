import { CodeActionKind, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver';
import type { Finding } from '../../core/finding.ts';
import { fixAll } from '../../core/fix-all.ts';
import { say, type Text } from '../../core/language.ts';
import type { Session } from '../session.ts';
import { toDiagnostic } from '../to-lsp.ts';
import { documentEdits, type ActionPlace } from './place.ts';

/** The kind of the action that can run whenever a document is saved. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.docket`;

const TITLES = {
  all: { en: 'Fix all problems of Docket', ko: 'Docket의 모든 문제 고치기' },
  rule: { en: 'Fix all problems of "{rule}" in this document', ko: '이 문서에서 "{rule}"의 모든 문제 고치기' },
} satisfies Record<string, Text>;

/** What an action carries until somebody chooses it. */
interface Chosen {
  readonly uri: string;
  readonly version: number;
  /** Undefined: all rules, as far as they found a warning or an error. */
  readonly rule?: string;
}

/** One action for the whole document. */
export function fixDocument(place: ActionPlace): Promise<CodeAction[]> {
  const isOffered = place.findings.some((finding) => isFixable(finding) && (finding.severity === 'warning' || finding.severity === 'error'));
  return isOffered ? offer(place, { title: say(TITLES.all, languageOf(place)), kind: FIX_ALL }) : Promise.resolve([]);
}

/** One action for all that a rule found in the document, where it found more than this. */
export async function fixRule(place: ActionPlace, finding: Finding): Promise<CodeAction[]> {
  const { ruleId: rule } = finding;
  if (!isFixable(finding) || place.findings.filter((one) => one.ruleId === rule && isFixable(one)).length < 2) return [];
  return offer(place, { title: say(TITLES.rule, languageOf(place), { rule }), kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(finding)] }, rule);
}

/** Makes the edit of an action that was offered without one; leaves it as it is where the document is another one by now. */
export async function resolveFixAll(session: Session, action: CodeAction): Promise<CodeAction> {
  const chosen = action.data as Chosen | undefined;
  const open = chosen && session.documents.get(chosen.uri);
  const located = chosen && session.folders.locate(chosen.uri);
  if (!open || !located || open.version !== chosen.version) return action;
  await session.settle(chosen.uri);
  const edit = await editOf({ session, open, ...located }, chosen.rule);
  return edit ? { ...action, edit } : action;
}

const isFixable = ({ fixes }: Finding): boolean => fixes.some(({ isAutomatic }) => isAutomatic);

const languageOf = ({ folder, path }: ActionPlace) => folder.workspace.languageOf(path);

async function offer(place: ActionPlace, action: CodeAction, rule?: string): Promise<CodeAction[]> {
  if (place.session.abilities.resolvesEdits) {
    const data: Chosen = { uri: place.open.uri, version: place.open.version, ...(rule !== undefined && { rule }) };
    return [{ ...action, data }];
  }
  const edit = await editOf(place, rule);
  return edit ? [{ ...action, edit }] : [];
}

// What runs on saving one document leaves the others alone.
async function editOf(place: Omit<ActionPlace, 'findings'>, rule: string | undefined): Promise<WorkspaceEdit | undefined> {
  const { folder, path, open } = place;
  if ((await folder.workspace.document(path)).text !== open.getText()) return undefined;
  const { changes } = await fixAll(folder.workspace, [path], { onlyHere: true, ...(rule !== undefined && { settles: ({ ruleId }) => ruleId === rule }) });
  const edits = await documentEdits(place, changes.map((change) => [change.path, change.edits] as const));
  return edits && { documentChanges: edits };
}
