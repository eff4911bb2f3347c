import { isActionTitle, isPriorTitle } from '../actions/titles.ts';
import type { Document, Section } from '../document.ts';
import type { Language } from '../language.ts';
import { parseDocument } from '../document.ts';
import { sectionOn } from '../meeting/topics.ts';
import type { Structure } from '../structure.ts';
import { usualColumns, type Columns } from './draw-changes.ts';
import type { Part } from './drawn.ts';

/** The section of minutes that a part belongs in; undefined where they have none. */
export function sectionFor(part: Part, document: Document, seen: Structure | undefined): Section | undefined {
  if (part !== 'actions') return sectionOn(part, document, seen);
  return document.sections.find((section) => isPriorTitle(section.title) || (seen?.matchOf(section)?.found === section && isPriorTitle(seen.matchOf(section)!.wanted.title)));
}

/** The section in which minutes agree on new actions. */
export function newActionsIn({ sections }: Document): Section | undefined {
  return sections.findLast(({ title }) => isActionTitle(title) && !isPriorTitle(title));
}

/** The columns of the table of changes, with what the template asks for in each; undefined where changes are a list. */
export function columnsIn(document: Document, seen: Structure | undefined, language: Language): Columns | undefined {
  const section = sectionOn('changes', document, seen);
  if (!section) return usualColumns(language);
  const table = tableIn(document, section);
  if (!table) return undefined;
  const header = table.header.map(({ text }) => text);
  const prompt = section && seen?.matchOf(section)?.wanted.prompt;
  const template = prompt === undefined ? undefined : parseDocument('template.md', prompt);
  const [asked] = template?.tables ?? [];
  const row = asked?.rows.find((cells) => cells.some(({ text }) => text.includes('{')));
  const prompts = header.map((title) => {
    const index = asked?.header.findIndex(({ text }) => text === title) ?? -1;
    const cell = row?.[index];
    return cell && template ? template.text.slice(cell.range.start, cell.range.end) : '';
  });
  return { header, prompts };
}

function tableIn({ tables }: Document, { content }: Section): Document['tables'][number] | undefined {
  return tables.find(({ range }) => range.start >= content.start && range.end <= content.end);
}
