import type { Heading, ListItem, Paragraph, Root, RootContent, TableCell } from 'mdast';
import { Code, isBlank } from './characters.ts';
import { childrenOf, closeContainer, isThematicBreak, nextItem, openList, takeItemPrefix, type Container, type ItemPrefix, type OpenList } from './containers.ts';
import { Content, type ContentLine } from './content.ts';
import { Cursor } from './cursor.ts';
import { readDefinitions } from './definitions.ts';
import { endsHtml, htmlBodyStart, htmlKindAt } from './html.ts';
import { closesFence, fenceAt, headingAt, thematicBreakAt, underlineAt, type Leaf, type OpenParagraph } from './leaves.ts';
import { Points } from './points.ts';
import { delimiterRow, headCells, tableOf, tableRow, type Row } from './tables.ts';
import { TooDeep } from './too-deep.ts';

/** Text that is read once all definitions are known. */
export interface PendingText {
  readonly node: Paragraph | Heading | TableCell;
  readonly content: Content;
  /** The item whose box the text may begin with. */
  readonly item: ListItem | undefined;
}

export interface Blocks {
  readonly root: Root;
  readonly points: Points;
  readonly pending: readonly PendingText[];
  /** The normalised labels of the definitions. */
  readonly defined: ReadonlySet<string>;
}

/** Reads the blocks of a text, from `start` on; in a text `withoutContainers` no line begins a quote or a list. */
export function readBlocks(text: string, most: number, first: RootContent[], start: number, withoutContainers: boolean): Blocks {
  return new BlockReader(text, most, first, start, withoutContainers).read();
}

class BlockReader {
  readonly #text: string;
  readonly #cursor: Cursor;
  readonly #points: Points;
  readonly #most: number;
  readonly #withoutContainers: boolean;
  readonly #root: Root;
  readonly #stack: Container[] = [];
  readonly #pending: PendingText[] = [];
  readonly #defined = new Set<string>();
  #leaf: Leaf | undefined;
  /** The end of the line before, and of its line ending. */
  #lastEnd = 0;
  #lastNext = 0;
  /** Does the innermost item still wait for its first block? */
  #isFresh = false;
  /** Does the line hold nothing but what its containers take? */
  #isBlankLine = false;

  constructor(text: string, most: number, first: RootContent[], start: number, withoutContainers: boolean) {
    this.#text = text;
    this.#most = most;
    this.#withoutContainers = withoutContainers;
    this.#cursor = new Cursor(text);
    this.#points = new Points(text);
    this.#cursor.next = start;
    this.#cursor.line = this.#points.at(start).line - 1;
    this.#root = { type: 'root', children: first, position: this.#points.between(0, text.length) };
  }

