import { isMap, isScalar, isSeq, parseDocument as parseYaml, type Node } from 'yaml';
import type { Document } from '../document.ts';
import { RECORD_KINDS } from '../entry.ts';
import type { Range } from '../lines.ts';
import { oneOf, readDirectives, text, texts, yesOrNo, type Directives, type Reader, type TemplateMistake } from './directives.ts';
import { readStatuses, type TemplateStatus } from './statuses.ts';

const listOrMap: Reader<object> = {
  read: (value) => (value !== null && typeof value === 'object' ? value : undefined),
  expected: { en: 'a list such as [proposed, accepted], or a map', ko: '[proposed, accepted]와 같은 목록 또는 맵' },
};

const SHAPE = {
  type: text, label: text, description: text, kind: oneOf(RECORD_KINDS), icon: text, folder: text, apart: yesOrNo, file: text, aliases: texts,
  statuses: listOrMap, 'sign-off': texts, 'required-fields': texts,
} as const;

/** What a template says of itself in its front matter. */
export interface About {
  readonly own: Directives<typeof SHAPE>;
  readonly statuses: readonly TemplateStatus[];
}

/** Reads `docket` in the front matter, also where the rest of it is no YAML yet because its prompts are not filled in. */
export function readAbout(document: Document, tell: (mistake: TemplateMistake) => void): About {
  const place = docketRange(document);
  if (!place) return { own: {}, statuses: [] };
  // Blanks in the place of what stands before, so that the lines of a block keep their indentation.
  const source = ' '.repeat(place.value.start - place.lineStart) + document.text.slice(place.value.start, place.value.end).replace(/\r\n?/g, (ending) => ' '.repeat(ending.length - 1) + '\n');
  const own = readDirectives(source, place.lineStart, SHAPE, tell);
  const yaml = parseYaml(source, { schema: 'core', logLevel: 'silent', uniqueKeys: false });
  const node = own.statuses && isMap(yaml.contents) ? yaml.contents.items.find((pair) => isScalar(pair.key) && pair.key.value === 'statuses')?.value : undefined;
  return { own, statuses: isSeq(node) || isMap(node) ? readStatuses(node as Node, yaml, place.lineStart, tell) : [] };
}

/** Where `docket` stands in the front matter, and its value. */
export function docketRange({ text: source, fields, frontMatter }: Document): { readonly key: Range; readonly value: Range; readonly lineStart: number } | undefined {
  if (!frontMatter) return undefined;
  const field = fields.find((one) => one.key === 'docket');
  if (field) return { key: field.keyRange, value: field.valueRange ?? { start: field.keyRange.end, end: field.keyRange.end }, lineStart: lineStart(source, (field.valueRange ?? field.keyRange).start) };
  if (!frontMatter.error) return undefined;
  const { start, end } = frontMatter.content;
  const found = /(?:^|\n|\r)docket:(.*(?:(?:\r\n|\n|\r)(?:[ \t].*|(?=\r|\n)))*)/.exec(source.slice(start, end));
  if (!found) return undefined;
  const value = { start: start + found.index + found[0].length - found[1]!.length, end: start + found.index + found[0].length };
  const isBlock = /^[ \t]*(?:[\r\n]|$)/.test(found[1]!);
  return { key: { start: value.start - 'docket:'.length, end: value.start - 1 }, value, lineStart: isBlock ? value.start : lineStart(source, value.start) };
}

const lineStart = (source: string, offset: number): number => Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;
