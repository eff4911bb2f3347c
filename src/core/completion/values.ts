import { stringify } from 'yaml';
import type { Document } from '../document.ts';
import type { Range } from '../lines.ts';
import type { Template } from '../template.ts';

/** The values that a template lists for a field of the front matter. */
export interface ValueCompletion {
  /** The value that is there. */
  readonly range: Range;
  /** As the template writes them, with what is to be written. */
  readonly values: readonly { readonly name: string; readonly yaml: string }[];
}

/** The values for the field on whose line the cursor stands, behind its colon: its choices, or the statuses of the template's documents. */
export function valuesAt({ text, frontMatter }: Document, offset: number, template: Template): ValueCompletion | undefined {
  if (!frontMatter || offset < frontMatter.content.start || offset > frontMatter.content.end) return undefined;
  const line = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const found = /^([\p{L}_][\p{L}\p{N}_-]*):([ \t]*)/u.exec(text.slice(line, offset));
  if (!found) return undefined;
  const key = found[1]!.toLowerCase();
  const choices = template.fields.find((field) => field.key.toLowerCase() === key)?.choices.filter((choice) => /\p{L}/u.test(choice)) ?? [];
  const names = key === 'status' && template.statuses.length ? template.statuses.map(({ name }) => name) : choices.length > 1 ? choices : [];
  if (!names.length) return undefined;
  const rest = text.slice(offset, offset + text.slice(offset).search(/[\r\n]|$/));
  const comment = /(?:^|[ \t])#/.exec(rest)?.index ?? rest.length;
  const range = { start: line + found[0].length, end: offset + rest.slice(0, comment).trimEnd().length };
  const gap = found[2] === '' ? ' ' : '';
  return { range, values: names.map((name) => ({ name, yaml: gap + stringify(name, { lineWidth: 0 }).trimEnd() })) };
}
