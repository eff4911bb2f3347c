import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { lineEndingOf, type Edit } from '../edit.ts';
import { endOfContent, insertLines } from './into-yaml.ts';

/** The edit that switches a rule off in the text of a `.docket.yaml`, which may be empty; everything else stays. Undefined where the text is no map of settings. */
export function switchOff(text: string, rule: string): Edit | undefined {
  const yaml = parseDocument(text, { logLevel: 'silent' });
  const { contents } = yaml;
  if (yaml.errors.length || (contents && !isMap(contents) && !(isScalar(contents) && contents.value === null))) return undefined;
  if (isMap(contents) && contents.flow) return undefined;
  const newline = lineEndingOf(text);
  const line = `${rule}: off`;
  const pair = isMap(contents) ? contents.items.find(({ key }) => isScalar(key) && key.value === 'rules') : undefined;
  if (!pair) return insertLines(text, endOfContent(text, contents?.range[1] ?? text.length), ['rules:', `  ${line}`], newline);
  const rules = pair.value as Node | null;
  if (rules === null || (isScalar(rules) && rules.value === null) || (isMap(rules) && !rules.items.length)) {
    const colon = text.indexOf(':', (pair.key as Node).range![1]) + 1;
    return { range: { start: colon, end: isMap(rules) ? rules.range![1] : colon }, newText: `${newline}  ${line}` };
  }
  if (!isMap(rules)) return undefined;
  const own = rules.items.find(({ key }) => isScalar(key) && key.value === rule);
  if (own) return severityEdit(text, own.value as Node | null, own.key as Node);
  const last = rules.items.at(-1)!;
  if (rules.flow) {
    const { range } = (last.value ?? last.key) as Node;
    return { range: { start: range![1], end: range![1] }, newText: `, ${line}` };
  }
  const [first] = (rules.items[0]!.key as Node).range!;
  const indent = first - (text.lastIndexOf('\n', first - 1) + 1);
  return insertLines(text, endOfContent(text, rules.range![1]), [' '.repeat(indent) + line], newline);
}

// Options stay where they are.
function severityEdit(text: string, value: Node | null, key: Node): Edit | undefined {
  const node = isSeq(value) ? (value.items[0] as Node | undefined) : value;
  if (isScalar(node) && node.range && node.range[1] > node.range[0]) return { range: { start: node.range[0], end: node.range[1] }, newText: 'off' };
  if (value !== null && !(isScalar(value) && value.value === null)) return undefined;
  const colon = text.indexOf(':', key.range![1]) + 1;
  return { range: { start: colon, end: colon }, newText: ' off' };
}
