import type { Document, Section } from './document.ts';

/** The headings of a document in their order: depth and plain text. */
export type Outline = readonly (readonly [depth: number, title: string])[];

const LONGEST_TITLE = 200;

/** What is remembered of a document's sections. */
export function outlineOf({ sections }: Pick<Document, 'sections'>): Outline {
  return sections.map(({ depth, title }) => [depth, title.slice(0, LONGEST_TITLE)]);
}

/** The sections of an outline, one offset each: enough to hold them against a template, without any text. */
export function sectionsOf(outline: Outline): Section[] {
  const open: Section[] = [];
  return outline.map(([depth, title], index) => {
    while (open.length && open.at(-1)!.depth >= depth) open.pop();
    const place = { start: index, end: index };
    const section: Section = { title, depth, heading: place, content: place, extent: place, nodes: [], isEmpty: false, parent: open.at(-1) };
    open.push(section);
    return section;
  });
}
