import { slug as slugOf } from 'github-slugger';
import { parse } from 'yaml';
import type { DocType } from './doc-type.ts';
import { RECORD_KINDS, type Entry } from './entry.ts';
import { readFrontMatter } from './front-matter.ts';
import { asFiles, type OwnFile } from './front-pages.ts';
import type { Text } from './language.ts';
import type { Range } from './lines.ts';
import { withPlaces } from './new-places.ts';
import { folderOf, isMarkdownPath, nameOf, resolvePath } from './paths.ts';
import { escapeSnippet, PLACEHOLDER, tabStop } from './snippet.ts';
import type { Template } from './template.ts';

export interface NewDocumentInput {
  readonly template: Template;
  /** What the configuration says of where its documents lie. */
  readonly type?: Pick<DocType, 'claims' | 'base'>;
  readonly title: string;
  /** YYYY-MM-DD */
  readonly today: string;
  /** Undefined where nobody knows who writes: the prompt stays. */
  readonly author?: string;
  /** Relative to the root; undefined: where documents of this kind lie, or the template's own folder. */
  readonly folder?: string;
  readonly entries: readonly Entry[];
  /** The names of all that lies in the folder of the new document, also of what is ignored or excluded. */
  readonly names?: readonly string[];
}

export interface NewDocument {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
  /** The same as a TextMate snippet: each prompt is a tab stop, each choice a list. */
  readonly snippet: string;
  /** Has its title nothing that a file name can be made of, so that the type's name stands there instead? */
  readonly isNameless: boolean;
}

/** What is said of a title that no file name can be made of; `name` is the one that was used. */
export const NAMELESS: Text = {
  en: 'the title "{title}" has no letter or digit for a file name, so the file is called "{name}"; rename it as you like',
  ko: '"{title}" 제목에는 파일 이름으로 쓸 글자나 숫자가 없어 "{name}"(으)로 이름을 정했습니다. 원하면 바꾸세요',
};

/** The longest slug in a file name, in UTF-16 units; file systems allow 255 bytes, and Korean needs three for one. */
const LONGEST_SLUG = 60;

/** The folder of the document that `newDocument` makes, relative to the root; undefined where it leads out of it. */
export function folderForNew({ template, type, folder, entries }: Pick<NewDocumentInput, 'template' | 'type' | 'folder' | 'entries'>): string | undefined {
  const place = resolvePath('', folder ?? usualFolder(template, type, asFiles(entries)));
  return place === '..' || place.startsWith('../') ? undefined : place;
}

/** The document that a template makes of a title, with the next free number of its folder. Undefined where the folder leads out of the root. */
export function newDocument({ template, type, title, today, author, folder, entries, names = [] }: NewDocumentInput): NewDocument | undefined {
  const clean = title.replace(/\s+/g, ' ').trim();
  const place = folderForNew({ template, entries, ...(type ? { type } : {}), ...(folder === undefined ? {} : { folder }) });
  if (place === undefined) return undefined;
  const inPlace = asFiles(entries).filter((entry) => folderOf(entry.path) === place);
  const alike = inPlace.filter((entry) => entry.kind === template.kind);
  const neighbours = alike.map((entry) => nameOf(entry.path));
  const known = new Set(inPlace.map((entry) => nameOf(entry.path)));
  const unread = names.filter((one) => !known.has(one) && (isMarkdownPath(one) || !one.includes('.')));
  const pattern = filePattern(template, neighbours.length ? neighbours : unread);
  // What is not read as a document yet has its number, too; other records count on their own.
  const taken = inPlace.filter((entry) => entry.kind === template.kind || !RECORD_KINDS.includes(entry.kind)).map((entry) => entry.number ?? leadingNumber(nameOf(entry.path)));
  const takenUnread = unread.filter((one) => prefixOf(one) === prefixOf(pattern)).map(leadingNumber);
  const number = Math.max(0, ...taken, ...takenUnread) + 1;
  const name = pattern
    .replace(/\{number(?::(\d+))?\}/, (_, width?: string) => String(number).padStart(Number(width ?? 4), '0'))
    .replace('{date}', today)
    .replace('{day}', today.replaceAll('-', ''))
    .replace('{slug}', () => joined(slugFor(clean, template.id), neighbours));
  const file = resolvePath(place, RESERVED.test(name) ? name.replace('.', `-${template.id}.`) : name);
  if (file.startsWith('../')) return undefined;
  const path = inFolderOfItsOwn(file, alike);
  const counts = pattern.includes('{number') || !alike.length || alike.some((entry) => entry.number !== null);
  const values = new Map(Object.entries({ title: clean, date: today, number: String(number), ...(author === undefined ? {} : { author }) }));
  return { path, isNameless: pattern.includes('{slug}') && slugFor(clean, '') === '', ...filled(withPlaces(counts ? template.text : template.text.replace(NUMBER_BEFORE_TITLE, '$1'), widthInHeadings(alike)), values) };
}

