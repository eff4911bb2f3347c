import { isMap, isScalar, isSeq, parseDocument as parseYaml, type Node } from 'yaml';
import type { Document } from '../document.ts';
import { YAML_OPTIONS } from '../front-matter.ts';
import type { Range } from '../lines.ts';
import { fieldRoles, type Vocabulary } from '../vocabulary/index.ts';
import type { Claim, Dialect } from './dialect.ts';
import { claimsOfField, claimsOfRole } from './field.ts';
import { linesOf } from './keyed-line.ts';

/** YAML between two `---` lines at the top, with any of the many names that its keys have. */
export const frontMatter: Dialect = {
  id: 'front-matter',
  read(document, vocabulary) {
    const { frontMatter: matter } = document;
    if (matter?.error) return brokenClaims(document, vocabulary, matter.content);
    if (matter) return yamlClaims(document, vocabulary, 'front-matter', matter.yaml, matter.content.start, 100);
    const late = lateFrontMatter(document);
    return late ? yamlClaims(document, vocabulary, 'front-matter', late.yaml, late.content.start, 98) : [];
  },
};

/** A YAML block between two `---` lines with nothing but blank lines and comments before it, which Markdown takes for a rule and a heading. */
export function lateFrontMatter(document: Document): { readonly content: Range; readonly end: number; readonly yaml: Node } | undefined {
  if (document.frontMatter || !document.preamble.length) return undefined;
  const { text } = document;
  const opening = /---[ \t]*(?:\r\n|\n|\r)/y;
  opening.lastIndex = behindBlanks(text);
  const fence = opening.exec(text);
  if (!fence) return undefined;
  const start = opening.lastIndex;
  const part = text.slice(start, start + LONGEST);
  const closing = /(?:\r\n|\n|\r)---[ \t]*(?=\r|\n|$)/.exec(part);
  const source = closing && part.slice(0, closing.index);
  if (!closing || !source || !/^[\p{L}][\p{L}\d _-]{0,40}:/u.test(source)) return undefined;
  const yaml = parseYaml(source.replace(/\r(?!\n)/g, '\n'), YAML_OPTIONS);
  if (yaml.errors.length || !isMap(yaml.contents)) return undefined;
  return { content: { start, end: start + closing.index }, end: start + closing.index + closing[0].length, yaml: yaml.contents };
}

const LONGEST = 4000;

function behindBlanks(text: string): number {
  let at = 0;
  for (;;) {
    const blank = /(?:\s|\uFEFF|&nbsp;)+/y;
    blank.lastIndex = at;
    if (blank.test(text)) at = blank.lastIndex;
    if (!text.startsWith('<!--', at)) return at;
    const close = text.indexOf('-->', at);
    if (close < 0) return at;
    at = close + 3;
  }
}

// What is no valid YAML still has lines of `key: value`, and lists of names under a key.
function brokenClaims(document: Document, vocabulary: Vocabulary, content: Range): Claim[] {
  const fields: { key: string; value: { start: number; end: number } }[] = [];
  for (const line of linesOf(document.text, content).slice(0, MOST_LINES)) {
    const source = document.text.slice(line.start, line.end);
    const key = /^([\p{L}][\p{L}\d _-]{0,40}):(?=[ \t]|$)[ \t]*/u.exec(source);
    const last = fields.at(-1);
    if (key) fields.push({ key: key[1]!, value: { start: line.start + key[0].length, end: line.start + source.replace(/[ \t]#.*$/, '').trimEnd().length } });
    else if (last && /^[ \t]*-[ \t]/.test(source)) last.value.end = line.end;
  }
  return fields.filter(({ value }) => value.end > value.start).flatMap((field) => claimsOfField(document, vocabulary, 'front-matter', field, 96));
}

const MOST_LINES = 200;

/** What the pairs of a YAML map say; `offset` is where the YAML begins in the document's text. */
export function yamlClaims(document: Document, vocabulary: Vocabulary, dialect: string, map: Node | null, offset: number, weight: number): Claim[] {
  if (!isMap(map)) return [];
  return map.items.slice(0, 200).flatMap((pair) => {
    if (!isScalar(pair.key) || typeof pair.key.value !== 'string') return [];
    return fieldRoles(pair.key.value, vocabulary).flatMap((role) => {
      const values = valuesOf(document.text, pair.value as Node | null, offset);
      if (role === 'owners' || role === 'deciders' || role === 'authors') return ownersOf(document, vocabulary, dialect, role, values, weight);
      return values.flatMap((range) => claimsOfRole(document, vocabulary, dialect, role, range, weight));
    });
  });
}

function ownersOf(document: Document, vocabulary: Vocabulary, dialect: string, role: 'owners' | 'deciders' | 'authors', values: readonly Range[], weight: number): Claim[] {
  const claims = values.flatMap((range) => claimsOfRole(document, vocabulary, dialect, role, range, weight));
  const [first] = claims;
  if (!first || claims.length === 1) return claims;
  const names = [...new Set(claims.flatMap((each) => each.value.split('\n')))];
  return [{ ...first, value: names.join('\n'), text: names.join(', '), range: { start: first.range.start, end: claims.at(-1)!.range.end } }];
}

// A flow map such as `{list everyone}` is what an unfilled template leaves: no value.
function valuesOf(text: string, node: Node | null, offset: number): Range[] {
  if (isScalar(node)) {
    if (!node.range || node.value === null || node.range[1] <= node.range[0]) return [];
    const range = { start: offset + node.range[0], end: offset + node.range[1] };
    // The text of a block begins below its `|` or `>-`.
    const sign = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL' ? text.slice(range.start, range.end).search(/[\r\n]/) : 0;
    return sign < 0 ? [] : [{ start: range.start + sign, end: range.end }];
  }
  if (isSeq(node)) return node.items.slice(0, 100).flatMap((item) => valuesOf(text, item as Node, offset));
  if (isMap(node) && !node.flow) {
    const named = node.items.find((pair) => isScalar(pair.key) && NAMES.has(String(pair.key.value)));
    return named ? valuesOf(text, named.value as Node, offset) : [];
  }
  return [];
}

const NAMES = new Set(['id', 'name', 'github', 'path', 'link', 'adr', 'value', 'login']);
