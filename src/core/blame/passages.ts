import type { RootContent } from 'mdast';
import { rangeOf, type Document, type Section } from '../document.ts';

/** A paragraph of the document's own words; offset into the document. */
export interface Passage {
  /** As long as what is written; what is quoted, code, an address or markup is blank. */
  readonly text: string;
  readonly start: number;
  readonly section: Section | undefined;
}

/** The paragraphs and list items under each heading that `wants` takes; tables, quotes and code are left out. */
export function passagesOf({ sections, preamble, text }: Document, wants: (section: Section | undefined) => boolean): Passage[] {
  const take = (nodes: readonly RootContent[], section: Section | undefined): Passage[] => (wants(section) ? paragraphsIn(nodes).map((node) => ({ ...words(rangeOf(node), text), section })) : []);
  return [...take(preamble, undefined), ...sections.flatMap((section) => take(section.nodes, section))];
}

function paragraphsIn(nodes: readonly RootContent[]): RootContent[] {
  const found: RootContent[] = [];
  const open = [...nodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'paragraph') found.push(node);
    else if (node.type === 'list' || node.type === 'listItem') open.push(...([...node.children].reverse() as RootContent[]));
  }
  return found;
}

const MASKED = /`[^`\r\n]{0,400}`|\]\([^()\r\n]{0,1000}\)|<[^<>\r\n]{1,400}>|https?:\/\/[^\s)]{1,1000}|"[^"\r\n]{1,400}"|“[^”\r\n]{1,400}”|「[^」\r\n]{1,400}」|‘[^’\r\n]{1,400}’/gu;

function words({ start, end }: { readonly start: number; readonly end: number }, text: string): { text: string; start: number } {
  const masked = text.slice(start, end).replace(MASKED, (part) => ' '.repeat(part.length));
  return { text: masked.replace(/[*_[\]\r\n\t>]/g, ' '), start };
}