// Where most records are the front pages of folders, so is a new one.
function inFolderOfItsOwn(file: string, neighbours: readonly OwnFile[]): string {
  const pages = neighbours.flatMap(({ frontPage }) => frontPage ?? []);
  return pages.length * 2 > neighbours.length ? `${file.replace(/\.\w+$/, '')}/${pages[0]!}` : file;
}

// Where nobody counts, a heading does not either.
const NUMBER_BEFORE_TITLE = /^(# )(?:\p{L}+[- ])?\{number(?::\d)?\}[.:)]?[ \t]+(?=\{title\})/mu;

// Names that Windows keeps for devices, whatever follows the dot.
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)\./i;

// Of headings in which the number is not filled up with zeros the number is as wide as it is; undefined where no neighbour has one.
function widthInHeadings(neighbours: readonly Entry[]): number | undefined {
  const written = neighbours.flatMap(({ id, evidence }) => (evidence.id?.dialect === 'heading' ? (/(\d+)\D*$/u.exec(id ?? '')?.[1] ?? []) : []));
  return written.length ? Math.max(1, ...written.map((digits) => (digits.startsWith('0') ? digits.length : 1))) : undefined;
}

/** A file name's part for a title: Unicode letters stay, everything else becomes a hyphen; `fallback` where nothing is left. */
export function slugFor(title: string, fallback: string): string {
  const slug = slugOf(title.normalize('NFC').replace(/[/\\|:]+/g, ' ')).replace(/-{2,}/g, '-').replace(/^-+|-+$/g, '');
  const characters = [...slug];
  let short = '';
  for (const character of characters) {
    if (short.length + character.length > LONGEST_SLUG) break;
    short += character;
  }
  return short.replace(/-+$/, '') || fallback;
}

// The sign between words that the neighbours have.
function joined(slug: string, neighbours: readonly string[]): string {
  const words = neighbours.map((name) => name.replace(/\.\w+$/, '').replace(/^\p{L}{0,12}[-_]?\d+[-_.]/u, ''));
  const underscored = words.filter((one) => /\p{L}_\p{L}/u.test(one)).length;
  return underscored > words.filter((one) => /\p{L}-\p{L}/u.test(one)).length ? slug.replaceAll('-', '_') : slug;
}

function leadingNumber(name: string): number {
  return Number(/^(?:\p{L}+[-_ ]?)?(\d{1,6})(?=[-_. ])(?!-\d{2}-\d{2})/u.exec(name)?.[1] ?? 0);
}

// The folder that holds most documents of the type, or the one that the configuration names for it; where it says nothing,
// the likeliest folder with documents of the template's kind, or the template's own.
function usualFolder(template: Template, type: NewDocumentInput['type'], entries: readonly OwnFile[]): string {
  const claimed = type ? entries.filter((entry) => entry.kind === template.kind && type.claims(entry.frontPage ? `${entry.path.replace(/\.md$/, '')}/${entry.frontPage}` : entry.path)) : [];
  if (!claimed.length && type?.base !== undefined) return type.base;
  const folders = (claimed.length ? claimed : entries).filter((entry) => entry.kind === template.kind).map((entry) => folderOf(entry.path));
  const names = claimed.length ? [] : [nameOf(template.folder), template.id, ...template.aliases].flatMap((name) => [name.toLowerCase(), `${name.toLowerCase()}s`]);
  const isNamesake = (folder: string): boolean => names.includes(nameOf(folder).toLowerCase());
  return likeliest(template.apart && !claimed.length ? folders.filter(isNamesake) : folders, isNamesake, template.folder) ?? template.folder;
}

const MADE_UP = /^(?:tests?|__tests__|spec|specs|fixtures?|testdata|test-data|samples?|examples?|demos?|cases|templates?|vendor|third_party)$/i;

// The template's own folder, then what is no sample and no test, then a folder that is called like the type (of several the
// one nearest to the root), then the fullest.
function likeliest(folders: readonly string[], isNamesake: (folder: string) => boolean, own: string): string | undefined {
  const counts = new Map<string, number>();
  for (const folder of folders) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  const ranked = [...counts].map(([folder, count]) => {
    const depth = folder.split('/').length;
    const isMadeUp = folder.split('/').some((part) => MADE_UP.test(part));
    const isNamed = isNamesake(folder);
    return { folder, rank: [folder === own && isNamed ? 1 : 0, isMadeUp ? 0 : 1, isNamed ? 1 : 0, isNamed ? -depth : 0, count, -depth] };
  });
  const compare = (one: readonly number[], other: readonly number[]): number => one.reduce((found, value, index) => found || value - other[index]!, 0);
  return ranked.sort((a, b) => compare(b.rank, a.rank) || a.folder.localeCompare(b.folder))[0]?.folder;
}

