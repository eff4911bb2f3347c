import { rangeOf, type Document } from '../document.ts';
import { lineEndingOf, type Edit } from '../edit.ts';
import { say, type Language, type Text } from '../language.ts';
import type { Drawn } from './drawn.ts';
import { KEY, printOf } from './prints.ts';

/** What a document remembers of one line that was drawn into it: which one it was, and how it was written. */
export interface Token {
  readonly key: string;
  readonly print: string;
}

const COMMENT = /^<!--[ \t]*docket:drawn\b([^>]*)-->/i;
const TOKEN = /(?<![^\s])[0-9a-z]{10}(?![^\s])/g;
const ABOUT: Text = { en: 'tells the lines that Docket drew from yours', ko: 'Docket이 넣은 줄과 직접 쓴 줄을 구분합니다' };

/** What the comment of a document says of the lines that were drawn into it; empty where there is none. */
export function memoryIn(document: Document): readonly Token[] {
  const words = commentIn(document)?.words ?? '';
  return (words.slice(words.indexOf(':') + 1).match(TOKEN) ?? []).map((word) => ({ key: word.slice(0, KEY), print: word.slice(KEY) }));
}

/** The token of a line as it is drawn. */
export function tokenOf({ key, text }: Drawn): Token {
  return { key, print: printOf(text) };
}

/** The edit that lets a document remember these, at its end; none where it does already. */
export function remember(document: Document, tokens: readonly Token[], language: Language): Edit[] {
  const written = tokens.map(({ key, print }) => ` ${key}${print}`).join('');
  const found = commentIn(document);
  if (found) {
    const colon = found.words.indexOf(':') + 1;
    const old = found.words.slice(colon);
    const start = found.start + colon;
    return old.trim() === written.trim() ? [] : [{ range: { start, end: start + old.length }, newText: `${written} ` }];
  }
  const ending = lineEndingOf(document.text);
  const comment = `<!-- docket:drawn, ${say(ABOUT, language)}:${written} -->`;
  const end = document.text.length;
  const isClosed = /[\r\n]$/.test(document.text);
  return [{ range: { start: end, end }, newText: isClosed ? `${ending}${comment}${ending}` : `${ending}${ending}${comment}` }];
}

function commentIn(document: Document): { readonly words: string; readonly start: number } | undefined {
  const node = document.tree.children.findLast((one) => one.type === 'html' && COMMENT.test(one.value));
  const found = node?.type === 'html' ? COMMENT.exec(node.value) : null;
  return node && found ? { words: found[1]!, start: rangeOf(node).start + found[0].length - '-->'.length - found[1]!.length } : undefined;
}
