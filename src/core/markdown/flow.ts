import type { Heading, ListItem, Paragraph, Root, RootContent, TableCell } from 'mdast';
import { Code, isBlank } from './characters.ts';
import { childrenOf, isThematicBreak, type Container } from './containers.ts';
import { Content, type ContentLine } from './content.ts';
import type { Cursor } from './cursor.ts';
import { readDefinitions } from './definitions.ts';
import { endsHtml, htmlBodyStart, htmlKindAt } from './html.ts';
import { closesFence, continuesParagraph, fenceAt, headingAt, thematicBreakAt, underlineAt, type Leaf, type OpenParagraph } from './leaves.ts';
import { rangeOf, type Points } from './points.ts';
import { delimiterRow, headCells, tableOf, tableRow, type Row } from './tables.ts';

/** Text that is read once all definitions are known. */
export interface PendingText {
  readonly node: Paragraph | Heading | TableCell;
  readonly content: Content;
  /** The item whose box the text may begin with. */
  readonly item: ListItem | undefined;
}

/** Reads the blocks inside the innermost of the open containers, line by line. */
export class Flow {
  readonly pending: PendingText[] = [];
  /** The normalised labels of the definitions. */
  readonly defined = new Set<string>();
  /** The block that may go on in the next line. */
  leaf: Leaf | undefined;
  /** Does the innermost item still wait for its first block? */
  isFresh = false;
  /** Does the line hold nothing but what its containers take? */
  isBlankLine = false;
  readonly #text: string;
  readonly #cursor: Cursor;
  readonly #points: Points;
  readonly #root: Root;
  readonly #stack: readonly Container[];
  /** The end of the line before, and of its line ending. */
  #lastEnd = 0;
  #lastNext = 0;

  constructor(cursor: Cursor, points: Points, root: Root, stack: readonly Container[]) {
    this.#text = cursor.text;
    this.#cursor = cursor;
    this.#points = points;
    this.#root = root;
    this.#stack = stack;
  }

  /** Does the last line that was read have a line ending? */
  get endsWithLineEnding(): boolean {
    return this.#lastNext > this.#lastEnd;
  }

  /** To be called at the end of each line. */
  lineDone(): void {
    this.#lastEnd = this.#cursor.end;
    this.#lastNext = this.#cursor.next;
  }

  /** The children of what the next block belongs to. */
  siblings(): RootContent[] {
    const inner = this.#stack.at(-1);
    return inner ? childrenOf(inner) : this.#root.children;
  }

