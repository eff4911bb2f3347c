import type { Nodes, RootContent } from 'mdast';
import { parseDocument, rangeOf, type Document } from '../document.ts';
import { applyEdits, lineEndingOf, type Edit } from '../edit.ts';
import type { Finding } from '../finding.ts';
import type { Range } from '../lines.ts';
import { silenceIn } from '../silence.ts';
import { suppressionsIn } from '../suppressions.ts';

/**
 * Puts a comment that silences a finding as near to it as one can stand: above its block, or in a list, a quote or a table
 * at the end of its line. Undefined where none can, as in front matter.
 */
export function ignoreHere(document: Document, finding: Finding): Edit | undefined {
  const { text, lines, tree } = document;
  const { start } = finding.range;
  const block = tree.children.find((node) => rangeOf(node).start <= start && start <= rangeOf(node).end);
  if (!block || block.type === 'yaml') return undefined;
  if (!HOLDERS.has(block.type)) {
    const at = lines.startOf(lines.positionAt(rangeOf(block).start).line);
    const above = suppressionsIn(document).find(({ word, rules, range }) => word === 'docket-disable-next-line' && rules.length && range.end <= at && text.slice(range.end, at).trim() === '');
    return checked(document, finding, above ? withName(above.rules, finding.ruleId) : { range: { start: at, end: at }, newText: `<!-- docket-disable-next-line ${finding.ruleId} -->${lineEndingOf(text)}` });
  }
  const holder = innermost(block, start);
  if (!holder) return undefined;
  const line = lines.positionAt(start).line;
  const end = Math.min(endOfWords(holder, text), lines.startOf(line + 1));
  const words = text.slice(0, end).slice(lines.startOf(line)).replace(/[\s\\]+$/, '').length + lines.startOf(line);
  const own = suppressionsIn(document).find(({ word, rules, range }) => word === 'docket-disable-line' && rules.length && lines.positionAt(range.start).line === line);
  return checked(document, finding, own ? withName(own.rules, finding.ruleId) : { range: { start: words, end: words }, newText: ` <!-- docket-disable-line ${finding.ruleId} -->` });
}

/** Puts a comment that silences a rule in the whole document behind its title, or at its start. Undefined where a comment would not be read. */
export function ignoreInFile(document: Document, finding: Finding): Edit | undefined {
  const { text, tree } = document;
  const newline = lineEndingOf(text);
  const known = suppressionsIn(document).find(({ word, rules }) => word === 'docket-disable-file' && rules.length);
  if (known) return checked(document, finding, withName(known.rules, finding.ruleId));
  const comment = `<!-- docket-disable-file ${finding.ruleId} -->`;
  const first = tree.children.find(({ type }) => type !== 'yaml');
  if (!first) {
    const gap = text === '' || text === '\uFEFF' || /[\r\n]$/.test(text) ? '' : newline;
    return checked(document, finding, { range: { start: text.length, end: text.length }, newText: `${gap}${comment}${newline}` });
  }
  const { start, end } = rangeOf(first);
  if (first.type === 'heading' && first.depth === 1) return checked(document, finding, { range: { start: end, end }, newText: newline + newline + comment });
  const at = document.lines.startOf(document.lines.positionAt(start).line) + (text.startsWith('\uFEFF') && document.lines.positionAt(start).line === 0 ? 1 : 0);
  return checked(document, finding, { range: { start: at, end: at }, newText: comment + newline + newline });
}

/** The blocks above whose lines no comment can stand without taking them apart. */
const HOLDERS: ReadonlySet<string> = new Set(['list', 'blockquote', 'table', 'footnoteDefinition']);

function withName(rules: readonly { readonly range: Range }[], rule: string): Edit {
  const { end } = rules.at(-1)!.range;
  return { range: { start: end, end }, newText: `, ${rule}` };
}

// The innermost piece of running text that holds an offset; of a row the last cell that begins before it.
function innermost(block: RootContent, offset: number): Nodes | undefined {
  let found: Nodes | undefined;
  for (let node: Nodes | undefined = block; node; ) {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') found = node;
    const children: readonly Nodes[] = 'children' in node ? node.children : [];
    node = found ? undefined : children.findLast((child) => rangeOf(child).start <= offset && (offset <= rangeOf(child).end || child.type === 'tableCell'));
  }
  return found;
}

function endOfWords(node: Nodes, text: string): number {
  const { start, end } = rangeOf(node);
  const source = text.slice(start, end);
  return start + (node.type === 'tableCell' ? source.replace(/\|?\s*$/, '') : source).trimEnd().length;
}

// What stands in a block of code, or behind a comment that nobody closed, would not be a comment.
function checked(document: Document, finding: Finding, edit: Edit): Edit | undefined {
  const after = parseDocument(document.path, applyEdits(document.text, [edit]));
  const shift = edit.range.start <= finding.range.start ? edit.newText.length : 0;
  const moved = { ...finding, range: { start: finding.range.start + shift, end: finding.range.end + shift } };
  return silenceIn(after).keep([moved], 'named').length ? undefined : edit;
}
