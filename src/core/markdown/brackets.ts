import type { Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { decodeString } from 'micromark-util-decode-string';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Inline } from './attention.ts';
import { Code } from './characters.ts';
import type { Content } from './content.ts';
import type { Position } from './points.ts';
import { scanDestination, scanLabel, skipWhitespace, Titles, titleText, type Scanned } from './targets.ts';
import type { Range } from '../lines.ts';

/** What brackets need of the text around them. */
export interface BracketSurroundings {
  readonly position: (from: number, to: number) => Position;
  /** Makes nodes of what stands between two brackets. */
  readonly close: (items: readonly Inline[]) => PhrasingContent[];
  readonly nest: (node: object, children: readonly PhrasingContent[]) => void;
}

interface Opener {
  readonly isImage: boolean;
  /** Where the bracket, or the mark before it, stands in the text. */
  readonly from: number;
  /** Behind the bracket. */
  readonly to: number;
  /** How many items there were before it. */
  readonly index: number;
  /** A link around another link is none. */
  isInactive: boolean;
  /** No definition has a label with brackets in it. */
  hasBrackets: boolean;
}

/** Parentheses that may be open at once in the destination of a link. */
const DEEPEST_PARENTHESES = 32;

/** The open brackets of one text, and the links and images that closing ones make. */
export class Brackets {
  readonly #content: Content;
  readonly #text: string;
  readonly #defined: ReadonlySet<string>;
  readonly #items: Inline[];
  readonly #around: BracketSurroundings;
  readonly #titles: Titles;
  readonly #openers: Opener[] = [];
  /** Those of `#openers` that may still become a link around nothing but text. */
  readonly #active: Opener[] = [];

  constructor(content: Content, defined: ReadonlySet<string>, items: Inline[], around: BracketSurroundings) {
    this.#content = content;
    this.#text = content.text;
    this.#defined = defined;
    this.#items = items;
    this.#around = around;
    this.#titles = new Titles(content.text);
  }

  open(at: number, size: 1 | 2): void {
    const last = this.#openers.at(-1);
    if (last) last.hasBrackets = true;
    const opener = { isImage: size === 2, from: at, to: at + size, index: this.#items.length, isInactive: false, hasBrackets: false };
    this.#openers.push(opener);
    if (size === 1) this.#active.push(opener);
  }

  /** Closes the last open bracket at `at`: where that makes a link or an image, the index behind it. */
  close(at: number): number | undefined {
    const opener = this.#openers.pop();
    if (!opener) return undefined;
    const outer = this.#openers.at(-1);
    if (outer) outer.hasBrackets = true;
    if (opener.isInactive) return undefined;
    const made = this.#make(opener, at);
    if (!made) return undefined;
    this.#items.length = opener.index;
    this.#items.push(made.node);
    if (!opener.isImage) {
      for (const active of this.#active) active.isInactive = true;
      this.#active.length = 0;
    }
    return made.next;
  }

  #make(opener: Opener, at: number): { readonly node: Link | Image | LinkReference | ImageReference; readonly next: number } | undefined {
    const text = this.#text;
    const label = text.slice(opener.to, at);
    const isDefined = !opener.hasBrackets && this.#defined.size > 0 && this.#defined.has(normalizeIdentifier(label));
    const code = text.charCodeAt(at + 1);
    if (code === Code.open) {
      const resource = this.#resource(at + 1);
      if (resource) return { node: this.#node(opener, resource.next, resource), next: resource.next };
    } else if (code === Code.openBracket) {
      const full = scanLabel(text, at + 1);
      const words = full && text.slice(full.start, full.end);
      if (full && this.#defined.has(normalizeIdentifier(words!))) return { node: this.#reference(opener, full.next, 'full', words!), next: full.next };
      if (!isDefined || text.charCodeAt(at + 2) !== Code.closeBracket) return undefined;
      return { node: this.#reference(opener, at + 3, 'collapsed', label), next: at + 3 };
    }
    return isDefined ? { node: this.#reference(opener, at + 1, 'shortcut', label), next: at + 1 } : undefined;
  }

  #resource(at: number): Resource | undefined {
    const text = this.#text;
    const start = skipWhitespace(text, at + 1);
    if (text.charCodeAt(start) === Code.close) return { url: '', title: null, destination: undefined, next: start + 1 };
    const destination = scanDestination(text, start, DEEPEST_PARENTHESES);
    if (!destination) return undefined;
    let next = skipWhitespace(text, destination.next);
    let title: Scanned | undefined;
    if (next > destination.next && next < text.length && /["'(]/.test(text[next]!)) {
      title = this.#titles.scan(next);
      if (!title) return undefined;
      next = skipWhitespace(text, title.next);
    }
    if (text.charCodeAt(next) !== Code.close) return undefined;
    const words = title && titleText(text, title);
    return {
      url: decodeString(text.slice(destination.start, destination.end)),
      title: words === undefined ? null : decodeString(words),
      destination: { start: this.#content.offset(destination.start), end: this.#content.endOffset(destination.end) },
      next: next + 1,
    };
  }

  #node(opener: Opener, end: number, { url, title, destination }: Resource): Link | Image {
    const children = this.#children(opener);
    const data = destination && { data: { destination } };
    const position = this.#around.position(opener.from, end);
    const node: Link | Image = opener.isImage ? { type: 'image', title, url, alt: toString({ children }), ...data, position } : { type: 'link', title, url, children, ...data, position };
    this.#around.nest(node, children);
    return node;
  }

  #reference(opener: Opener, end: number, referenceType: 'full' | 'collapsed' | 'shortcut', label: string): LinkReference | ImageReference {
    const children = this.#children(opener);
    const about = { identifier: normalizeIdentifier(label).toLowerCase(), label: decodeString(label), referenceType, position: this.#around.position(opener.from, end) };
    const node: LinkReference | ImageReference = opener.isImage ? { type: 'imageReference', alt: toString({ children }), ...about } : { type: 'linkReference', children, ...about };
    this.#around.nest(node, children);
    return node;
  }

  #children(opener: Opener): PhrasingContent[] {
    // The first item is the bracket itself.
    return this.#around.close(this.#items.slice(opener.index + 1));
  }
}

interface Resource {
  readonly url: string;
  readonly title: string | null;
  /** Where the destination is written in the document; undefined where there is none. */
  readonly destination: Range | undefined;
  readonly next: number;
}
