import { daysBefore } from '../calendar.ts';
import { parseDocument, unreadDocument } from '../document.ts';
import type { Entry } from '../entry.ts';
import type { FileText } from '../files.ts';
import { isMarkdownPath } from '../paths.ts';
import { packReading, readDocumentFacts, type PackedReading } from '../reading.ts';
import type { Progress, Workspace } from '../workspace.ts';
import { openActions } from './open-actions.ts';
import { pastFiles, type Past } from './past.ts';

/** How many action items were open on a day, YYYY-MM-DD, and how many of them were overdue on it. */
export interface BurnDownPoint {
  readonly day: string;
  readonly open: number;
  readonly overdue: number;
}

/** The points from the earliest to today, or why there are none but today's. */
export type BurnDown = { readonly points: readonly BurnDownPoint[] } | { readonly missing: MissingHistory };

/** Git cannot be asked; it has been, and its history does not reach back; or it is still being read. */
export type MissingHistory = 'no-git' | 'too-short' | 'reading';

/** Points before today's. */
const POINTS = 26;

/** Days from one to the next. */
const STEP = 14;

/** Texts that are parsed for all points together; what lies further back is not looked at. */
const MOST_TEXTS = 3000;

/** How the history is read. */
export interface HistoryOptions {
  readonly progress?: (progress: Progress) => void;
  /** Only these documents count; left out: all that there were. */
  readonly among?: ReadonlySet<string>;
  /** Ends it early: it rejects then. */
  readonly signal?: AbortSignal;
}

/** Counts what was open on a day every two weeks for a year before today, YYYY-MM-DD, and is today. */
export async function burnDownOf(workspace: Workspace, today: string, { progress = () => {}, among, signal }: HistoryOptions = {}): Promise<BurnDown> {
  const { past } = workspace;
  const days = Array.from({ length: POINTS }, (_, index) => daysBefore(today, STEP * (index + 1)));
  const commits = await past?.commitsOn(days);
  if (!past || !commits) return { missing: 'no-git' };
  const points: BurnDownPoint[] = [pointOf(workspace.entries(), today, among)];
  const readings = new Map<string, PackedReading>();
  let last: { readonly commit: string; readonly entries: readonly Entry[] } | undefined;
  for (const [index, day] of days.entries()) {
    const commit = commits[index];
    if (commit === undefined) break;
    progress({ done: index, total: days.length });
    const found = last?.commit === commit ? last.entries : await entriesIn(commit, { now: workspace, past, readings, ...(signal && { signal }) });
    if (!found) break;
    last = { commit, entries: found };
    points.unshift(pointOf(found, day, among));
  }
  return points.length > 1 ? { points } : { missing: 'too-short' };
}

/** The same with what is open today, from what is read now. */
export function withToday(burnDown: BurnDown, entries: readonly Entry[], today: string): BurnDown {
  return 'points' in burnDown ? { points: [...burnDown.points.slice(0, -1), pointOf(entries, today, undefined)] } : burnDown;
}

/** The same of several folders: each day that all of them have. */
export function addBurnDowns(all: readonly BurnDown[]): BurnDown {
  const missing = all.find((one) => 'missing' in one);
  if (missing || !all.length) return missing ?? { missing: 'no-git' };
  const points = all.map((one) => ('points' in one ? one.points : []));
  const shortest = Math.min(...points.map(({ length }) => length));
  const [first = [], ...others] = points.map((own) => own.slice(own.length - shortest));
  return { points: first.map(({ day, open, overdue }, index) => others.reduce((sum, own) => ({ day, open: sum.open + own[index]!.open, overdue: sum.overdue + own[index]!.overdue }), { day, open, overdue })) };
}

function pointOf(entries: readonly Entry[], day: string, among: ReadonlySet<string> | undefined): BurnDownPoint {
  const open = openActions(entries.filter(({ path }) => among?.has(path) ?? true).map((entry) => ({ entry, at: entry.path, atOf: (path) => path })), day);
  return { day, open: open.length, overdue: open.filter(({ group }) => group === 'overdue').length };
}

interface Reread extends Pick<HistoryOptions, 'signal'> {
  readonly now: Workspace;
  readonly past: Past;
  /** Of the texts that were read so far. */
  readonly readings: Map<string, PackedReading>;
}

// Undefined where too much would have to be read.
async function entriesIn(commit: string, { now, past, readings, signal }: Reread): Promise<readonly Entry[] | undefined> {
  const ids = await past.filesIn(commit);
  const keyOf = (path: string): string => `${ids.get(path)} ${path}`;
  const unread = [...ids.keys()].filter((path) => isMarkdownPath(path) && !readings.has(keyOf(path)));
  if (readings.size + unread.length > MOST_TEXTS) return undefined;
  const workspace = now.like((files) => {
    const then = pastFiles(files, past, ids);
    return {
      files: then,
      // A text that a later commit has, too, has been read.
      async readMany(paths, receive) {
        const above = await files.above();
        for (const path of paths) {
          signal?.throwIfAborted();
          const reading = readings.get(keyOf(path)) ?? readingOf(path, await then.read(path), above);
          readings.set(keyOf(path), reading);
          receive(reading);
        }
      },
    };
  });
  await workspace.load(undefined, signal);
  signal?.throwIfAborted();
  return workspace.entries();
}

function readingOf(path: string, text: FileText, above: string): PackedReading {
  return packReading(readDocumentFacts('text' in text ? parseDocument(path, text.text) : unreadDocument(path, '', text.problem), undefined, above));
}
