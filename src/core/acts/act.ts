import { isNamedDone } from '../actions/over.ts';
import type { Change } from '../change.ts';
import type { Document } from '../document.ts';
import { isRefusal, setDecideBy, setDue, setOwner, setStatus, sidecarDocument, tickAction, untickAction, type EditResult, type Refusal } from '../edits.ts';
import { refuse } from '../edits/refusal.ts';
import type { Action, Entry, Evidence } from '../entry.ts';
import { folderOf } from '../paths.ts';
import { isSidecarPath } from '../reading.ts';
import { carriedIn, placesIn, type Place } from '../trees/carried.ts';
import type { Subject } from '../trees/tree.ts';
import type { Workspace } from '../workspace.ts';
import { statusChoicesOf } from './status-choices.ts';

/** What somebody does with a row of a view. */
export type Act =
  | { readonly act: 'tick' | 'untick' }
  | { readonly act: 'owner' | 'due'; readonly value: string | null }
  | { readonly act: 'status' | 'decideBy'; readonly value: string };

/** The edits that do it, and the documents in which it could not be done; a document without an edit says it already. */
export interface Done {
  readonly changes: readonly Change[];
  readonly left: readonly { readonly path: string; readonly why: Refusal }[];
}

type Seen = Pick<Workspace, 'entry' | 'entries' | 'document' | 'configurationOf' | 'typeOf'>;

/** Makes the smallest edits that do what was asked for, in the documents' own ways of writing and in their texts as they are now; or says why not. */
export async function actIn(workspace: Seen, subject: Subject, act: Act): Promise<Done | Refusal> {
  const entry = workspace.entry(subject.path);
  if (!entry) return refuse('unknown-document', { path: subject.path });
  if (act.act === 'status' || act.act === 'decideBy') return withDocument(workspace, entry, act);
  const { action } = subject;
  if (!action) return refuse('gone', { action: '', path: subject.path });
  const home = placesIn(entry).find((place) => place.action.text === action.text && place.nth === action.nth);
  if (!home) return refuse('gone', { action: short(action.text), path: subject.path });
  const places = subject.everywhere ? placesFor(act, home, workspace.entries()) : [home];
  const results = await Promise.all(places.map(async (place) => ({ place, result: withAction(await workspace.document(place.entry.path), place.action, act) })));
  const own = results.find(({ place }) => place.entry === entry)!.result;
  if (isRefusal(own)) return own;
  return {
    changes: results.flatMap(({ place, result }) => (isRefusal(result) || !result.length ? [] : [{ kind: 'edit' as const, path: place.entry.path, edits: result }])),
    left: results.flatMap(({ place, result }) => (isRefusal(result) ? [{ path: place.entry.path, why: result }] : [])),
  };
}

// What is done is taken for open again where it lives; everything else is done wherever it is still open, but on the agenda of a meeting, which is drawn or closed.
function placesFor({ act }: Act, home: Place, entries: readonly Entry[]): Place[] {
  if (act === 'untick') return [home];
  const carried = carriedIn(entries).find(({ places }) => places.some(({ entry, action }) => entry === home.entry && action === home.action));
  const others = (carried?.places ?? []).filter(({ entry, action }) => entry !== home.entry && !isNamedDone(action) && !action.reports);
  return [home, ...others];
}

function withAction(document: Document, action: Action, act: Act): EditResult {
  switch (act.act) {
    case 'tick':
      return tickAction(document, action);
    case 'untick':
      return untickAction(document, action);
    case 'owner':
      return setOwner(document, action, act.value);
    case 'due':
      return setDue(document, action, act.value);
    default:
      return refuse('changed');
  }
}

async function withDocument(workspace: Seen, entry: Entry, { act, value }: Extract<Act, { act: 'status' | 'decideBy' }>): Promise<Done | Refusal> {
  const evidence = entry.evidence[act];
  const document = await holderOf(workspace, entry, evidence);
  const { vocabulary } = workspace.configurationOf(entry.path);
  const neighbours = workspace.entries().filter((one) => one !== entry && folderOf(one.path) === folderOf(entry.path));
  if (act === 'status') {
    const { now, steps } = await statusChoicesOf(workspace, entry);
    if (!steps.some((step) => step.value === value)) return refuse('no-step', { from: now, to: value, steps: steps.map((step) => step.value).join(', ') });
  }
  const edits = act === 'status' ? setStatus(document, evidence, value, { vocabulary, neighbours }) : setDecideBy(document, evidence, value, { vocabulary });
  if (isRefusal(edits)) return edits;
  return { changes: edits.length ? [{ kind: 'edit', path: document.path, edits }] : [], left: [] };
}

// The file that says it: the document, or the side-car beside it.
async function holderOf(workspace: Seen, { path, evidence: all }: Entry, evidence: Evidence | undefined): Promise<Document> {
  const holder = evidence?.path ?? all.status?.path ?? path;
  const document = await workspace.document(holder);
  return isSidecarPath(holder) ? sidecarDocument(holder, document.text) : document;
}

const short = (text: string): string => (text.length > 60 ? `${[...text].slice(0, 60).join('')}…` : text);
