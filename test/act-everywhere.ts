import { actIn, type Act } from '../src/core/acts/act.ts';
import { statusChoicesOf } from '../src/core/acts/status-choices.ts';
import { parseDocument } from '../src/core/document.ts';
import { applyEdits, type Edit } from '../src/core/edit.ts';
import { isRefusal } from '../src/core/edits.ts';
import type { Range } from '../src/core/lines.ts';
import { wholeOf } from '../src/core/trees/rows.ts';
import { actions } from '../src/core/trees/actions.ts';
import { decisions } from '../src/core/trees/decisions.ts';
import type { Subject, Tree, WholeNode } from '../src/core/trees/tree.ts';
import type { Workspace } from '../src/core/workspace.ts';

/** What came of an act: the words to count it under, and what was wrong, where something was. */
export interface Tried {
  readonly outcome: string;
  readonly broken?: string;
}

const TODAY = '2026-03-02';

/** The rows of a tree with a subject of their own, each document's or action's once. */
export function rowsWithSubject(tree: Tree, workspace: Workspace): WholeNode[] {
  const { branches } = tree.grow({ entries: workspace.entries(), entryAt: (path) => workspace.entry(path), language: 'en', today: TODAY, choices: { done: true } });
  const all = (nodes: readonly WholeNode[]): WholeNode[] => nodes.flatMap((node) => [...(node.subject ? [node] : []), ...all(node.children ?? [])]);
  return all(wholeOf(branches)).filter(({ kind }) => kind !== 'place');
}

export const actionRows = (workspace: Workspace): WholeNode[] => rowsWithSubject(actions, workspace);
export const decisionRows = (workspace: Workspace): WholeNode[] => rowsWithSubject(decisions, workspace);

/** Ticks an action and takes it for open again, sets its owner and its due date, each where its row offers it: each changes lines of the action alone. */
export async function tryAction(workspace: Workspace, { subject, place, checked, can }: WholeNode): Promise<Tried[]> {
  const own: Subject = { ...subject!, everywhere: false };
  const tried: Tried[] = [];
  const acts: Act[] = [...(checked === undefined ? [] : [{ act: 'tick' as const }, { act: 'untick' as const }]), ...(can.includes('owner') ? [{ act: 'owner' as const, value: 'kim' }] : []), { act: 'due', value: '2026-04-17' }];
  for (const act of acts) tried.push(await tryAct(workspace, own, act, place!.range));
  return tried;
}

/** Sets a document's status to the next one, and by when to decide. */
export async function tryDocument(workspace: Workspace, { subject }: WholeNode): Promise<Tried[]> {
  const entry = workspace.entry(subject!.path)!;
  const { steps } = await statusChoicesOf(workspace, entry);
  const [next] = steps;
  const status = entry.evidence.status;
  const tried: Tried[] = next ? [await tryAct(workspace, subject!, { act: 'status', value: next.value }, status?.range)] : [];
  return entry.open ? [...tried, await tryAct(workspace, subject!, { act: 'decideBy', value: '2026-04-17' }, undefined)] : tried;
}

async function tryAct(workspace: Workspace, subject: Subject, act: Act, where: Range | undefined): Promise<Tried> {
  const done = await actIn(workspace, subject, act);
  if (isRefusal(done)) return { outcome: `${act.act}: refused, ${done.refused}` };
  const [change, ...more] = done.changes;
  if (!change) return { outcome: `${act.act}: it is so already` };
  if (more.length || change.kind !== 'edit') return { outcome: `${act.act}: BROKEN`, broken: `${subject.path}: more than one file` };
  const { text } = await workspace.document(change.path);
  const stray = strayEdit(text, change.edits, where && change.path === subject.path ? where : undefined, act.act === 'status');
  if (stray) return { outcome: `${act.act}: BROKEN`, broken: `${change.path}: ${act.act} writes ${JSON.stringify(stray.newText)} at ${stray.range.start}` };
  const after = applyEdits(text, change.edits);
  if (lineEndings(after) !== lineEndings(text) && !change.edits.some(({ newText }) => /[\r\n]/.test(newText))) return { outcome: `${act.act}: BROKEN`, broken: `${change.path}: line endings` };
  if (parseDocument(change.path, after).sections.length !== parseDocument(change.path, text).sections.length) return { outcome: `${act.act}: BROKEN`, broken: `${change.path}: another number of sections` };
  return { outcome: `${act.act}: written` };
}

// An edit that lies on none of the lines that say it; a status may be said a second time, in a word.
function strayEdit(text: string, edits: readonly Edit[], where: Range | undefined, isSaidTwice: boolean): Edit | undefined {
  if (!where) return edits.length > 1 ? edits[1] : undefined;
  const start = Math.max(text.lastIndexOf('\n', where.start - 1), text.lastIndexOf('\r', where.start - 1)) + 1;
  const behind = /^[^\r\n]*/.exec(text.slice(where.end))![0].length;
  return edits.find(({ range }) => (range.start < start || range.end > where.end + behind) && !(isSaidTwice && /^[^\r\n]{0,40}$/.test(text.slice(range.start, range.end) || '\n')));
}

const lineEndings = (text: string): string => (text.match(/\r\n|\n|\r/g) ?? []).join('');
