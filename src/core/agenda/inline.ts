import { plainText } from '../document.ts';
import { parseMarkdown } from '../markdown.ts';
import { linkTarget } from '../paths.ts';
import { asLine } from '../report/escape.ts';

/** Words as Markdown that says just them, without markup of their own: only signs that would become some are escaped. */
export function inline(text: string): string {
  const line = asLine(text).replace(/\s+/g, ' ');
  return isHarmless(line) ? line : line.replace(/[\\`*_[\]<>|~$&!]|:(?=\/\/)|@(?=\S)/g, '\\$&');
}

/** A link that shows `text`; `path` is relative to the document, `anchor` without `#`. */
export function link(text: string, path: string, anchor = ''): string {
  return `[${inline(text)}](${linkTarget(anchor === '' ? path : `${path}#${anchor}`)})`;
}

/** The same in a cell of a table. */
export function inCell(markdown: string): string {
  return markdown.replace(/(?<!\\)\|/g, '\\|');
}

/** A sentence or a line of a text: as much as a reader takes in at a glance. */
export function shortened(text: string): string {
  const sentence = /^.{20,160}?[.!?。](?=\s)/u.exec(text)?.[0];
  const characters = [...text.slice(0, 800)];
  return sentence ?? (characters.length > 160 ? `${characters.slice(0, 160).join('').replace(/\s+\S*$/, '')}…` : text);
}

function isHarmless(line: string): boolean {
  if (/[[\]|<]|https?:/i.test(line)) return false;
  const [block, ...others] = parseMarkdown(`x ${line}`).children;
  return block?.type === 'paragraph' && others.length === 0 && block.children.length === 1 && block.children[0]!.type === 'text' && plainText(block) === `x ${line}`;
}
