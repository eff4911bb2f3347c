import { isMap, isScalar, isSeq, type Document as YamlDocument, type Node } from 'yaml';
import type { Range } from '../lines.ts';

/** The place of a key or its value in the YAML; that of the nearest node outside where there is none. */
export function rangeAt(yaml: YamlDocument.Parsed, path: readonly (string | number)[], ofKey: boolean): Range {
  for (let length = path.length; length > 0; length--) {
    const parent = yaml.getIn(path.slice(0, length - 1), true) as Node | undefined;
    const holder = length === 1 ? yaml.contents : parent;
    if (isMap(holder)) {
      const pair = holder.items.find((item) => isScalar(item.key) && String(item.key.value) === String(path[length - 1]));
      const value = pair?.value as Node | null | undefined;
      const isEmpty = !value?.range || value.range[0] === value.range[1];
      const node = (ofKey || isEmpty || length < path.length ? pair?.key : value) as Node | null | undefined;
      if (node?.range) return { start: node.range[0], end: node.range[1] };
    } else {
      const node = yaml.getIn(path.slice(0, length), true) as Node | undefined;
      if (node?.range) return { start: node.range[0], end: node.range[1] };
    }
  }
  const contents = yaml.contents?.range;
  return contents ? { start: contents[0], end: contents[1] } : { start: 0, end: 0 };
}

/** What stands in a list, or alone in place of one; a value is undefined where something else than a scalar stands there. */
export function entriesAt(yaml: YamlDocument.Parsed, path: readonly string[]): { readonly value: unknown; readonly path: readonly (string | number)[] }[] {
  const node: unknown = isMap(yaml.contents) ? yaml.getIn(path, true) : undefined;
  if (!isSeq(node)) return [{ value: valueAt(node), path }];
  return node.items.map((item, index) => ({ value: valueAt(item), path: [...path, index] }));
}

const valueAt = (node: unknown): unknown => (isScalar(node) ? node.value : undefined);
