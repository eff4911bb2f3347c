import type { Document } from '../document.ts';
import { builtInVocabulary, fieldRoles } from '../vocabulary/index.ts';
import { asksForValue } from './values.ts';

/** A field that the front matter of a template has. */
export interface TemplateField {
  readonly key: string;
  /** What stands there for the author to replace, as it is written; undefined where the value is to stay. */
  readonly prompt: string | undefined;
  /** The values to choose from, where the template lists some. */
  readonly choices: readonly string[];
  /** Does it hold a list? */
  readonly isList: boolean;
  /** Does it hold a day, YYYY-MM-DD? */
  readonly isDate: boolean;
  /** Does the comment behind it say that documents must have it? */
  readonly isRequired: boolean;
}

/** The fields of a template, also where its front matter is no YAML yet because its prompts are not filled in. */
export function templateFields({ text, fields, frontMatter }: Document): TemplateField[] {
  if (!frontMatter?.error) {
    return fields.filter((field) => field.key !== 'docket').map(({ key, keyRange, valueRange }) => fieldOf(key, valueRange ? text.slice(valueRange.start, valueRange.end) : '', lineFrom(text, valueRange?.end ?? keyRange.end)));
  }
  const lines = text.slice(frontMatter.content.start, frontMatter.content.end).split(/\r\n?|\n/);
  return lines.flatMap((line) => {
    const found = /^([\p{L}_][\p{L}\p{N}_-]*):[ \t]?(.*)$/u.exec(line);
    return found && found[1] !== 'docket' ? [fieldOf(found[1]!, found[2]!.trim(), line)] : [];
  });
}

/** The value as a prompt is compared: in one line, without its comment and the quotes around it. */
export function fieldPrompt(source: string): string {
  const value = source.slice(0, LONGEST).replace(/\s#.*$/u, '').replace(/\s+/gu, ' ').trim();
  return /^(["']).*\1$/u.test(value) ? value.slice(1, -1).trim() : value;
}

/** UTF-16 units of a value that are looked at. */
const LONGEST = 2000;

// `<Standards Track, Meta, or Informational>`: three names or more; of people, days and links such a list says what to write of each.
function namesListed(key: string, value: string, words: string): string[] {
  if (!/^[{<]/.test(value) || !/,? or \S+(?: \S+)?$/.test(words) || fieldRoles(key, builtInVocabulary).some((role) => role !== 'status' && role !== 'stage')) return [];
  const names = words.split(/,\s*(?:or\s+)?|\s+or\s+/);
  return names.length > 2 && names.every((name) => /^\p{Lu}[\p{L}\p{N}-]*(?: \p{Lu}[\p{L}\p{N}-]*){0,2}$/u.test(name)) ? names : [];
}

const REQUIRED = /#[^\r\n]*(?:\b(?:required|mandatory)\b|필수)/iu;
const MAY_BE_LEFT_OUT = /\b(?:not|only|if|when|where|unless|optional|otherwise)\b|선택|경우/iu;

function lineFrom(text: string, at: number): string {
  return /^[^\r\n]{0,300}/.exec(text.slice(at))![0];
}

// `rest` has the comment behind the value.
function fieldOf(key: string, source: string, rest: string): TemplateField {
  const value = fieldPrompt(source);
  const words = /^(?:\{.*\}|<.*>|\[.*\])$/u.test(value) ? value.slice(1, -1).trim() : value;
  const choices = words.includes('|') ? words.split('|').map((choice) => choice.replace(/[{}]/g, '').trim()).filter(Boolean) : namesListed(key, value, words);
  const isInBraces = /^[{<]/u.test(value) && words !== '';
  const isPhrase = value.startsWith('[') && /^[^,"']*\s[^,"']*$/u.test(words);
  const isList = /^-[ \t]/.test(source) || (/^\[.*\]$/su.test(source) && !isPhrase && /^\[\s*\]$|[,"']/.test(source));
  const isDate = /^[{<]?(?:date|YYYY-MM-DD)\b[^|]*[}>]?$/iu.test(value);
  const comment = REQUIRED.exec(rest)?.[0] ?? '';
  return { key, isList, isDate, isRequired: comment !== '' && !MAY_BE_LEFT_OUT.test(comment), prompt: isInBraces || isPhrase || choices.length > 1 || asksForValue(key, value) ? value : undefined, choices };
}
