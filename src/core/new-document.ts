import { slug as slugOf } from 'github-slugger';
import { stringify } from 'yaml';
import type { Entry } from './entry.ts';
import { folderOf, nameOf, resolvePath } from './paths.ts';
import type { Template } from './template.ts';

export interface NewDocumentInput {
  readonly template: Template;
  readonly title: string;
  /** YYYY-MM-DD */
  readonly today: string;
  /** Undefined where nobody knows who writes: the prompt stays. */
  readonly author?: string;
  /** Relative to the root; undefined: where documents of this kind lie, or the template's own folder. */
  readonly folder?: string;
  readonly entries: readonly Entry[];
}

export interface NewDocument {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
  /** The same as a TextMate snippet: each prompt is a tab stop, each choice a list. */
  readonly snippet: string;
}

/** The longest slug in a file name, in UTF-16 units; file systems allow 255 bytes, and Korean needs three for one. */
const LONGEST_SLUG = 60;

const PLACEHOLDER = /\{([^{}\r\n]+)\}/g;

/** The document that a template makes of a title, with the next free number of its folder. Undefined where the folder leads out of the root. */
export function newDocument({ template, title, today, author, folder, entries }: NewDocumentInput): NewDocument | undefined {
  const clean = title.replace(/\s+/g, ' ').trim();
  const place = resolvePath('', folder ?? usualFolder(template, entries));
  if (place.startsWith('..')) return undefined;
  const neighbours = entries.filter((entry) => folderOf(entry.path) === place && entry.kind === template.kind);
  const number = Math.max(0, ...neighbours.map((entry) => entry.number ?? 0)) + 1;
  const pattern = filePattern(template, neighbours);
  const name = pattern
    .replace(/\{number(?::(\d+))?\}/, (_, width?: string) => String(number).padStart(Number(width ?? 4), '0'))
    .replace('{date}', today)
    .replace('{slug}', slugFor(clean, template.id));
  const values: Record<string, string | undefined> = { title: clean, date: today, number: String(number), author };
  return {
    path: place === '' ? name : `${place}/${name}`,
    text: fill(template.text, (name, inYaml) => (values[name] === undefined ? undefined : inYaml ? yamlScalar(values[name]) : values[name])),
    snippet: snippetOf(template.text, values),
  };
}

/** A file name's part for a title: Unicode letters stay, everything else becomes a hyphen; never empty. */
export function slugFor(title: string, fallback: string): string {
  const slug = slugOf(title.normalize('NFC')).replace(/-{2,}/g, '-').replace(/^-+|-+$/g, '');
  const characters = [...slug];
  let short = '';
  for (const character of characters) {
    if (short.length + character.length > LONGEST_SLUG) break;
    short += character;
  }
  return short.replace(/-+$/, '') || fallback;
}

// The folder that holds most documents of the template's kind; where there are none, the template's own.
function usualFolder(template: Template, entries: readonly Entry[]): string {
  const counts = new Map<string, number>();
  for (const entry of entries) if (entry.kind === template.kind) counts.set(folderOf(entry.path), (counts.get(folderOf(entry.path)) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0];
  return best?.[0] ?? template.folder;
}

// The neighbours' way of naming files: `ADR-0012-x.md`, `012-x.md`, `2026-01-31-x.md`; otherwise the template's.
function filePattern(template: Template, neighbours: readonly Entry[]): string {
  const names = neighbours.map((entry) => nameOf(entry.path)).sort();
  const last = names.at(-1);
  if (last === undefined) return template.file;
  if (/^\d{4}-\d{2}-\d{2}-/.test(last)) return '{date}-{slug}.md';
  const numbered = /^([a-z]*[-_]?)(\d{1,6})([-_.])/i.exec(last);
  if (numbered) return `${numbered[1]}{number:${numbered[2]!.length}}${numbered[3]}{slug}.md`;
  return /\d/.test(template.file) || !template.file.includes('{number}') ? template.file : '{slug}.md';
}

function fill(text: string, valueOf: (name: string, inYaml: boolean) => string | undefined): string {
  const yamlEnd = frontMatterEnd(text);
  return text.replace(PLACEHOLDER, (whole, name: string, offset: number) => valueOf(name.trim(), offset < yamlEnd) ?? whole);
}

function snippetOf(text: string, values: Readonly<Record<string, string | undefined>>): string {
  const yamlEnd = frontMatterEnd(text);
  let result = '';
  let at = 0;
  let stop = 0;
  for (const found of text.matchAll(PLACEHOLDER)) {
    const name = found[1]!.trim();
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    result += escapeSnippet(text.slice(at, found.index));
    at = found.index + found[0].length;
    if (value !== undefined) result += escapeSnippet(found.index < yamlEnd ? yamlScalar(value) : value);
    else if (name.includes('|')) result += `\${${++stop}|${name.split('|').map((choice) => choice.trim().replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
    else result += `\${${++stop}:${escapeSnippet(name)}}`;
  }
  return `${result}${escapeSnippet(text.slice(at))}$0`;
}

const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

function frontMatterEnd(text: string): number {
  return /^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/.exec(text)?.[0].length ?? 0;
}

function yamlScalar(value: string): string {
  return stringify(value, { lineWidth: 0 }).trimEnd();
}
