import type { RootContent } from 'mdast';
import { rangeOf, type Document } from '../document.ts';
import type { Range } from '../lines.ts';
import { PARTS, type Drawn, type Part } from './drawn.ts';

/** What stands between `<!-- docket:agenda PART -->` and `<!-- /docket:agenda -->`: lines that were drawn, and what people wrote among them. */
export interface Stretch {
  readonly part: Part;
  /** Between the markers. */
  readonly range: Range;
}

const BEGIN = /^<!--[ \t]*docket:agenda[ \t]+([a-z]+)[ \t]*-->/i;
const END = /^<!--[ \t]*\/docket:agenda[ \t]*-->/i;

/** The stretches of a document, in its order; one whose end is gone is none, and of several for one part the first counts. */
export function stretchesIn(document: Document): Stretch[] {
  const comments = document.tree.children.filter((node) => node.type === 'html');
  const found = comments.flatMap((node, index): Stretch[] => {
    const begin = BEGIN.exec(sourceOf(document, node));
    const part = PARTS.find((one) => one === begin?.[1]?.toLowerCase());
    const end = begin && comments.slice(index + 1).find((other) => BEGIN.test(sourceOf(document, other)) || END.test(sourceOf(document, other)));
    if (!begin || !part || !end || !END.test(sourceOf(document, end))) return [];
    return [{ part, range: { start: rangeOf(node).start + begin[0].length, end: rangeOf(end).start } }];
  });
  return found.filter(({ part }, index) => found.findIndex((other) => other.part === part) === index);
}

function sourceOf({ text }: Document, node: RootContent): string {
  const { start, end } = rangeOf(node);
  return text.slice(start, Math.min(end, start + LONGEST));
}

const LONGEST = 200;

/** The lines as a list of Markdown, with empty lines around labels. */
export function layOut(drawn: readonly Drawn[]): string[] {
  return drawn.flatMap((one, index) => (one.kind === 'label' ? [...(index ? [''] : []), one.text, ''] : [one.kind === 'note' ? `  ${one.text}` : one.text]));
}

/** The markers around a part. */
export function markers(part: Part): { readonly begin: string; readonly end: string } {
  return { begin: `<!-- docket:agenda ${part} -->`, end: '<!-- /docket:agenda -->' };
}
