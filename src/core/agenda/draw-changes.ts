import { headingKey } from '../headings.ts';
import { say, type Language } from '../language.ts';
import { COLUMNS } from '../meeting/change-details.ts';
import { folderOf, relativePath } from '../paths.ts';
import type { PlannedChange } from './changes.ts';
import type { Drawn } from './drawn.ts';
import { inCell, inline, link, shortened } from './inline.ts';
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
    const { entry, step, date, details: { duration, end, effect } } = change;
    const until = end === undefined ? undefined : say(WORDS.until, language, { date: end });
    const name = `${link(entry.title, relativePath(folderOf(path), entry.path), anchorOf(change))}${step === undefined ? '' : `: ${inline(step)}`}`;
    const key = keyOf(`change\u0000${entry.path}\u0000${step ?? ''}`);
    if (!columns) {
      const facts = [[WORDS.start, date], [WORDS.duration, duration ?? until], [WORDS.effect, effect]] as const;
      return { key, kind: 'item', text: `- ${name} (${facts.flatMap(([label, fact]) => (fact === undefined ? [] : `${say(label, language)}: ${inline(shortened(fact))}`)).join(', ')})`, name: step ?? entry.title };
    }
    const indexOf = (column: keyof typeof COLUMNS): number => columns.header.findIndex((title) => COLUMNS[column].test(headingKey(title)));
    const start = indexOf('start');
    const what = start === 0 ? 1 : 0;
    const known = new Map([[indexOf('effect'), effect], [indexOf('end'), end], [indexOf('duration'), duration ?? until], [start, date]]);
    const cells = columns.header.map((_, index) => {
      const said = known.get(index);
      return index === what ? inCell(name) : said === undefined ? (columns.prompts[index] ?? '') : inCell(inline(shortened(said)));
    });
    return { key, kind: 'row', text: `| ${cells.join(' | ')} |`, name: step ?? entry.title };
  });
}

/** The table of changes where a team's template has none of its own. */
export function usualColumns(language: Language): Columns {
  return { header: [WORDS.change, WORDS.start, WORDS.duration, WORDS.effect].map((text) => say(text, language)), prompts: [] };
}
