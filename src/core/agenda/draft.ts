import type { AgendaGroup } from '../config/schema.ts';
import type { DocType } from '../doc-type.ts';
import { parseDocument, type Document } from '../document.ts';
import { applyEdits } from '../edit.ts';
import { refuse, type Refusal } from '../edits/refusal.ts';
import type { Entry } from '../entry.ts';
import type { Language } from '../language.ts';
import { folderForNew, newDocument } from '../new-document.ts';
import { folderOf, isWithin } from '../paths.ts';
import { structureOf } from '../structure.ts';
import type { Template } from '../template.ts';
import type { Workspace } from '../workspace.ts';
import { attendanceIn, chairIn, fillAttendance, fillChair, nextChair, presentIn } from './attendance.ts';
import { drawAll, minutesBefore } from './draw.ts';
import type { Drawn, Part } from './drawn.ts';
import { advanced, nextDay, nextName } from './next.ts';
import { firstDrawing } from './first-drawing.ts';
import { columnsIn } from './sections.ts';
import { spokenIn } from './spoken.ts';

export interface DraftRequest {
  /** YYYY-MM-DD; undefined: when the next meeting is likely to be. */
  readonly date?: string;
  /** Relative to the root; undefined: where the latest minutes lie, or the template's folder. */
  readonly folder?: string;
  /** YYYY-MM-DD */
  readonly today: string;
  /** Of the template; undefined: that of the last minutes. */
  readonly language?: Language;
  /** Of the action items; undefined: as the configuration says. */
  readonly group?: AgendaGroup | undefined;
}

/** The minutes of a meeting that is still to be held. */
export interface Draft {
  readonly path: string;
  readonly text: string;
  /** Undefined where these are the first. */
  readonly last: string | undefined;
  readonly date: string;
  readonly counts: Readonly<Record<Part, number>>;
  readonly chair: string | undefined;
  /** Nothing was on record that could fill them. */
  readonly isBare: boolean;
}

/** The place of the next minutes: the folder, its earlier minutes, the latest first, and the day. */
export function nextMeeting(workspace: Workspace, { date, folder, today }: DraftRequest): { readonly folder: string | undefined; readonly minutes: readonly Entry[]; readonly date: string } {
  const all = workspace.entries().filter((entry) => entry.kind === 'meeting' && entry.date !== null && (folder === undefined || isWithin(folderOf(entry.path), folder)));
  const latest = all.reduce<Entry | undefined>((one, other) => (one === undefined || other.date! > one.date! ? other : one), undefined);
  const place = folder ?? (latest ? folderOf(latest.path) : undefined);
  const before = place === undefined ? [] : minutesBefore(all, place, { path: '', date: date ?? '9999' });
  return { folder: place, minutes: before, date: date ?? nextDay(before, today) };
}

/** The next minutes of a workspace, filled from its record; nothing is written. */
export async function draftAgenda(workspace: Workspace, request: DraftRequest): Promise<Draft | Refusal> {
  const { folder, minutes, date } = nextMeeting(workspace, request);
  const [last] = minutes;
  const { type, template } = await templateFor(workspace, last, folder, request.language);
  if (!type || !template) return refuse('no-meeting-type');
  const where = { template, type, entries: workspace.entries(), ...(folder === undefined ? {} : { folder }) };
  const target = folderForNew(where);
  const title = last ? advanced(last.title, last.date!, date) : template.label;
  const made = newDocument({ ...where, title, today: date, names: target === undefined ? [] : await workspace.names(target) });
  if (!made) return refuse('outside', { folder: template.folder });
  const name = last && nextName(last, date);
  const path = name === undefined ? made.path : folder === '' || folder === undefined ? name : `${folder}/${name}`;
  if (workspace.has(path)) return refuse('exists', { path });
  const language = template.language ?? (/[가-힣]/.test(template.text) ? 'ko' : 'en');
  const { text, counts, chair } = await filled(workspace, parseDocument(path, made.text), { template, language, minutes, date, group: request.group });
  return { path, text, last: last?.path, date, counts, chair, isBare: !last && Object.values(counts).every((count) => count === 0) };
}

// That of the last minutes, in their language; where there are none the team's own before the built-in one.
async function templateFor(workspace: Workspace, last: Entry | undefined, folder: string | undefined, language: Language | undefined): Promise<{ readonly type?: DocType; readonly template?: Template }> {
  const match = last && (await workspace.typeOf(last.path));
  const types = (await workspace.types(last?.path ?? (folder ? `${folder}/new.md` : 'new.md'))).filter(({ kind }) => kind === 'meeting');
  const type = match?.type.kind === 'meeting' ? match.type : (types.find(({ builtIn }) => !builtIn) ?? types[0]);
  if (!type) return {};
  const usual = match?.template.language ?? workspace.languageOf(folder ?? '');
  const wanted = language ?? (last ? spokenIn(await workspace.document(last.path), usual) : usual);
  const own = language === undefined && (match?.template.language ?? wanted) === wanted ? match?.template : undefined;
  return { type, template: own ?? type.templates.find((one) => one.language === wanted) ?? match?.template ?? type.templates[0]! };
}

interface Filling {
  readonly template: Template;
  readonly language: Language;
  readonly minutes: readonly Entry[];
  readonly date: string;
  readonly group: AgendaGroup | undefined;
}

async function filled(workspace: Workspace, document: Document, { template, language, minutes, date, group }: Filling): Promise<{ readonly text: string } & Pick<Draft, 'counts' | 'chair'>> {
  const { path } = document;
  const seen = structureOf(document, template);
  const drawn = await drawAll(workspace, { path, date }, { language, columns: columnsIn(document, seen, language), group });
  const earlier = await Promise.all(minutes.slice(0, MOST).map(({ path: one }) => workspace.document(one)));
  const lastAttendance = earlier[0] ? attendanceIn(earlier[0], undefined) : [];
  const chair = nextChair(presentIn(lastAttendance), earlier.flatMap((one) => chairIn(one) ?? []));
  const people = [...fillAttendance(document, lastAttendance, seen), ...(chair === undefined ? [] : fillChair(document, chair))];
  const text = applyEdits(document.text, [...firstDrawing(document, drawn, seen, language), ...people]);
  return { text, chair, counts: { actions: countOf(drawn.actions), changes: countOf(drawn.changes), outages: countOf(drawn.outages), decisions: countOf(drawn.decisions) } };
}

const MOST = 20;

const countOf = (drawn: readonly Drawn[]): number => drawn.filter(({ kind }) => kind === 'item' || kind === 'row').length;
