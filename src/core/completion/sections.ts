import { blockKey } from '../blocks.ts';
import { parseDocument, type Document } from '../document.ts';
import type { Entry } from '../entry.ts';
import type { Range } from '../lines.ts';
import { partsOfMissing } from '../missing-section.ts';
import { placementsIn, siblingsOf } from '../placement.ts';
import { isRequired } from '../required.ts';
import { snippetOf } from '../snippet.ts';
import { structureOf } from '../structure.ts';
import type { Template } from '../template.ts';

/** A line on which a heading is begun, or could be. */
export interface HeadingLine {
  /** The document as it is without what stands on the line; offsets are those of the whole text. */
  readonly document: Document;
  /** What is replaced: from the first sign, or from the cursor, to the cursor. */
  readonly range: Range;
  /** The signs that are written: `##`; empty on an empty line. */
  readonly signs: string;
}

/** A section that a document may get on a line. */
export interface SectionCompletion {
  readonly title: string;
  /** The signs and the words of the heading. */
  readonly heading: string;
  readonly required: boolean;
  /** Does the order of the template have it here? */
  readonly isHere: boolean;
  /** What the template says under the heading, with the sections inside; may be empty. */
  readonly prompt: string;
  /** TextMate's, with `\n` at the end of lines. */
  readonly snippet: string;
}

/** The line at `offset`, where a heading may stand on it and nothing stands behind the cursor; not in front matter, code, comments, quotes and lists. */
export function headingLineAt(path: string, text: string, offset: number): HeadingLine | undefined {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const end = offset + text.slice(offset).search(/[\r\n]|$/);
  const begun = /^( {0,3})(?:(#{1,6})(?!#).*)?$/.exec(text.slice(start, offset));
  if (!begun || text.slice(offset, end).trim() !== '') return undefined;
  const [, indent = '', signs = ''] = begun;
  const withLine = (line: string): Document => parseDocument(path, text.slice(0, start) + line + text.slice(end));
  if (!withLine(`${indent}# x`).sections.some(({ heading }) => heading.start === start + indent.length)) return undefined;
  return { document: withLine(' '.repeat(end - start)), range: { start: signs ? start + indent.length : offset, end: offset }, signs };
}

/** The sections of the template that are missing where the line stands, required ones first, each as the template orders them. */
export function missingSections({ document, range }: HeadingLine, template: Template, entry: Entry | undefined): SectionCompletion[] {
  const { text } = document;
  const { matching } = structureOf(document, template);
  const siblings = siblingsOf(template.sections);
  const placeOf = placementsIn(siblings, matching, document);
  const order = new Map(template.sections.map((section, index) => [section, index]));
  const before = EMPTY_LINE_ABOVE.test(text.slice(Math.max(0, range.start - LONGEST_BLANK), range.start)) ? '' : '\n';
  const after = /^[ \t]*(?:\r\n|\r|\n)[ \t]*[^\s]/.test(text.slice(range.end, range.end + LONGEST_BLANK)) ? '\n' : '';
  const isPrompt = (part: string): boolean => template.prompts.blocks.has(blockKey(part));
  return matching.gaps
    .filter(({ within }) => !within || (!within.wanted.free && within.found.heading.end <= range.start && range.start <= within.found.extent.end))
    .map((gap) => {
      const { wanted } = gap;
      const place = placeOf(gap);
      const [heading = '', ...rest] = partsOfMissing(wanted, place.depth, { document, entry, template, siblings }).texts.map((part) => part.replace(/\r\n?/g, '\n'));
      return {
        wanted, title: wanted.title, heading, prompt: rest.join('\n\n'), required: isRequired(wanted, template, entry),
        isHere: isBlank(text, place.offset, range.start), snippet: before + snippetOf([heading, ...rest], isPrompt) + after,
      };
    })
    .sort((one, other) => Number(other.required) - Number(one.required) || order.get(one.wanted)! - order.get(other.wanted)!)
    .map(({ wanted: _, ...completion }) => completion);
}

const LONGEST_BLANK = 200;

const EMPTY_LINE_ABOVE = /^\s*$|(?:\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)[ \t]*$/;

function isBlank(text: string, one: number, other: number): boolean {
  const [start, end] = [Math.min(one, other), Math.max(one, other)];
  return end - start <= LONGEST_BLANK && text.slice(start, end).trim() === '';
}
