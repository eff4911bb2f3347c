import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Document } from '../document.ts';
import type { Range } from '../lines.ts';
import { fieldRoles, type Vocabulary } from '../vocabulary/index.ts';
import type { Claim, Dialect } from './dialect.ts';
import { claimsOfRole } from './field.ts';

/** YAML between two `---` lines at the top, with any of the many names that its keys have. */
export const frontMatter: Dialect = {
  id: 'front-matter',
  read(document, vocabulary) {
    const yaml = document.frontMatter?.error ? undefined : document.frontMatter?.yaml;
    if (!yaml || !isMap(yaml.contents)) return [];
    return yamlClaims(document, vocabulary, 'front-matter', yaml.contents, document.frontMatter!.content.start, 100);
  },
};

/** What the pairs of a YAML map say; `offset` is where the YAML begins in the document's text. */
export function yamlClaims(document: Document, vocabulary: Vocabulary, dialect: string, map: Node, offset: number, weight: number): Claim[] {
  if (!isMap(map)) return [];
  return map.items.slice(0, 200).flatMap((pair) => {
    if (!isScalar(pair.key) || typeof pair.key.value !== 'string') return [];
    return fieldRoles(pair.key.value, vocabulary).flatMap((role) => {
      const values = valuesOf(pair.value as Node | null, offset);
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
function valuesOf(node: Node | null, offset: number): Range[] {
  if (isScalar(node)) return node.range && node.value !== null && node.range[1] > node.range[0] ? [{ start: offset + node.range[0], end: offset + node.range[1] }] : [];
  if (isSeq(node)) return node.items.slice(0, 100).flatMap((item) => valuesOf(item as Node, offset));
  if (isMap(node) && !node.flow) {
    const named = node.items.find((pair) => isScalar(pair.key) && NAMES.has(String(pair.key.value)));
    return named ? valuesOf(named.value as Node, offset) : [];
  }
  return [];
}

const NAMES = new Set(['id', 'name', 'github', 'path', 'link', 'adr', 'value', 'login']);
