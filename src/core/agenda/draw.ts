import { actionItems } from '../actions/accountable.ts';
import type { Placed } from '../actions/key.ts';
import { innermost } from '../actions/titles.ts';
import { headingAnchors } from '../anchors.ts';
import type { AgendaGroup } from '../config/schema.ts';
import type { Document } from '../document.ts';
import { RECORD_KINDS, type Entry } from '../entry.ts';
import type { Language } from '../language.ts';
import { folderOf, isWithin } from '../paths.ts';
import { recordsOf } from '../records.ts';
import type { Workspace } from '../workspace.ts';
import { attendanceIn, peopleOf } from './attendance.ts';
import { mayPlan, plannedChanges } from './changes.ts';
import { drawDecisions } from './decisions.ts';
import { drawActions } from './draw-actions.ts';
import { drawChanges, type Columns } from './draw-changes.ts';
import type { Drawn, Part } from './drawn.ts';
import { drawOutages, newOutages } from './outages.ts';
import { priorItems, type Meeting, type PriorItem } from './prior.ts';

/** Minutes of the folder before the day of a meeting, the latest first. */
export function minutesBefore(entries: readonly Entry[], folder: string, { path, date }: Meeting): Entry[] {
  return entries
    .filter((entry) => entry.kind === 'meeting' && entry.path !== path && entry.date !== null && entry.date < date && isWithin(folderOf(entry.path), folder))
    .sort((one, other) => other.date!.localeCompare(one.date!) || one.path.localeCompare(other.path));
}

/** The prior action items of a meeting, also those that are done: what minutes of its folder and all other documents call theirs. */
export async function priorItemsIn(workspace: Workspace, meeting: Meeting): Promise<PriorItem[]> {
  const folder = folderOf(meeting.path);
  const entries = workspace.entries().filter((entry) => entry.path !== meeting.path && RECORD_KINDS.includes(entry.kind) && (entry.kind !== 'meeting' || (isWithin(folderOf(entry.path), folder) && (entry.date ?? '') <= meeting.date)));
  const homes: Placed[] = [];
  for (const entry of entries) {
    if (!entry.actions.length) continue;
    const document = await workspace.document(entry.path);
    homes.push(...actionItems(document, entry, workspace.configurationOf(entry.path).vocabulary).map((action) => ({ entry, action })));
  }
  return priorItems(homes, recordsOf(entries), meeting);
}

export interface Drawing {
  readonly language: Language;
  /** Of the table of changes; undefined where they are a list. */
  readonly columns: Columns | undefined;
  /** Of the action items; undefined: as the configuration says. */
  readonly group?: AgendaGroup | undefined;
  /** The keys of what was drawn before: what of it is done meanwhile stays, ticked. */
  readonly known?: ReadonlySet<string>;
}

/** Every part of the agenda as the record has it on the day of the meeting. */
export async function drawAll(workspace: Workspace, meeting: Meeting, { language, columns, group, known = new Set() }: Drawing): Promise<Readonly<Record<Part, readonly Drawn[]>>> {
  const entries = workspace.entries();
  const { path, date } = meeting;
  const minutes = minutesBefore(entries, folderOf(path), meeting);
  const last = minutes[0]?.date ?? undefined;
  const items = (await priorItemsIn(workspace, meeting)).filter(({ isDone, key }) => !isDone || known.has(key));
  const earlier = await Promise.all(minutes.slice(0, MOST_MINUTES).map((entry) => workspace.document(entry.path)));
  const outages = await Promise.all(newOutages(entries, earlier, last, meeting).map(async (entry) => ({ entry, document: await workspace.document(entry.path) })));
  const changes = [];
  for (const entry of entries) if (mayPlan(entry)) changes.push(...plannedChanges(await workspace.document(entry.path), entry, date));
  const anchors = await anchorsFor(workspace, [...items.map(({ entry, action }) => ({ path: entry.path, offset: action.range.start })), ...changes.flatMap(({ entry, section }) => (section ? [{ path: entry.path, offset: section.heading.start }] : []))]);
  return {
    actions: drawActions(items, { path, language, group: group ?? workspace.configurationOf(path).config.agendaGroup ?? 'owner', people: [...new Set(earlier.slice(0, 4).flatMap((one) => peopleOf(attendanceIn(one, undefined))))], anchorOf: ({ entry, action }) => anchors(entry.path, action.range.start) }),
    outages: drawOutages(outages, { ...meeting, language, last }),
    decisions: drawDecisions(entries.filter((entry) => entry.path !== path), { ...meeting, language }),
    changes: drawChanges(changes, columns, { path, language, anchorOf: ({ entry, section }) => (section ? anchors(entry.path, section.heading.start) : '') }),
  };
}

/** A postmortem that nobody has named in so many meetings is no news. */
const MOST_MINUTES = 20;

type AnchorOf = (path: string, offset: number) => string;

// The heading over each place; the title of a document needs no anchor.
async function anchorsFor(workspace: Workspace, places: readonly { readonly path: string; readonly offset: number }[]): Promise<AnchorOf> {
  const documents = new Map<string, { readonly document: Document; readonly anchors: ReadonlyMap<number, string> }>();
  for (const { path } of places) {
    if (documents.has(path)) continue;
    const document = await workspace.document(path);
    documents.set(path, { document, anchors: headingAnchors(document) });
  }
  return (path, offset) => {
    const { document, anchors } = documents.get(path)!;
    const section = innermost(document.sections, offset);
    return !section || (section === document.sections[0] && section.depth === 1) ? '' : (anchors.get(section.heading.start) ?? '');
  };
}
