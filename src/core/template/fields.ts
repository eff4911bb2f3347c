import type { Document } from '../document.ts';

/** A field that the front matter of a template has. */
export interface TemplateField {
  readonly key: string;
  /** What stands there for the author to replace, as it is written; undefined where the value is to stay. */
  readonly prompt: string | undefined;
  /** The values to choose from, where the template lists some. */
  readonly choices: readonly string[];
}

/** The fields of a template, also where its front matter is no YAML yet because its prompts are not filled in. */
export function templateFields({ text, fields, frontMatter }: Document): TemplateField[] {
  if (!frontMatter?.error) {
    return fields.filter((field) => field.key !== 'docket').map(({ key, valueRange }) => fieldOf(key, valueRange ? text.slice(valueRange.start, valueRange.end) : ''));
  }
  const lines = text.slice(frontMatter.content.start, frontMatter.content.end).split(/\r\n?|\n/);
  return lines.flatMap((line) => {
    const found = /^([\p{L}_][\p{L}\p{N}_-]*):[ \t]?(.*)$/u.exec(line);
    return found && found[1] !== 'docket' ? [fieldOf(found[1]!, found[2]!.trim())] : [];
  });
}

/** The value as a prompt is compared: in one line, without its comment and the quotes around it. */
export function fieldPrompt(source: string): string {
  const value = source.slice(0, LONGEST).replace(/\s#.*$/u, '').replace(/\s+/gu, ' ').trim();
  return /^(["']).*\1$/u.test(value) ? value.slice(1, -1).trim() : value;
}

/** UTF-16 units of a value that are looked at. */
const LONGEST = 2000;

function fieldOf(key: string, source: string): TemplateField {
  const value = fieldPrompt(source);
  const words = /^(?:\{.*\}|<.*>|\[.*\])$/u.test(value) ? value.slice(1, -1).trim() : value;
  const choices = words.includes('|') ? words.split('|').map((choice) => choice.replace(/[{}]/g, '').trim()).filter(Boolean) : [];
  const isInBraces = /^[{<]/u.test(value) && words !== '';
  const isPhrase = value.startsWith('[') && /^[^,"']*\s[^,"']*$/u.test(words);
  const isWord = /^(?:Y{2,4}[-./]|TBD$|TODO$)/iu.test(value);
  return { key, prompt: isInBraces || isPhrase || isWord || choices.length > 1 ? value : undefined, choices };
}
