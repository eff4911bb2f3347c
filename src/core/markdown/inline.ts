import type { PhrasingContent, Text } from 'mdast';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { decodeString } from 'micromark-util-decode-string';
import { resolveSpans, type Inline, type Piece } from './attention.ts';
import { Brackets } from './brackets.ts';
import { classOf, Code, isBlank, isDigit, isLetter, isLineEnding } from './characters.ts';
import type { Content } from './content.ts';
import { HtmlTags } from './html.ts';
import type { Points, Position } from './points.ts';
import { TooDeep } from './too-deep.ts';

/** What is known of the whole document when its text is read. */
export interface InlineContext {
  readonly points: Points;
  /** The normalised labels of all definitions. */
  readonly defined: ReadonlySet<string>;
  /** How deep emphasis, links and images may nest. */
  readonly deepest: number;
}

/** Where a text stands matters for two things only: a pipe escaped in a cell's code, and the box of a task. */
export interface InlinePlace {
  readonly inTable?: boolean;
  /** Takes the mark between the brackets when the text begins with a box. */
  readonly onTask?: (checked: boolean) => void;
}

/** Reads text with its emphasis, links, code and HTML. */
export function readInline(content: Content, context: InlineContext, place: InlinePlace = {}): PhrasingContent[] {
  return new InlineReader(content, context, place).read();
}

const SPECIAL = new Uint8Array(128);
for (const code of [Code.lf, Code.cr, Code.bang, Code.ampersand, Code.star, Code.less, Code.openBracket, Code.backslash, Code.closeBracket, Code.underscore, Code.backtick, Code.tilde]) SPECIAL[code] = 1;

class InlineReader {
  readonly #content: Content;
  readonly #text: string;
  readonly #points: Points;
  readonly #deepest: number;
  readonly #place: InlinePlace;
  readonly #items: Inline[] = [];
  readonly #html: HtmlTags;
  readonly #brackets: Brackets;
  /** For each length of a run of backticks, where the last such run begins. */
  #lastRuns: Map<number, number> | undefined;
  /** The kind of delimiter that was seen first decides which spans are made first. */
  #tildesFirst: boolean | undefined;
  readonly #depths = new Map<object, number>();
  #at = 0;
  /** Where the plain text before `#at` begins. */
  #plain = 0;

