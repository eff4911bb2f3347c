import type { Root, RootContent } from 'mdast';
import type { Lines } from '../lines.ts';
import { Code, isDigit } from './characters.ts';
import { closeContainer, nextItem, openList, takeItemPrefix, type Container, type ItemPrefix, type OpenList } from './containers.ts';
import { Cursor } from './cursor.ts';
import { Flow, type PendingText } from './flow.ts';
import { continuesParagraph, isLoneTag } from './leaves.ts';
import type { Points } from './points.ts';
import { TooDeep } from './too-deep.ts';

// Is it the first character of a quote's or a list item's mark?
function mayOpen(code: number): boolean {
  return code === Code.greater || code === Code.dash || code === Code.star || code === Code.plus || isDigit(code);
}

export interface Blocks {
  readonly root: Root;
  readonly pending: readonly PendingText[];
  /** The normalised labels of the definitions. */
  readonly defined: ReadonlySet<string>;
}

/** What the blocks of a text are read with. */
export interface BlockContext {
  readonly points: Points;
  readonly lines: Lines;
  /** How deep quotes and lists may nest. */
  readonly most: number;
  /** No line begins a quote or a list. */
  readonly withoutContainers: boolean;
}

/** Reads the blocks of a text behind those of its first lines, which are known. */
export function readBlocks(text: string, context: BlockContext, first: RootContent[], linesBefore: number): Blocks {
  return new BlockReader(text, context, first, linesBefore).read();
}

class BlockReader {
  readonly #text: string;
  readonly #cursor: Cursor;
  readonly #points: Points;
  readonly #most: number;
  readonly #withoutContainers: boolean;
  readonly #root: Root;
  readonly #stack: Container[] = [];
  readonly #flow: Flow;

  constructor(text: string, { points, lines, most, withoutContainers }: BlockContext, first: RootContent[], linesBefore: number) {
    this.#text = text;
    this.#most = most;
    this.#withoutContainers = withoutContainers;
    this.#cursor = new Cursor(text, lines, linesBefore);
    this.#points = points;
    this.#root = { type: 'root', children: first, position: this.#points.between(0, text.length) };
    this.#flow = new Flow(this.#cursor, this.#points, this.#root, this.#stack);
  }

  read(): Blocks {
    const cursor = this.#cursor;
    // Where the text ends with a line ending, what follows it is an empty line that no quote goes on in.
    let isLazy: boolean | undefined;
    while (cursor.nextLine()) {
      isLazy = this.#line();
      if (isLazy !== undefined) break;
      this.#flow.lineDone();
    }
    isLazy ??= this.#flow.endsWithLineEnding && this.#stack.some(({ type }) => type === 'quote');
    const swallowed = this.#flow.closeLeaf(isLazy ? 'line' : 'end');
    this.#closeContainers(0, undefined, swallowed === undefined ? undefined : this.#text.length);
    return { root: this.#root, pending: this.#flow.pending, defined: this.#flow.defined };
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
    const isConcrete = this.#flow.leaf?.type === 'fence' || this.#flow.leaf?.type === 'html';
    let isLazy = false;
    if (hasNewItem || continued < stack.length || !isConcrete) {
      const interrupts = continued === stack.length && (this.#flow.leaf?.type === 'paragraph' || this.#flow.leaf?.type === 'indented');
      const opened = this.#withoutContainers ? 0 : this.#openContainers(continued, deepest, interrupts);
      if (opened > 0) deepest = stack.length - 1;
      else isLazy = continued < stack.length;
    }
    if (stack.length > this.#most) throw this.#tooDeep();
    const isOver = cursor.at === this.#text.length && cursor.pending === 0;
    if (isOver) this.#flow.isBlankLine = true;
    else if (isLazy) this.#lazyLine(continued);
    else this.#flow.line(false);
    this.#mark(deepest);
    return isOver ? isLazy : undefined;
  }

  // Notes for each container how far the line reaches into it.
  #mark(deepest: number): void {
    if (this.#stack.length === 0) return;
    const { line, end } = this.#cursor;
    const isBlank = this.#flow.isBlankLine;
    const inner = this.#stack.at(-1);
    if (!isBlank || deepest >= 0) {
      const mark = { line, end };
      for (let index = 0; index < this.#stack.length; index++) {
        const container = this.#stack[index]!;
        container.marked = mark;
        if (container.type !== 'list' || (isBlank && index > deepest)) continue;
        container.solid = mark;
        if (container.blank > 0) container.item.spread = true;
        container.blank = 0;
      }
    }
    // An empty line in an indented block is the block's own, unless no more code comes.
    if (isBlank && inner && this.#flow.leaf?.type !== 'indented' && !(inner.type === 'list' && inner.itemLine === line)) inner.blank = line;
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
    if (cursor.isBlank) {
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
    const swallowed = this.#flow.closeLeaf('end');
    this.#closeContainers(index + 1, undefined, swallowed);
    nextItem(list, prefix, this.#lineMark(), this.#points, swallowed !== undefined, this.#cursor.at);
    this.#flow.isFresh = true;
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
      if (!mayOpen(this.#text.charCodeAt(cursor.solid))) return opened;
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
        const swallowed = this.#flow.closeLeaf('end');
        this.#closeContainers(continued, deepest >= 0 && this.#hasQuoteUpTo(continued) ? before : undefined, swallowed);
      }
      const siblings = this.#flow.siblings();
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
      this.#flow.isFresh = prefix !== undefined;
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
    if (this.#flow.leaf?.type === 'paragraph' && (continuesParagraph(this.#cursor, true, this.#points) || isLoneTag(this.#cursor))) return this.#flow.line(true);
    this.#flow.closeLeaf('line');
    this.#closeContainers(continued, undefined, undefined);
    this.#flow.isFresh = false;
    this.#flow.line(true);
  }
}
