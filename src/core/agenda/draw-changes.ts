import { say, type Language } from '../language.ts';
import { folderOf, relativePath } from '../paths.ts';
import type { PlannedChange } from './changes.ts';
import type { Drawn } from './drawn.ts';
import { inCell, inline, link } from './inline.ts';
import { keyOf } from './prints.ts';
import { WORDS } from './texts.ts';

/** The table in which minutes list changes: its header, and what the template asks for in each column. */
export interface Columns {
  readonly header: readonly string[];
  readonly prompts: readonly string[];
}

/** The planned changes as rows of the team's own table, or as items where the team lists them; what nobody has said stays the template's prompt. */
export function drawChanges(changes: readonly PlannedChange[], columns: Columns | undefined, { path, language, anchorOf }: { readonly path: string; readonly language: Language; readonly anchorOf: (change: PlannedChange) => string }): Drawn[] {
  const sorted = changes.toSorted((one, other) => one.date.localeCompare(other.date));
  return sorted.map((change): Drawn => {
    const { entry, step, date } = change;
    const name = `${link(entry.title, relativePath(folderOf(path), entry.path), anchorOf(change))}${step === undefined ? '' : `: ${inline(step)}`}`;
    const key = keyOf(`change\u0000${entry.path}\u0000${step ?? ''}`);
    if (!columns) return { key, kind: 'item', text: `- ${name} (${say(WORDS.start, language)}: ${date})`, name: step ?? entry.title };
    const start = columns.header.findIndex((title) => START.test(title.trim()));
    const what = start === 0 ? 1 : 0;
    const cells = columns.header.map((_, index) => (index === what ? inCell(name) : index === start ? date : (columns.prompts[index] ?? '')));
    return { key, kind: 'row', text: `| ${cells.join(' | ')} |`, name: step ?? entry.title };
  });
}

const START = /^(?:start|starts|when|date|time|scheduled|from|begin|시작|일시|시각|날짜|예정일|일정)/iu;

/** The table of changes where a team's template has none of its own. */
export function usualColumns(language: Language): Columns {
  return { header: [WORDS.change, WORDS.start, WORDS.duration, WORDS.effect].map((text) => say(text, language)), prompts: [] };
}