  read(): Blocks {
    const cursor = this.#cursor;
    // Where the text ends with a line ending, what follows it is an empty line that no quote goes on in.
    let isLazy: boolean | undefined;
    while (cursor.nextLine()) {
      isLazy = this.#line();
      if (isLazy !== undefined) break;
      this.#lastEnd = cursor.end;
      this.#lastNext = cursor.next;
    }
    isLazy ??= this.#lastNext > this.#lastEnd && this.#stack.some(({ type }) => type === 'quote');
    const swallowed = this.#closeLeaf(isLazy ? 'line' : 'end');
    this.#closeContainers(0, undefined, swallowed === undefined ? undefined : this.#text.length);
    return { root: this.#root, points: this.#points, pending: this.#pending, defined: this.#defined };
  }

  // Undefined, but for a last line of which its containers leave nothing: then, whether it leaves some of them.
  #line(): boolean | undefined {
    const cursor = this.#cursor;
    const stack = this.#stack;
    let continued = 0;
    let deepest = -1;
    let hasNewItem = false;
    for (; continued < stack.length && !hasNewItem; continued++) {
      const container = stack[continued]!;
      if (container.type === 'quote') {
        if (!this.#takeQuote()) break;
        deepest = continued;
      } else {
        const found = this.#continueList(container);
        if (!found) break;
        if (found === true) continue;
        this.#beginItem(container, found, continued);
        deepest = continued;
        hasNewItem = true;
      }
    }
    const isConcrete = this.#leaf?.type === 'fence' || this.#leaf?.type === 'html';
    let isLazy = false;
    if (hasNewItem || continued < stack.length || !isConcrete) {
      const interrupts = continued === stack.length && (this.#leaf?.type === 'paragraph' || this.#leaf?.type === 'indented');
      const opened = this.#withoutContainers ? 0 : this.#openContainers(continued, deepest, interrupts);
      if (opened > 0) deepest = stack.length - 1;
      else isLazy = continued < stack.length;
    }
    if (stack.length > this.#most) throw this.#tooDeep();
    const isOver = cursor.at === this.#text.length && cursor.pending === 0;
    if (isOver) this.#isBlankLine = true;
    else if (isLazy) this.#lazyLine(continued);
    else this.#flowLine(false);
    this.#mark(deepest);
    return isOver ? isLazy : undefined;
  }

  // Notes for each container how far the line reaches into it.
  #mark(deepest: number): void {
    const { line, end } = this.#cursor;
    const isBlank = this.#isBlankLine;
    const inner = this.#stack.at(-1);
    if (!isBlank || deepest >= 0) {
      const mark = { line, end };
      for (const [index, container] of this.#stack.entries()) {
        container.marked = mark;
        if (container.type !== 'list' || (isBlank && index > deepest)) continue;
        container.solid = mark;
        if (container.blank > 0) container.item.spread = true;
        container.blank = 0;
      }
    }
    // An empty line in an indented block is the block's own, unless no more code comes.
    if (isBlank && inner && this.#leaf?.type !== 'indented' && !(inner.type === 'list' && inner.itemLine === line)) inner.blank = line;
  }

  #takeQuote(): boolean {
    const cursor = this.#cursor;
    const place = cursor.save();
    cursor.skip(3);
    if (cursor.code !== Code.greater) {
      cursor.restore(place);
      return false;
    }
    cursor.take(1);
    cursor.skip(1);
    return true;
  }

  // True where the line belongs to the item, its mark where the line begins the next one.
  #continueList(list: OpenList): ItemPrefix | true | undefined {
    const cursor = this.#cursor;
    if (cursor.isBlankFrom()) {
      if (list.initialBlank) list.furtherBlank = true;
      cursor.skip(list.size);
      return true;
    }
    const isOver = list.furtherBlank;
    list.furtherBlank = false;
    list.initialBlank = false;
    const place = cursor.save();
    if (!isOver && list.size > 0 && cursor.skip(list.size) === list.size) return true;
    cursor.restore(place);
    const indent = cursor.skip(3);
    const prefix = takeItemPrefix(cursor, indent, list.marker, false);
    if (!prefix) cursor.restore(place);
    return prefix;
  }

  #beginItem(list: OpenList, prefix: ItemPrefix, index: number): void {
    const swallowed = this.#closeLeaf('end');
    this.#closeContainers(index + 1, undefined, swallowed);
    nextItem(list, prefix, this.#lineMark(), this.#points, swallowed !== undefined, this.#cursor.at);
    this.#isFresh = true;
  }

  #lineMark(): { line: number; end: number } {
    return { line: this.#cursor.line, end: this.#cursor.end };
  }

  // Opens as many quotes and lists as the line begins; says how many.
  #openContainers(continued: number, deepest: number, interrupts: boolean): number {
    const cursor = this.#cursor;
    const stack = this.#stack;
    const before = cursor.at;
    let opened = 0;
    for (; stack.length <= this.#most; opened++) {
      const place = cursor.save();
      const indent = cursor.skip(3);
      const quoteAt = cursor.at;
      const isQuote = cursor.code === Code.greater;
      const prefix = isQuote ? undefined : takeItemPrefix(cursor, indent, undefined, interrupts);
      if (!isQuote && !prefix) {
        cursor.restore(place);
        return opened;
      }
      if (opened === 0) {
        const swallowed = this.#closeLeaf('end');
        this.#closeContainers(continued, deepest >= 0 && this.#hasQuoteUpTo(continued) ? before : undefined, swallowed);
      }
      const siblings = this.#siblings();
      if (prefix) {
        const list = openList(prefix, this.#lineMark(), this.#points);
        siblings.push(list.node);
        stack.push(list);
      } else {
        cursor.take(1);
        cursor.skip(1);
        const node = { type: 'blockquote' as const, children: [], position: this.#points.between(quoteAt, quoteAt) };
        siblings.push(node);
        stack.push({ type: 'quote', node, marked: this.#lineMark(), blank: 0 });
      }
      this.#isFresh = prefix !== undefined;
    }
    return opened;
  }

  // The marks that were not taken any more are counted, and not read.
  #tooDeep(): TooDeep {
    const { text, start, at, end } = this.#cursor;
    const rest = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*/.exec(text.slice(at, end))![0];
    const marks = text.slice(start, at + rest.length).trimEnd();
    const depth = this.#stack.length + (rest.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0);
    return new TooDeep('containers', depth, { start: start + marks.length - marks.trimStart().length, end: start + marks.length });
  }

  #hasQuoteUpTo(count: number): boolean {
    return this.#stack.slice(0, count).some(({ type }) => type === 'quote');
  }

  #siblings(): RootContent[] {
    const inner = this.#stack.at(-1);
    return inner ? childrenOf(inner) : this.#root.children;
  }

  #closeContainers(count: number, end: number | undefined, swallowed: number | undefined): void {
    const stack = this.#stack;
    while (stack.length > count) {
      const container = stack.pop()!;
      if (end !== undefined) container.marked = { line: this.#cursor.line, end };
      closeContainer(container, this.#points, end, swallowed);
      const outer = stack.at(-1);
      if (!outer) continue;
      if (container.blank > container.marked.line) outer.blank = container.blank;
      if (outer.type === 'list' && container.marked.line > outer.solid.line) outer.solid = container.marked;
    }
  }

  // A line that goes on in fewer containers than are open, and begins none.
  #lazyLine(continued: number): void {
    // A tag alone in such a line ends the paragraph, and yet stays where the paragraph is.
    if (this.#leaf?.type === 'paragraph' && (this.#continuesParagraph(true) || this.#isLoneTag())) return this.#flowLine(true);
    this.#closeLeaf('line');
    this.#closeContainers(continued, undefined, undefined);
    this.#isFresh = false;
    this.#flowLine(true);
  }

  #flowLine(isLazy: boolean): void {
    const cursor = this.#cursor;
    const leaf = this.#leaf;
    const isBlankLine = cursor.isBlankFrom();
    this.#isBlankLine = false;
    switch (leaf?.type) {
      case 'fence': {
        if (closesFence(cursor, leaf)) {
          leaf.node.value = leaf.value.replace(FIRST_ENDING, '');
          leaf.node.position!.end = this.#points.at(cursor.end);
          this.#leaf = undefined;
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
        this.#isBlankLine = true;
        return;
      }
      case 'paragraph': {
        if (isBlankLine) break;
        if (!isLazy && this.#beginTable(leaf)) return;
        if (this.#continuesParagraph(isLazy)) {
          const place = cursor.save();
          const indented = cursor.skip(4) === 4;
          cursor.restore(place);
          leaf.lines.push({ from: cursor.at, pending: cursor.pending, end: cursor.end, next: cursor.next, indented });
          return;
        }
        if (!isLazy && this.#endHeading(leaf)) return;
        break;
      }
      default:
    }
    if (leaf && leaf.type !== 'table') this.#closeLeaf('line');
    if (isBlankLine) {
      this.#leaf = undefined;
      this.#isBlankLine = true;
      if (cursor.at < cursor.end || cursor.pending > 0 || !this.#isFresh) this.#isFresh = false;
      return;
    }
    this.#begin(isLazy);
    this.#isFresh = false;
  }

  // Begins a block with a line that is not empty, or adds it to a table.
  #begin(isLazy: boolean): void {
    const cursor = this.#cursor;
    const text = this.#text;
    const points = this.#points;
    const place = cursor.save();
    const indent = cursor.skip(4);
    const table = this.#leaf?.type === 'table' ? this.#leaf : undefined;
    this.#leaf = undefined;
    if (indent === 4) {
      const node = { type: 'code' as const, lang: null, meta: null, value: '', position: points.between(place.at, cursor.end) };
      this.#siblings().push(node);
      this.#leaf = { type: 'indented', node, value: cursor.rest(), blank: '', blankLine: 0, end: cursor.end, isOneLine: isLazy };
      return;
    }
    const { at, end } = cursor;
    switch (text.charCodeAt(at)) {
      case Code.hash: {
        const heading = headingAt(text, at, end, points);
        if (!heading) break;
        this.#siblings().push(heading.node);
        if (heading.end > heading.start) this.#pending.push({ node: heading.node, content: Content.ofRange(text, heading.start, heading.end), item: undefined });
        return;
      }
      case Code.star:
      case Code.dash:
      case Code.underscore: {
        if (!isThematicBreak(text, at, end)) break;
        this.#siblings().push(thematicBreakAt(at, end, points));
        return;
      }
      case Code.backtick:
      case Code.tilde: {
        const fence = fenceAt(text, at, end, indent, points);
        if (!fence) break;
        this.#siblings().push(fence.node);
        this.#leaf = fence;
        return;
      }
      case Code.less: {
        const kind = htmlKindAt(text, at, end);
        if (!kind) break;
        cursor.restore(place);
        const node = { type: 'html' as const, value: '', position: points.between(cursor.at, end) };
        this.#siblings().push(node);
        this.#leaf = { type: 'html', node, kind, value: cursor.rest() };
        if (endsHtml(kind, text, htmlBodyStart(kind, at), end)) this.#endHtml();
        return;
      }
      default:
    }
    if (table && !isLazy) {
      this.#leaf = table;
      this.#addRow(tableRow(text, at, end, points));
      return;
    }
    const mayBeTask = this.#isFresh && indent === 0;
    this.#leaf = { type: 'paragraph', lines: [{ from: at, pending: 0, end, next: cursor.next, indented: false }], mayBeTask };
  }

  // Is the line text of the paragraph above it?
  #continuesParagraph(isLazy: boolean): boolean {
    const cursor = this.#cursor;
    const text = this.#text;
    if (cursor.isBlankFrom()) return false;
    const place = cursor.save();
    const indent = cursor.skip(4);
    const { at, end } = cursor;
    cursor.restore(place);
    if (indent === 4) return true;
    switch (text.charCodeAt(at)) {
      case Code.hash: return !headingAt(text, at, end, this.#points);
      case Code.star:
      case Code.underscore: return !isThematicBreak(text, at, end);
      case Code.dash: return !isThematicBreak(text, at, end) && (isLazy || underlineAt(text, at, end) === undefined);
      case Code.equals: return isLazy || underlineAt(text, at, end) === undefined;
      case Code.backtick:
      case Code.tilde: return !fenceAt(text, at, end, indent, this.#points);
      case Code.less: {
        const kind = htmlKindAt(text, at, end);
        return kind === undefined || (kind === 7 && !isLazy);
      }
      default: return true;
    }
  }

  #isLoneTag(): boolean {
    const { text, at, end, next } = this.#cursor;
    if (next === end) return false;
    let start = at;
    while (isBlank(text.charCodeAt(start))) start++;
    return text.charCodeAt(start) === Code.less && htmlKindAt(text, start, end) === 7;
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
    this.#siblings().push(node);
    this.#leaf = { type: 'table', node };
    this.#queue(row);
    return true;
  }

  #addRow(row: Row): void {
    if (this.#leaf?.type !== 'table') return;
    this.#leaf.node.children.push(row.node);
    this.#leaf.node.position!.end = row.node.position!.end;
    this.#queue(row);
  }

  #queue({ texts }: Row): void {
    for (const { cell, start, end } of texts) this.#pending.push({ node: cell, content: Content.ofRange(this.#text, start, end), item: undefined });
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
    this.#leaf = undefined;
    if (!content) return false;
    const node: Heading = { type: 'heading', depth, children: [], position: this.#points.between(leaf.lines[0]!.from, cursor.end) };
    this.#siblings().push(node);
    this.#pending.push({ node, content, item: undefined });
    return true;
  }

  #endParagraph(leaf: OpenParagraph): void {
    const content = this.#takeDefinitions(leaf.lines);
    if (!content) return;
    const node: Paragraph = { type: 'paragraph', children: [], position: this.#points.between(content.offset(0), content.endOffset(content.text.length)) };
    this.#siblings().push(node);
    const inner = this.#stack.at(-1);
    this.#pending.push({ node, content, item: leaf.mayBeTask && inner?.type === 'list' ? inner.item : undefined });
  }

  // What is left of a paragraph behind the definitions with which it begins.
  #takeDefinitions(lines: readonly ContentLine[]): Content | undefined {
    const content = Content.ofLines(this.#text, lines);
    if (content.text.charCodeAt(0) !== Code.openBracket) return content;
    const { nodes, labels, rest } = readDefinitions(content, this.#points);
    if (nodes.length === 0) return content;
    this.#siblings().push(...nodes);
    for (const label of labels) this.#defined.add(label);
    return content.from(rest);
  }

  // Ends the open block. Where it took the line ending before this line, unclosed, the offset behind that is returned.
  #closeLeaf(how: 'line' | 'end'): number | undefined {
    const leaf = this.#leaf;
    this.#leaf = undefined;
    switch (leaf?.type) {
      case 'paragraph': {
        this.#endParagraph(leaf);
        return undefined;
      }
      case 'fence': {
        const value = leaf.value.replace(FIRST_ENDING, '');
        leaf.node.value = how === 'line' ? value.replace(LAST_ENDING, '') : value;
        return this.#endUnclosed(leaf.node, how);
      }
      case 'html': {
        const takesEnding = how === 'end' && leaf.kind < 6;
        leaf.node.value = takesEnding ? leaf.value + this.#lastEnding() : leaf.value;
        return this.#endUnclosed(leaf.node, takesEnding ? 'end' : 'line');
      }
      case 'indented': {
        leaf.node.value = leaf.value.replace(LAST_ENDING, '');
        leaf.node.position!.end = this.#points.at(leaf.end);
        const inner = this.#stack.at(-1);
        if (inner && leaf.blankLine > 0) inner.blank = leaf.blankLine;
        return undefined;
      }
      default: return undefined;
    }
  }

  #endUnclosed(node: RootContent, how: 'line' | 'end'): number | undefined {
    const end = how === 'line' ? this.#lastEnd : this.#lastNext;
    node.position!.end = this.#points.at(end);
    return how === 'end' && this.#lastNext > this.#lastEnd ? end : undefined;
  }

  #endHtml(): void {
    if (this.#leaf?.type !== 'html') return;
    this.#leaf.node.value = this.#leaf.value;
    this.#leaf.node.position!.end = this.#points.at(this.#cursor.end);
    this.#leaf = undefined;
  }

  #lastEnding(): string {
    return this.#text.slice(this.#lastEnd, this.#lastNext);
  }
}

const FIRST_ENDING = /^(?:\r?\n|\r)/;
const LAST_ENDING = /(?:\r?\n|\r)$/;
