import { rangeOf, type Document, type Section } from '../document.ts';
import { lineEndingOf, type Edit } from '../edit.ts';
import type { Structure } from '../structure.ts';
import type { Drawn, Part } from './drawn.ts';
import { layOut, markers } from './stretch.ts';

/** The edit that draws a part into a section for the first time: in place of the template's prompts, or behind what people wrote. Rows go into the table that is there. */
export function placePart(part: Part, drawn: readonly Drawn[], section: Section, document: Document, seen: Structure | undefined): Edit[] {
  const ending = lineEndingOf(document.text);
  const { begin, end } = markers(part);
  const blocks = section.nodes.filter(({ type }) => type !== 'html');
  const at = (offset: number, newText: string): Edit => ({ range: { start: offset, end: offset }, newText });
  const table = blocks.find(({ type }) => type === 'table');
  if (drawn.every(({ kind }) => kind === 'row') && (table || !drawn.length)) {
    const [first, last] = table ? [table, table] : [blocks[0], blocks.at(-1)];
    if (!first || !last) return [at(section.heading.end, `${ending}${ending}${begin}${ending}${ending}${end}`)];
    const rows = table ? behindDelimiter(document, rangeOf(table).start) : 0;
    return [
      at(rangeOf(first).start, `${begin}${ending}${ending}`),
      ...(drawn.length ? [at(rows, drawn.map(({ text }) => `${ending}${text}`).join(''))] : []),
      at(rangeOf(last).end, `${ending}${ending}${end}`),
    ];
  }
  const stretch = [begin, '', ...layOut(drawn), '', end].join(ending);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return [at(section.nodes.length ? rangeOf(section.nodes.at(-1)!).end : section.heading.end, `${ending}${ending}${stretch}`)];
  const contents = seen?.contentsOf(section);
  const isPrompt = contents !== undefined && !contents.hasOwn;
  return isPrompt ? [{ range: { start: rangeOf(first).start, end: rangeOf(last).end }, newText: stretch }] : [at(rangeOf(last).end, `${ending}${ending}${stretch}`)];
}

// The end of the line under the header.
function behindDelimiter({ text }: Document, table: number): number {
  const found = /^[^\r\n]*(?:\r\n|\n|\r)[^\r\n]*/.exec(text.slice(table))![0];
  return table + found.length;
}

/** The edit that adds a section for a part that the team's template has no place for, before the new action items or at the end. */
export function addSection(part: Part, title: string, drawn: readonly Drawn[], document: Document, before: Section | undefined): Edit {
  const ending = lineEndingOf(document.text);
  const { begin, end } = markers(part);
  const depth = before?.depth ?? document.sections.find((section) => section.depth > 1)?.depth ?? 2;
  const lines = [`${'#'.repeat(depth)} ${title}`, '', begin, '', ...layOut(drawn), '', end];
  const offset = before?.heading.start ?? document.text.trimEnd().length;
  return { range: { start: offset, end: offset }, newText: before ? [...lines, '', ''].join(ending) : ['', '', ...lines].join(ending) };
}
