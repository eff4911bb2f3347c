import type { PhrasingContent, Text } from 'mdast';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { decodeString } from 'micromark-util-decode-string';
import { resolveSpans, type Inline, type MakeSpan, type Piece } from './attention.ts';
import { Brackets, type BracketSurroundings } from './brackets.ts';
import { classOf, Code, isBlank, isDigit, isLetter, isLineEnding } from './characters.ts';
import { Content } from './content.ts';
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

const SPECIAL = /[\n\r!&*<[\\\]_`~]/g;

/** Reads the texts of a document with their emphasis, links, code and HTML. */
export class InlineReader {
  readonly #context: InlineContext;
  readonly #around: BracketSurroundings;
  readonly #makeSpan: MakeSpan;
  readonly #depths = new Map<object, number>();
  #content = Content.ofRange('', 0, 0);
  #text = '';
  #inTable = false;
  #items: Inline[] = [];
  #html: HtmlTags | undefined;
  #brackets: Brackets | undefined;
  /** For each length of a run of backticks, where the last such run begins; looked for where one is not closed. */
  #lastRuns: Map<number, number> | undefined;
  /** The kind of delimiter that was seen first decides which spans are made first. */
  #tildesFirst: boolean | undefined;
  #at = 0;
  /** Where the plain text before `#at` begins. */
  #plain = 0;

  constructor(context: InlineContext) {
    this.#context = context;
    this.#around = {
      position: (from, to) => this.#position(from, to),
      close: (items) => this.#close(items, true),
      nest: (node, children) => this.#nest(node, children),
    };
    this.#makeSpan = (type, start, end, children) => {
      const node = { type, children: this.#close(children, true), position: this.#position(start, end) };
      this.#nest(node, node.children);
      return node;
    };
  }

  /** Reads a text from the index `from` on; in a table a pipe may be escaped within code. */
  read(content: Content, from: number, inTable: boolean): PhrasingContent[] {
    const { text } = content;
    this.#content = content;
    const first = nextSpecial(text, from);
    if (first === text.length) return this.#plainText(text, from);
    this.#text = text;
    this.#inTable = inTable;
    this.#items = [];
    this.#html = this.#brackets = this.#lastRuns = this.#tildesFirst = undefined;
    this.#plain = from;
    for (this.#at = first; this.#at < text.length; this.#at = nextSpecial(text, this.#at)) this.#special(text.charCodeAt(this.#at));
    this.#flush(withoutBlanks(text, this.#plain));
    return this.#close(this.#items, this.#tildesFirst ?? true);
  }

  // Most texts have nothing in them but words.
  #plainText(text: string, from: number): PhrasingContent[] {
    const end = withoutBlanks(text, from);
    return end > from ? [{ type: 'text', value: text.slice(from, end), position: this.#position(from, end) }] : [];
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
    return this.#context.points.between(this.#content.offset(from), this.#content.endOffset(to));
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
    if (this.#lastRuns && (this.#lastRuns.get(size) ?? -1) < start) return void (this.#at = start);
    let end = start;
    for (let length = 0; length !== size; ) {
      end = text.indexOf('`', end + length);
      if (end < 0) {
        this.#lastRuns = lastRunsOf(text);
        return void (this.#at = start);
      }
      length = 1;
      while (text.charCodeAt(end + length) === Code.backtick) length++;
    }
    let value = withoutPadding(text.slice(start, end));
    if (this.#inTable) value = value.replace(/\\([\\|])/g, (whole, escaped: string) => (escaped === '|' ? escaped : whole));
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
    this.#html ??= new HtmlTags(text);
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
    this.#brackets ??= new Brackets(this.#content, this.#context.defined, this.#items, this.#around);
    this.#brackets.open(at, size);
    this.#plain = at;
    this.#flush(at + size);
  }

  #closeBracket(): void {
    if (!this.#brackets) return void this.#at++;
    this.#flush(this.#at);
    const next = this.#brackets.close(this.#at);
    this.#plain = this.#at = next ?? this.#at;
    if (next === undefined) this.#at++;
  }

  // Nodes of what was collected, with neighbouring text joined.
  #close(items: readonly Inline[], tildesFirst: boolean): PhrasingContent[] {
    const nodes: PhrasingContent[] = [];
    const parts = resolveSpans(items, tildesFirst, this.#makeSpan) as readonly (PhrasingContent | Piece)[];
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index]!;
      if (part.type !== 'piece') {
        nodes.push(part);
        continue;
      }
      let { value, to } = part;
      for (let next = parts[index + 1]; next?.type === 'piece'; next = parts[++index + 1]) {
        value += next.value;
        to = next.to;
      }
      nodes.push({ type: 'text', value, position: this.#position(part.from, to) });
    }
    // An array that was added to has room for many more, and lives as long as the tree.
    return nodes.slice();
  }

  #nest(node: object, children: readonly PhrasingContent[]): void {
    let depth = 0;
    for (const child of children) depth = Math.max(depth, this.#depths.get(child) ?? 0);
    if (++depth > this.#context.deepest) throw new TooDeep('spans', depth, { start: this.#content.offset(0), end: this.#content.endOffset(this.#text.length) });
    this.#depths.set(node, depth);
  }
}

// Where the text from `from` on ends without the blanks behind it.
function withoutBlanks(text: string, from: number): number {
  let end = text.length;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

// The index of the next character that may be more than text; a line ending without blanks on either side is text.
function nextSpecial(text: string, from: number): number {
  SPECIAL.lastIndex = from;
  while (SPECIAL.test(text)) {
    const at = SPECIAL.lastIndex - 1;
    if (text.charCodeAt(at) !== Code.lf || at === 0 || isBlank(text.charCodeAt(at - 1)) || isBlank(text.charCodeAt(at + 1))) return at;
  }
  return text.length;
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
  if (!isPadding(value.charCodeAt(0)) || !isPadding(value.charCodeAt(value.length - 1))) return value;
  const start = /^(?: |\r\n|\n|\r)/.exec(value);
  const end = /(?: |\r\n|\n|\r)$/.exec(value);
  return start && end && /[^ \r\n]/.test(value) ? value.slice(start[0].length, end.index) : value;
}

function isPadding(code: number): boolean {
  return code === Code.space || isLineEnding(code);
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