// The way of naming files that most neighbours have: `ADR-0012-x.md`, `012.md`, `2026-01-31-x.md`; otherwise the template's.
function filePattern(template: Template, names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(patternOf(name), (counts.get(patternOf(name)) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  if (best === undefined) return template.file;
  if (best === '{slug}.md' && !template.file.includes('{number}')) return template.file;
  // Numbers are as wide as those that begin with a zero; where none does, they are not filled up.
  const width = Math.max(1, ...names.flatMap((name) => (patternOf(name) === best ? (/^\D*(0\d+)/.exec(name)?.[1]?.length ?? []) : [])));
  return best.replace('{number}', `{number:${width}}`);
}

// What stands before the number in a file's name or in a pattern; undefined where there is none.
function prefixOf(name: string): string | undefined {
  return /^(\p{L}*[-_]?)(?:\{number(?::\d+)?\}|\d{1,6}(?=$|[-_. ]))/u.exec(name)?.[1]?.toLowerCase();
}

function patternOf(name: string): string {
  const extension = /\.[a-z]+$/i.exec(name)?.[0] ?? '.md';
  if (/^\d{4}-\d{2}-\d{2}-/.test(name)) return `{date}-{slug}${extension}`;
  if (/^\d{8}-/.test(name)) return `{day}-{slug}${extension}`;
  const numbered = /^([a-z]*[-_]?)\d{1,6}([-_.])/i.exec(name);
  if (!numbered) return `{slug}${extension}`;
  return numbered[2] === '.' && name.length === numbered[0].length + extension.length - 1 ? `${numbered[1]}{number}${extension}` : `${numbered[1]}{number}${numbered[2]}{slug}${extension}`;
}

function filled(template: string, values: ReadonlyMap<string, string>): Pick<NewDocument, 'text' | 'snippet'> {
  const yamlEnd = readFrontMatter(template)?.range.end ?? 0;
  let text = '';
  let snippet = '';
  let at = 0;
  let stop = 0;
  for (const found of template.matchAll(PLACEHOLDER)) {
    const name = found[1]!.trim();
    const between = template.slice(at, found.index);
    at = found.index + found[0].length;
    const value = values.get(name) ?? numbered(name, values);
    const written = value === undefined ? undefined : writtenAt(template, { start: found.index, end: at }, name, value, yamlEnd);
    text += between + (written ?? found[0]);
    snippet += escapeSnippet(between) + (written === undefined ? tabStop(name, ++stop) : escapeSnippet(written));
  }
  const rest = template.slice(at);
  return { text: text + rest, snippet: `${snippet}${escapeSnippet(rest)}$0` };
}

// `{number:4}`: the number with zeros in front of it.
function numbered(name: string, values: ReadonlyMap<string, string>): string | undefined {
  const width = /^number:(\d)$/.exec(name)?.[1];
  return width === undefined ? undefined : values.get('number')?.padStart(Number(width), '0');
}

function writtenAt(template: string, { start, end }: Range, name: string, value: string, yamlEnd: number): string {
  if (name.startsWith('number')) return value;
  if (start < yamlEnd) return yamlValue(value, template, start, end);
  return isInHeading(template, start) ? headingValue(value, /^[ \t]*(?:\r?\n|$)/.test(template.slice(end))) : value;
}

function isInHeading(template: string, at: number): boolean {
  return /^ {0,3}#{1,6}[ \t]/.test(template.slice(template.lastIndexOf('\n', at - 1) + 1, at));
}

// Signs that a heading would swallow, or that would make the title a prompt, are escaped; code stays code.
function headingValue(value: string, isLast: boolean): string {
  const parts = value.split(/(`[^`]*`)/).map((part, index) => (index % 2 ? part : part.replace(/<(?=[\p{L}/!?])/gu, '\\<')));
  const whole = parts.join('').replace(/^(?=(?:\[[^\]]*\]|\{[^}]*\}|<[^>]*>)$)/u, '\\');
  return isLast ? whole.replace(/(^|\s)(?=#+$)/u, '$1\\') : whole;
}

// A value as YAML at the place of its placeholder: alone behind a key, in the template's own quotes, or in a longer text.
function yamlValue(value: string, template: string, start: number, end: number): string {
  const before = template.slice(template.lastIndexOf('\n', start - 1) + 1, start);
  if ((before.match(/(?<!\\)"/g) ?? []).length % 2) return JSON.stringify(value).slice(1, -1);
  if ((before.match(/(?<=[\s:,[])'|'(?=\s*[,\]])/g) ?? []).length % 2) return value.replaceAll("'", "''");
  const isInList = /[[,]\s*$/.test(before);
  const isWhole = /(?::|^\s*-)[ \t]+$/.test(before) && /^[ \t]*(?:#|\r?\n|$)/.test(template.slice(end));
  return (isInList || isWhole) && !isPlainYaml(value) ? quoted(value) : value;
}

function quoted(value: string): string {
  return /["\\]/.test(value) && !value.includes("'") ? `'${value}'` : JSON.stringify(value);
}

// Does it mean itself when it is written without quotes?
function isPlainYaml(value: string): boolean {
  try {
    return [`[${value}]`, `- ${value}`].every((text) => {
      const list: unknown = parse(text, { logLevel: 'error' });
      return Array.isArray(list) && list.length === 1 && list[0] === value;
    });
  } catch {
    return false;
  }
}
