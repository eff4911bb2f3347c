import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { freeId } from '../adoption.ts';
import { lineEndingOf, type Edit } from '../edit.ts';
import { endOfContent, insertLines } from './into-yaml.ts';

/** What `.docket.yaml` says of a type that a template stands for. */
export interface NamedType {
  readonly id: string;
  /** Relative to the configuration's folder. */
  readonly template: string;
  /** Globs, relative to the configuration's folder; none: only a document itself says that it is of the type. */
  readonly files: readonly string[];
}

/** Why a type cannot be put into a configuration: it does not parse, or its types are written in braces. */
export type AdoptRefusal = 'not-yaml' | 'in-braces';

/** The edit that names types in the text of a `.docket.yaml`, which may be empty; everything that stands there stays. Ids that are taken get a number. */
export function nameTypes(text: string, types: readonly NamedType[]): Edit | { readonly refused: AdoptRefusal } {
  const yaml = parseDocument(text, { logLevel: 'silent' });
  if (yaml.errors.length || (yaml.contents && !isMap(yaml.contents) && !(isScalar(yaml.contents) && yaml.contents.value === null))) return { refused: 'not-yaml' };
  if (isMap(yaml.contents) && yaml.contents.flow) return { refused: 'in-braces' };
  const newline = lineEndingOf(text);
  const pair = isMap(yaml.contents) ? yaml.contents.items.find((item) => isScalar(item.key) && item.key.value === 'types') : undefined;
  if (!pair) {
    const at = endOfContent(text, yaml.contents?.range[1] ?? text.length);
    const isSpaced = /\n[ \t]*\r?\n(?=\S)/.test(text.slice(0, at));
    return insertLines(text, at, [...(isSpaced ? [''] : []), 'types:', ...linesOf(types, new Set(), 2)], newline);
  }
  const held = pair.value;
  if (isMap(held) && held.flow && held.items.length) return { refused: 'in-braces' };
  if (!isMap(held) || !held.items.length) {
    const isEmpty = held === null || isMap(held) || (isScalar(held) && held.value === null);
    if (!isEmpty) return { refused: 'not-yaml' };
    const colon = text.indexOf(':', pair.key.range[1]) + 1;
    return { range: { start: colon, end: isMap(held) ? held.range[1] : colon }, newText: newline + linesOf(types, new Set(), 2).join(newline) };
  }
  const { range: first } = held.items[0]!.key;
  const indent = first[0] - (text.lastIndexOf('\n', first[0] - 1) + 1);
  const taken = new Set(held.items.map(({ key }) => String(isScalar(key) ? key.value : key)));
  return insertLines(text, endOfContent(text, held.range[1]), linesOf(types, taken, indent), newline);
}

/** The edit that names a file of findings that are accepted for now in the text of a `.docket.yaml` that names none. */
export function nameBaseline(text: string, path: string): Edit {
  return insertLines(text, endOfContent(text, text.length), [stringify({ baseline: path }, { lineWidth: 0 }).trimEnd()], lineEndingOf(text));
}

function linesOf(types: readonly NamedType[], taken: Set<string>, indent: number): string[] {
  return types.flatMap(({ id, template, files }) => {
    const name = freeId(id, taken);
    taken.add(name);
    const text = stringify({ [name]: { template, ...(files.length ? { files } : {}) } }, { indent: 2, lineWidth: 0, flowCollectionPadding: false, collectionStyle: 'any' }).trimEnd();
    return text.split('\n').map((line) => ' '.repeat(indent) + line);
  });
}
