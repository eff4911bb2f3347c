import GithubSlugger from 'github-slugger';
import { toString } from 'mdast-util-to-string';
import { rangeOf, type Document } from './document.ts';
import { eachBlock, eachNode } from './markdown/each-node.ts';

/** The places of one document that a `#fragment` can name. */
export interface Anchors {
  readonly all: ReadonlySet<string>;
  /** All of them in the form in which `looseAnchor` brings a fragment. */
  readonly loose: ReadonlySet<string>;
}

/** The places of a document: its headings, as GitHub calls them, and what its HTML and heading attributes name. */
export function anchorsOf(document: Document): Anchors {
  const slugger = new GithubSlugger();
  const all = new Set<string>();
  // In a paragraph, only HTML names a place.
  const each = NAMED.test(document.text) ? eachNode : eachBlock;
  each(document.tree, (node) => {
    if (node.type === 'heading') {
      const text = toString(node, { includeImageAlt: false, includeHtml: false });
      const own = OWN_ANCHOR.exec(text);
      if (own) all.add(own[1]!);
      all.add(slugger.slug(own ? text.slice(0, own.index).trimEnd() : text));
    } else if (node.type === 'html') {
      for (const named of node.value.matchAll(/\s(?:id|name)\s{0,3}=\s{0,3}(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^\s"'<>]{1,200}))/gi)) all.add((named[1] ?? named[2] ?? named[3])!);
      for (const heading of node.value.matchAll(/<h[1-6](?:\s[^<>]{0,200})?>([^<]{1,300})/gi)) all.add(slugger.slug(heading[1]!.trim()));
    }
  });
  const made: Set<string>[] = [];
  return { all, get loose() { return (made[0] ??= new Set([...all].map(looseAnchor))); } };
}

const NAMED = /(?:id|name)[\s>]*=|<h[1-6]/i;

/** An anchor as every renderer would understand it: letters and digits alone, without the number in front of a heading. */
export function looseAnchor(anchor: string): string {
  const bare = anchor.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  return bare.replace(/^\d+(?=\D)/, '');
}

/** The anchors of the headings, as GitHub calls them, by where each begins. */
export function headingAnchors(document: Document): ReadonlyMap<number, string> {
  const slugger = new GithubSlugger();
  const found = new Map<number, string>();
  eachBlock(document.tree, (node) => {
    if (node.type !== 'heading') return;
    const text = toString(node, { includeImageAlt: false, includeHtml: false });
    const own = OWN_ANCHOR.exec(text);
    const slug = slugger.slug(own ? text.slice(0, own.index).trimEnd() : text);
    found.set(rangeOf(node).start, own?.[1] ?? slug);
  });
  return found;
}

const OWN_ANCHOR = /\{#([^{}\s]{1,200})[^{}]{0,200}\}\s*$/;