  /** Reads what the containers leave of a line; a lazy line leaves some of them. */
  line(isLazy: boolean): void {
    const cursor = this.#cursor;
    const leaf = this.leaf;
    const isBlankLine = cursor.isBlank;
    this.isBlankLine = false;
    switch (leaf?.type) {
      case 'fence': {
        if (closesFence(cursor, leaf)) {
          leaf.node.value = leaf.value.replace(FIRST_ENDING, '');
          this.#points.end(leaf.node, cursor.end);
          this.leaf = undefined;
          return;
        }
        cursor.skip(leaf.indent);
        leaf.value += this.#lastEnding() + cursor.rest();
        return;
      }
      case 'html': {
        if (isBlankLine && leaf.kind >= 6) break;
        leaf.value += this.#lastEnding() + cursor.rest();
        if (endsHtml(leaf.kind, this.#text, cursor.at, cursor.end)) this.#endHtml();
        return;
      }
      case 'indented': {
        if (leaf.isOneLine) break;
        const place = cursor.save();
        if (cursor.skip(4) === 4) {
          leaf.value += leaf.blank + this.#lastEnding() + cursor.rest();
          leaf.blank = '';
          leaf.blankLine = 0;
          leaf.end = cursor.end;
          return;
        }
        cursor.restore(place);
        if (!isBlankLine) break;
        leaf.blank += this.#lastEnding();
        leaf.blankLine = cursor.line;
        this.isBlankLine = true;
        return;
      }
      case 'paragraph': {
        if (isBlankLine) break;
        if (!isLazy && this.#beginTable(leaf)) return;
        if (continuesParagraph(cursor, isLazy, this.#points)) {
          leaf.lines.push({ from: cursor.at, pending: cursor.pending, end: cursor.end, next: cursor.next, indented: cursor.isIndented });
          return;
        }
        if (!isLazy && this.#endHeading(leaf)) return;
        break;
      }
      default:
    }
    if (leaf && leaf.type !== 'table') this.closeLeaf('line');
    if (isBlankLine) {
      this.leaf = undefined;
      this.isBlankLine = true;
      if (cursor.at < cursor.end || cursor.pending > 0 || !this.isFresh) this.isFresh = false;
      return;
    }
    this.#begin(isLazy);
    this.isFresh = false;
  }

  // Begins a block with a line that is not empty, or adds it to a table.
  #begin(isLazy: boolean): void {
    const cursor = this.#cursor;
    const text = this.#text;
    const points = this.#points;
    const place = cursor.save();
    const indent = cursor.skip(4);
    const table = this.leaf?.type === 'table' ? this.leaf : undefined;
    this.leaf = undefined;
    if (indent === 4) {
      const node = { type: 'code' as const, lang: null, meta: null, value: '', position: points.between(place.at, cursor.end) };
      this.siblings().push(node);
      this.leaf = { type: 'indented', node, value: cursor.rest(), blank: '', blankLine: 0, end: cursor.end, isOneLine: isLazy };
      return;
    }
    const { at, end } = cursor;
    switch (text.charCodeAt(at)) {
      case Code.hash: {
        const heading = headingAt(text, at, end, points);
        if (!heading) break;
        this.siblings().push(heading.node);
        if (heading.end > heading.start) this.pending.push({ node: heading.node, content: Content.ofRange(text, heading.start, heading.end), item: undefined });
        return;
      }
      case Code.star:
      case Code.dash:
      case Code.underscore: {
        if (!isThematicBreak(text, at, end)) break;
        this.siblings().push(thematicBreakAt(at, end, points));
        return;
      }
      case Code.backtick:
      case Code.tilde: {
        const fence = fenceAt(text, at, end, indent, points);
        if (!fence) break;
        this.siblings().push(fence.node);
        this.leaf = fence;
        return;
      }
      case Code.less: {
        const kind = htmlKindAt(text, at, end);
        if (!kind) break;
        cursor.restore(place);
        const node = { type: 'html' as const, value: '', position: points.between(cursor.at, end) };
        this.siblings().push(node);
        this.leaf = { type: 'html', node, kind, value: cursor.rest() };
        if (endsHtml(kind, text, htmlBodyStart(kind, at), end)) this.#endHtml();
        return;
      }
      default:
    }
    if (table && !isLazy) {
      this.leaf = table;
      this.#addRow(tableRow(text, at, end, points));
      return;
    }
    const mayBeTask = this.isFresh && indent === 0;
    this.leaf = { type: 'paragraph', lines: [{ from: at, pending: 0, end, next: cursor.next, indented: false }], mayBeTask };
  }

  // Makes a table of the last line of a paragraph when this line is the one below a table's head.
  #beginTable(leaf: OpenParagraph): boolean {
    const cursor = this.#cursor;
    const head = leaf.lines.at(-1)!;
    if (head.indented) return false;
    const first = this.#text.charCodeAt(cursor.at);
    if (!isBlank(first) && cursor.pending === 0 && first !== Code.bar && first !== Code.dash && first !== Code.colon) return false;
    let from = head.from;
    while (isBlank(this.#text.charCodeAt(from))) from++;
    const size = headCells(this.#text, from, head.end);
    const align = size > 0 ? delimiterRow(cursor, size) : undefined;
    if (!align) return false;
    leaf.lines.pop();
    if (leaf.lines.length > 0) this.#endParagraph(leaf);
    const row = tableRow(this.#text, from, head.end, this.#points);
    const node = tableOf(align, row, cursor.end, this.#points);
    this.siblings().push(node);
    this.leaf = { type: 'table', node };
    this.#queue(row);
    return true;
  }

  #addRow(row: Row): void {
    if (this.leaf?.type !== 'table') return;
    this.leaf.node.children.push(row.node);
    this.#points.end(this.leaf.node, rangeOf(row.node).end);
    this.#queue(row);
  }

  #queue({ texts }: Row): void {
    for (const { cell, start, end } of texts) this.pending.push({ node: cell, content: Content.ofRange(this.#text, start, end), item: undefined });
  }

  // Makes a heading of a paragraph when the line underlines it; false where there was nothing but definitions.
  #endHeading(leaf: OpenParagraph): boolean {
    const cursor = this.#cursor;
    const place = cursor.save();
    cursor.skip(3);
    const depth = underlineAt(this.#text, cursor.at, cursor.end);
    cursor.restore(place);
    if (depth === undefined) return false;
    const content = this.#takeDefinitions(leaf.lines);
    this.leaf = undefined;
    if (!content) return false;
    const node: Heading = { type: 'heading', depth, children: [], position: this.#points.between(leaf.lines[0]!.from, cursor.end) };
    this.siblings().push(node);
    this.pending.push({ node, content, item: undefined });
    return true;
  }

  #endParagraph(leaf: OpenParagraph): void {
    const content = this.#takeDefinitions(leaf.lines);
    if (!content) return;
    const node: Paragraph = { type: 'paragraph', children: [], position: this.#points.between(content.offset(0), content.endOffset(content.text.length)) };
    this.siblings().push(node);
    const inner = this.#stack.at(-1);
    this.pending.push({ node, content, item: leaf.mayBeTask && inner?.type === 'list' ? inner.item : undefined });
  }

  // What is left of a paragraph behind the definitions with which it begins.
  #takeDefinitions(lines: readonly ContentLine[]): Content | undefined {
    const content = Content.ofLines(this.#text, lines);
    if (content.text.charCodeAt(0) !== Code.openBracket) return content;
    const { nodes, labels, rest } = readDefinitions(content, this.#points);
    if (nodes.length === 0) return content;
    this.siblings().push(...nodes);
    for (const label of labels) this.defined.add(label);
    return content.from(rest);
  }

  /** Ends the open block. Where it took the line ending before this line, unclosed, the offset behind that is returned. */
  closeLeaf(how: 'line' | 'end'): number | undefined {
    const leaf = this.leaf;
    this.leaf = undefined;
    switch (leaf?.type) {
      case 'paragraph': {
        this.#endParagraph(leaf);
        return undefined;
      }
      case 'fence': {
        const value = leaf.value.replace(FIRST_ENDING, '');
        const goesOn = how === 'end' && this.#lastNext > this.#lastEnd;
        leaf.node.value = goesOn ? value : value.replace(LAST_ENDING, '');
        return this.#endUnclosed(leaf.node, how);
      }
      case 'html': {
        const takesEnding = how === 'end' && leaf.kind < 6;
        leaf.node.value = takesEnding ? leaf.value + this.#lastEnding() : leaf.value;
        return this.#endUnclosed(leaf.node, takesEnding ? 'end' : 'line');
      }
      case 'indented': {
        leaf.node.value = leaf.value.replace(LAST_ENDING, '');
        this.#points.end(leaf.node, leaf.end);
        const inner = this.#stack.at(-1);
        if (inner && leaf.blankLine > 0) inner.blank = leaf.blankLine;
        return undefined;
      }
      default: return undefined;
    }
  }

  #endUnclosed(node: RootContent, how: 'line' | 'end'): number | undefined {
    const end = how === 'line' ? this.#lastEnd : this.#lastNext;
    this.#points.end(node, end);
    return how === 'end' && this.#lastNext > this.#lastEnd ? end : undefined;
  }

  #endHtml(): void {
    if (this.leaf?.type !== 'html') return;
    this.leaf.node.value = this.leaf.value;
    this.#points.end(this.leaf.node, this.#cursor.end);
    this.leaf = undefined;
  }

  #lastEnding(): string {
    return this.#text.slice(this.#lastEnd, this.#lastNext);
  }
}

const FIRST_ENDING = /^(?:\r?\n|\r)/;
const LAST_ENDING = /(?:\r?\n|\r)$/;
