import { innermost } from '../actions/titles.ts';
import type { Change } from '../change.ts';
import type { AgendaGroup } from '../config/schema.ts';
import { applyEdits, type Edit } from '../edit.ts';
import { parseDocument, rangeOf, type Document } from '../document.ts';
import { refuse, type Refusal } from '../edits/refusal.ts';
import { structureOf } from '../structure.ts';
import type { Workspace } from '../workspace.ts';
import { drawAll } from './draw.ts';
import { PARTS, type Drawn, type Part } from './drawn.ts';
import { firstDrawing } from './first-drawing.ts';
import { memoryIn, remember } from './memory.ts';
import { renew, type Renewal } from './renew.ts';
import { columnsIn } from './sections.ts';
import { spokenIn } from './spoken.ts';
import { stretchesIn, type Stretch } from './stretch.ts';

/** What drawing the agenda of minutes again changes. */
export interface Redrawing extends Omit<Renewal, 'edits' | 'tokens'> {
  readonly path: string;
  readonly changes: readonly Change[];
  /** Parts whose markers are gone, though there is something to say. */
  readonly missing: readonly Part[];
}

/** Draws the agenda of minutes that are there once more; into minutes without markers for the first time. Without a `group`, the action items stand as the configuration says. */
export async function redrawAgenda(workspace: Workspace, path: string, today: string, group?: AgendaGroup): Promise<Redrawing | Refusal> {
  const entry = workspace.entry(path);
  if (!entry) return refuse('unknown-document', { path });
  if (entry.kind !== 'meeting') return refuse('not-minutes', { path });
  if (entry.date !== null && entry.date < today) return refuse('meeting-over', { date: entry.date });
  const document = await workspace.document(path);
  const type = await workspace.typeOf(path);
  const seen = type && structureOf(document, type.template);
  const language = spokenIn(document, type?.template.language ?? workspace.languageOf(path));
  const memory = memoryIn(document);
  const drawn = await drawAll(workspace, { path, date: entry.date ?? today }, { language, columns: columnsIn(document, seen, language), group, known: new Set(memory.map(({ key }) => key)) });
  const stretches = stretchesIn(document);
  if (!stretches.length) {
    const edits = firstDrawing(document, drawn, seen, language);
    const refusal = whyNotFound(document, edits);
    if (refusal) return refusal;
    return { ...NOTHING, path, missing: [], added: namesOf(PARTS.flatMap((part) => drawn[part])), changes: changesOf(path, edits, document) };
  }
  const parts = stretches.map((stretch) => ({ part: stretch.part, renewal: renew(document, stretch, drawn[stretch.part], memory, besideOf(document, stretch)) }));
  const missing = PARTS.filter((part) => !parts.some((one) => one.part === part));
  const forgotten = new Set(missing.flatMap((part) => drawn[part].map(({ key }) => key)));
  const order = PARTS.flatMap((part) => parts.filter((one) => one.part === part));
  const tokens = [...order.flatMap(({ renewal }) => renewal.tokens), ...memory.filter(({ key }) => forgotten.has(key))];
  const edits = [...parts.flatMap(({ renewal }) => renewal.edits), ...remember(document, tokens, language)];
  const refusal = whyNotFound(document, edits);
  if (refusal) return refusal;
  const all = (of: keyof Omit<Renewal, 'edits' | 'tokens'>): readonly string[] => order.flatMap(({ renewal }) => renewal[of]);
  return {
    path, changes: changesOf(path, edits, document),
    added: all('added'), changed: all('changed'), ticked: all('ticked'), removed: all('removed'), kept: all('kept'), unplaced: all('unplaced'),
    missing: missing.filter((part) => drawn[part].some(({ kind }) => kind === 'item' || kind === 'row')),
  };
}

// What is drawn behind a fence that nobody closed is code, and would be drawn once more each time.
function whyNotFound(document: Document, edits: readonly Edit[]): Refusal | undefined {
  const after = parseDocument(document.path, applyEdits(document.text, edits));
  const last = after.tree.children.at(-1);
  return last?.type === 'code' && /<!--[ \t]*\/?docket:/.test(last.value) ? refuse('not-closed', { line: after.lines.lineNumberAt(rangeOf(last).start) }) : undefined;
}

// What the section around a stretch says outside of it.
function besideOf({ text, sections }: Document, { range }: Stretch): string[] {
  const content = innermost(sections, range.start)?.content;
  return content ? [text.slice(content.start, range.start), text.slice(range.end, content.end)].flatMap((part) => part.split(/\r\n|\n|\r/)) : [];
}

const NOTHING = { added: [], changed: [], ticked: [], removed: [], kept: [], unplaced: [] } as const;

const namesOf = (drawn: readonly Drawn[]): string[] => drawn.filter(({ kind }) => kind === 'item' || kind === 'row').map(({ name }) => name);

function changesOf(path: string, edits: readonly Edit[], document: Document): Change[] {
  const changed = edits.filter(({ range, newText }) => document.text.slice(range.start, range.end) !== newText);
  return changed.length ? [{ kind: 'edit', path, edits: changed }] : [];
}