  constructor(content: Content, context: InlineContext, place: InlinePlace) {
    this.#content = content;
    this.#text = content.text;
    this.#points = context.points;
    this.#deepest = context.deepest;
    this.#place = place;
    this.#html = new HtmlTags(content.text);
    this.#brackets = new Brackets(content, context.defined, this.#items, {
      position: (from, to) => this.#position(from, to),
      close: (items) => this.#close(items, true),
      nest: (node, children) => this.#nest(node, children),
    });
  }

  read(): PhrasingContent[] {
    const text = this.#text;
    if (this.#place.onTask) this.#task(this.#place.onTask);
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
      if (code < 128 && SPECIAL[code] === 1) this.#special(code);
      else this.#at++;
    }
    let end = text.length;
    while (end > this.#plain && isBlank(text.charCodeAt(end - 1))) end--;
    this.#flush(end);
    return this.#close(this.#items, this.#tildesFirst ?? true);
  }

  #special(code: number): void {
    switch (code) {
      case Code.lf:
      case Code.cr: return this.#lineEnding();
      case Code.backslash: return this.#escape();
      case Code.ampersand: return this.#reference();
      case Code.backtick: return this.#code();
      case Code.less: return this.#angle();
      case Code.star:
      case Code.underscore:
      case Code.tilde: return this.#delimiter(code);
      case Code.bang: return this.#text.charCodeAt(this.#at + 1) === Code.openBracket ? this.#open(2) : void this.#at++;
      case Code.openBracket: return this.#open(1);
      default: return this.#closeBracket();
    }
  }

  #position(from: number, to: number): Position {
    return this.#points.between(this.#content.offset(from), this.#content.endOffset(to));
  }

  // Makes a piece of the plain text up to `end`; what stands between `end` and `next` is left out.
  #flush(end: number, next = end): void {
    if (end > this.#plain) this.#items.push({ type: 'piece', value: this.#text.slice(this.#plain, end), from: this.#plain, to: end });
    this.#plain = this.#at = next;
  }

  #push(node: Inline, next: number): void {
    this.#flush(this.#at);
    this.#items.push(node);
    this.#plain = this.#at = next;
  }

  #lineEnding(): void {
    const text = this.#text;
    const at = this.#at;
    let end = at;
    let hasTab = false;
    while (end > this.#plain && isBlank(text.charCodeAt(end - 1))) {
      end--;
      if (text.charCodeAt(end) === Code.tab) hasTab = true;
    }
    const next = this.#lineEndingEnd(at);
    this.#flush(end, at);
    if (at - end >= 2 && !hasTab) this.#items.push({ type: 'break', position: this.#position(end, next) });
    else this.#items.push({ type: 'piece', value: text.slice(at, next), from: at, to: next });
    let from = next;
    while (from < text.length && isBlank(text.charCodeAt(from))) from++;
    this.#plain = this.#at = from;
  }

  #lineEndingEnd(at: number): number {
    return at + (this.#text.charCodeAt(at) === Code.cr && this.#text.charCodeAt(at + 1) === Code.lf ? 2 : 1);
  }

  #escape(): void {
    const text = this.#text;
    const at = this.#at;
    const code = text.charCodeAt(at + 1);
    if (isLineEnding(code)) {
      const next = this.#lineEndingEnd(at + 1);
      let from = next;
      while (from < text.length && isBlank(text.charCodeAt(from))) from++;
      return this.#push({ type: 'break', position: this.#position(at, next) }, from);
    }
    if (code > 32 && code < 127 && !isLetter(code) && !isDigit(code)) return this.#push({ type: 'piece', value: text[at + 1]!, from: at, to: at + 2 }, at + 2);
    this.#at++;
  }

  #reference(): void {
    const at = this.#at;
    const found = /^&(?:#(?:\d{1,7}|[xX][\da-fA-F]{1,6})|([\da-zA-Z]{1,31}));/.exec(this.#text.slice(at, at + 34));
    if (!found || (found[1] !== undefined && decodeNamedCharacterReference(found[1]) === false)) return void this.#at++;
    const next = at + found[0].length;
    this.#push({ type: 'piece', value: decodeString(found[0]), from: at, to: next }, next);
  }

  #code(): void {
    const text = this.#text;
    const at = this.#at;
    let start = at;
    while (text.charCodeAt(start) === Code.backtick) start++;
    const size = start - at;
    this.#lastRuns ??= lastRunsOf(text);
    if ((this.#lastRuns.get(size) ?? -1) < start) return void (this.#at = start);
    let end = start;
    for (let length = 0; length !== size; ) {
      end = text.indexOf('`', end + length);
      length = 1;
      while (text.charCodeAt(end + length) === Code.backtick) length++;
    }
    let value = withoutPadding(text.slice(start, end));
    if (this.#place.inTable) value = value.replace(/\\([\\|])/g, (whole, escaped: string) => (escaped === '|' ? escaped : whole));
    this.#push({ type: 'inlineCode', value, position: this.#position(at, end + size) }, end + size);
  }

  #angle(): void {
    const text = this.#text;
    const at = this.#at;
    const link = autolinkAt(text, at);
    if (link) {
      const value = text.slice(at + 1, link.end);
      const child: Text = { type: 'text', value, position: this.#position(at + 1, link.end) };
      return this.#push({ type: 'link', title: null, url: link.isMail ? `mailto:${value}` : value, children: [child], position: this.#position(at, link.end + 1) }, link.end + 1);
    }
    const end = this.#html.end(at);
    if (end === undefined) return void this.#at++;
    this.#push({ type: 'html', value: text.slice(at, end).replace(/(\r\n|\n|\r)([ \t]{1,3})/g, (_, ending: string, blanks: string) => ending + withoutPrefix(blanks)), position: this.#position(at, end) }, end);
  }

  #delimiter(code: number): void {
    const text = this.#text;
    const from = this.#at;
    let to = from + 1;
    while (text.charCodeAt(to) === code) to++;
    if (code === Code.tilde && to - from > 2) return void (this.#at = to);
    const before = classOf(text, from - 1);
    const after = classOf(text, to);
    let opens = after === 0 || (after === 2 && before !== 0);
    let closes = before === 0 || (before === 2 && after !== 0);
    if (code === Code.tilde) this.#tildesFirst ??= true;
    else {
      opens ||= text.charCodeAt(to) === Code.tilde;
      closes ||= text.charCodeAt(from - 1) === Code.tilde;
      if (code === Code.underscore) [opens, closes] = [opens && (before !== 0 || !closes), closes && (after !== 0 || !opens)];
      this.#tildesFirst ??= false;
    }
    this.#push({ type: 'delimiter', code, from, to, opens, closes }, to);
  }

  #open(size: 1 | 2): void {
    const at = this.#at;
    this.#flush(at);
    this.#brackets.open(at, size);
    this.#plain = at;
    this.#flush(at + size);
  }

  #closeBracket(): void {
    this.#flush(this.#at);
    const next = this.#brackets.close(this.#at);
    this.#plain = this.#at = next ?? this.#at;
    if (next === undefined) this.#at++;
  }

  #task(onTask: (checked: boolean) => void): void {
    const found = /^\[([ \txX\r\n])\](?=[\r\n]|[ \t]+[^ \t])/.exec(this.#text);
    if (!found) return;
    onTask(/[xX]/.test(found[1]!));
    this.#plain = this.#at = found[0].length;
  }

  // Nodes of what was collected, with neighbouring text joined.
  #close(items: readonly Inline[], tildesFirst: boolean): PhrasingContent[] {
    const nodes: PhrasingContent[] = [];
    let value = '';
    let from = -1;
    let to = 0;
    const flush = (): void => {
      if (from < 0) return;
      nodes.push({ type: 'text', value, position: this.#position(from, to) });
      from = -1;
    };
    const resolved = resolveSpans(items, tildesFirst, (type, start, end, children) => {
      const node = { type, children: this.#close(children, true), position: this.#position(start, end) };
      this.#nest(node, node.children);
      return node;
    });
    for (const item of resolved as readonly (PhrasingContent | Piece)[]) {
      if (item.type !== 'piece') {
        flush();
        nodes.push(item);
      } else if (from < 0) {
        ({ value, from, to } = item);
      } else {
        value += item.value;
        to = item.to;
      }
    }
    flush();
    return nodes;
  }

  #nest(node: object, children: readonly PhrasingContent[]): void {
    let depth = 0;
    for (const child of children) depth = Math.max(depth, this.#depths.get(child) ?? 0);
    if (++depth > this.#deepest) throw new TooDeep('spans', depth, { start: this.#content.offset(0), end: this.#content.endOffset(this.#text.length) });
    this.#depths.set(node, depth);
  }
}

function lastRunsOf(text: string): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = text.indexOf('`'); at >= 0; ) {
    let end = at;
    while (text.charCodeAt(end) === Code.backtick) end++;
    found.set(end - at, at);
    at = text.indexOf('`', end);
  }
  return found;
}

// A space or a line ending on both sides belongs to the marks, unless there is nothing else.
function withoutPadding(value: string): string {
  const start = /^(?: |\r\n|\n|\r)/.exec(value);
  const end = /(?: |\r\n|\n|\r)$/.exec(value);
  return start && end && /[^ \r\n]/.test(value) ? value.slice(start[0].length, end.index) : value;
}

const URI = /^[a-z][a-z\d+.-]{1,31}:[^<>\u0000-\u0020\u007F]*$/i;
const MAIL = /^[#-'*+\--9=?A-Z^-~]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

function autolinkAt(text: string, at: number): { readonly end: number; readonly isMail: boolean } | undefined {
  let end = at + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === Code.greater) break;
    if (code <= Code.space || code === Code.less || code === 127) return undefined;
  }
  if (end === text.length) return undefined;
  const target = text.slice(at + 1, end);
  return URI.test(target) ? { end, isMail: false } : MAIL.test(target) ? { end, isMail: true } : undefined;
}

// micromark takes up to three columns of blanks from a line of HTML; of a tab that is wider, spaces are left.
function withoutPrefix(blanks: string): string {
  const tab = blanks.indexOf('\t');
  return tab < 0 ? '' : ` ${blanks.slice(tab + 1)}`;
}
