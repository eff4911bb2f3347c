import { parseDocument, type Section } from './document.ts';
import type { Edit } from './edit.ts';
import { applyEdits } from './edit.ts';
import type { Field } from './front-matter.ts';

/** A number that stands for any: `NNNN`, `XXXX`, `0000`, `###`. */
const ANY_NUMBER = 'N{2,}|X{2,}|0{3,}|#+';
const NUMBER_IN_HEADING = new RegExp(String.raw`^((?:\p{L}{1,20}[-_# ]|\[)?)(${ANY_NUMBER})(?![\p{L}\p{N}])(\]?[ \t]*[:.)\]–—-]*[ \t]+)`, 'u');
const NUMBER_VALUE = new RegExp(`^['"]?(${ANY_NUMBER})['"]?$`, 'u');
const ANY_DAY = /^['"]?[[<{]?YYYY-MM-DD[\]>}]?['"]?$/i;
const DAY_KEY = /^(?:date|created|creation[-_ ]date|created[-_ ]at|start[-_ ]date|날짜|작성일|일자)$/i;
const DAY_LINE = /^([ \t]{0,3}(?:[-*+] )?(?:\*\*|__)?(?:Date|Created|Creation Date|Start Date|날짜|작성일|일자)(?:\*\*|__)?[:：](?:\*\*|__)?[ \t]*)[[<]?YYYY-MM-DD[\]>]?[ \t]*$/gimu;

/**
 * A template with `{title}`, `{number}` and `{date}` where a team's own template says "Title", `NNNN` and `YYYY-MM-DD`: in its
 * front matter, its first heading and the lines under that. `width` is how wide its neighbours write the number; undefined where nobody has
 * written one, and the template's own stands.
 */
export function withPlaces(text: string, width: number | undefined): string {
  const { fields, frontMatter, sections } = parseDocument('template.md', text);
  const place = (written: string): string => `{number:${Math.min(9, width ?? written.length)}}`;
  const start = frontMatter?.range.end ?? 0;
  return applyEdits(text, [
    ...fields.flatMap((field) => inField(field, text, place)),
    ...(text.slice(start).includes('{title}') ? [] : inHeading(text, sections, place)),
    ...daysIn(text, start, sections),
  ]);
}

function inField({ key, keyRange, valueRange }: Field, text: string, place: (written: string) => string): Edit[] {
  const range = valueRange ?? { start: keyRange.end + 1, end: keyRange.end + 1 };
  const value = text.slice(range.start, range.end);
  if (/^title$/i.test(key)) return value.includes('{title}') ? [] : [{ range, newText: `${/[ \t]/.test(text[range.start - 1] ?? '') ? '' : ' '}{title}` }];
  const number = NUMBER_VALUE.exec(value)?.[1];
  // Zeros in front of a number without quotes would make YAML count by eights.
  if (number !== undefined) return [{ range, newText: value.replace(number, /^['"]/.test(value) ? place(number) : '{number}') }];
  return DAY_KEY.test(key) && ANY_DAY.test(value) ? [{ range, newText: '{date}' }] : [];
}

function inHeading(text: string, sections: readonly Section[], place: (written: string) => string): Edit[] {
  const heading = sections.find((section) => section.depth === 1);
  if (!heading || !/^#[ \t]/.test(text.slice(heading.heading.start))) return [];
  const number = NUMBER_IN_HEADING.exec(heading.title);
  const words = number ? `${number[1]}${place(number[2]!)}${number[3]}{title}` : '{title}';
  return [{ range: heading.heading, newText: `# ${words}` }];
}

// What is still to be written further down is the author's.
function daysIn(text: string, start: number, sections: readonly Section[]): Edit[] {
  const [first, second] = sections;
  const end = (first?.depth === 1 ? second : first)?.heading.start ?? text.length;
  return [...text.slice(start, end).matchAll(DAY_LINE)].map((found) => {
    const at = start + found.index;
    return { range: { start: at + found[1]!.length, end: at + found[0].length }, newText: '{date}' };
  });
}
