import matter from 'gray-matter';
import { isMap, isScalar, parseDocument as parseYaml, type Node, type YAMLError } from 'yaml';
import type { Range } from './lines.ts';
import { plainYaml } from './plain-yaml.ts';

/** One top-level entry of the front matter. */
export interface Field {
  readonly key: string;
  /** Plain JSON; a date stays the string that was written. */
  readonly value: unknown;
  readonly keyRange: Range;
  /** Undefined where nothing stands behind the key. */
  readonly valueRange: Range | undefined;
}

export interface FrontMatter {
  /** From the opening fence to the end of the closing one. */
  readonly range: Range;
  /** What stands between the fences. */
  readonly content: Range;
  /** What the YAML holds, with its ranges, which count from `content.start`. */
  readonly yaml: Node | null;
  readonly fields: readonly Field[];
  /** Why it could not be read; then `fields` holds nothing. */
  readonly error: { readonly code: string; readonly reason: string; readonly range: Range } | undefined;
}

const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/;
const CLOSING = /(?:\r\n|\n|\r)---[ \t]*(?=\r|\n|$)/g;
const CLOSING_FIELDS = /(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/g;
// Where a text begins with a rule and not with fields, three dots are its own.
const FIELD_FIRST = /(?:(?:[ \t]*|#[^\r\n]*)(?:\r\n|\n|\r))*["']?[\p{L}_][^:\r\n]{0,100}:[ \t\r\n]/uy;
const FOREIGN = /^\uFEFF?---[ \t]*([a-z][\w+-]*)[ \t]*(?:\r\n|\n|\r)/i;

/** The language named behind the opening fence (`---js`), which Docket does not read and never runs. */
export function foreignFrontMatter(text: string): { readonly language: string; readonly range: Range } | undefined {
  const found = FOREIGN.exec(text);
  const start = markLength(text);
  if (!found || closingFence(text, start + 3) === undefined) return undefined;
  return { language: found[1]!, range: { start, end: found[0].trimEnd().length } };
}

/**
 * Reads the YAML between two `---` lines at the very start of `text`, or behind its byte-order mark; undefined where there is none.
 * Three dots, with which YAML ends a text, close it as well.
 * gray-matter splits the text, unless it is plain lines.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const opening = OPENING.exec(text);
  if (!opening) return undefined;
  const closing = closingFence(text, opening[0].trimEnd().length);
  if (!closing) return undefined;

  const content = { start: opening[0].length, end: Math.max(opening[0].length, closing.start) };
  if (content.end - content.start > LONGEST_FRONT_MATTER) return tooLong(content, markLength(text), closing.end);
  // The YAML parser knows no line that ends with a carriage return alone.
  const source = text.slice(content.start, content.end).replace(/\r(?!\n)/g, '\n');
  const { contents: yaml, failure, valueOf } = readPlain(source) ?? readSplit(source);
  const range = { start: markLength(text), end: closing.end };
  if (failure) {
    const start = Math.min(content.start + failure.pos[0], content.end);
    const end = Math.min(Math.max(content.start + failure.pos[1], start + 1), Math.max(content.end, start));
    return { range, content, yaml, fields: [], error: { code: failure.code, reason: failure.message.split('\n', 1)[0]!, range: { start, end } } };
  }
  const { fields, error } = fieldsOf(yaml, valueOf, content.start);
  return { range, content, yaml, fields: error ? [] : fields, error };
}

/** The longest front matter that is read, in UTF-16 units: gray-matter and the YAML parser take time that grows with the square of some texts. */
export const LONGEST_FRONT_MATTER = 16_000;

function tooLong(content: Range, start: number, end: number): FrontMatter {
  const range = { start, end: Math.min(content.start, end) };
  return { range: { start, end }, content, yaml: null, fields: [], error: { code: 'TOO_LONG', reason: `it has more than ${LONGEST_FRONT_MATTER} characters`, range } };
}

/** How what a document says in YAML is read: the core schema has no dates, so they stay strings. Errors made pretty cost a walk through the text each. */
export const YAML_OPTIONS = { schema: 'core', version: '1.2', uniqueKeys: false, logLevel: 'silent', strict: true, prettyErrors: false } as const;

const refuse = (): never => {
  throw new Error('only YAML front matter is read');
};
const REFUSED_ENGINES = { js: refuse, javascript: refuse, json: refuse, coffee: refuse, coffeescript: refuse, cson: refuse, toml: refuse };

// A byte-order mark stands before the fence and counts as a character of the text.
function markLength(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

function closingFence(text: string, from: number): Range | undefined {
  FIELD_FIRST.lastIndex = from;
  const closing = FIELD_FIRST.test(text) ? CLOSING_FIELDS : CLOSING;
  closing.lastIndex = from;
  const found = closing.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

/** The same text, as long, with its front matter closed by `---`, which alone the reader of Markdown knows. */
export function closedByRule(text: string, { content, range }: FrontMatter): string {
  const at = text.indexOf('...', content.end);
  return at >= 0 && at < range.end ? `${text.slice(0, at)}---${text.slice(at + 3)}` : text;
}

/** What YAML reads of a text. */
interface Read {
  readonly contents: Node | null;
  readonly failure: YAMLError | undefined;
  /** Plain JSON; throws where aliases do not lead anywhere, or to too much. */
  readonly valueOf: (node: Node) => unknown;
}

function readPlain(source: string): Read | undefined {
  const plain = plainYaml(source);
  return plain && { contents: plain, failure: undefined, valueOf: (node) => (isScalar(node) ? node.value : null) };
}

// The options given to gray-matter switch off its cache, which forgets errors.
function readSplit(source: string): Read {
  let read: Read | undefined;
  matter(`---\n${source}\n---`, {
    language: 'yaml',
    engines: {
      yaml: () => {
        read = readYaml(source);
        return {};
      },
      ...REFUSED_ENGINES,
    },
  });
  return read ?? readYaml(source);
}

function readYaml(source: string): Read {
  const yaml = parseYaml(source, YAML_OPTIONS);
  return { contents: yaml.contents, failure: yaml.errors[0], valueOf: (node) => node.toJS(yaml, { maxAliasCount: 100 }) };
}

function fieldsOf(yaml: Node | null, valueOf: Read['valueOf'], offset: number): Pick<FrontMatter, 'fields' | 'error'> {
  const fields: Field[] = [];
  if (!isMap(yaml)) return { fields, error: undefined };
  for (const pair of yaml.items) {
    if (!isScalar(pair.key) || !pair.key.range) continue;
    const node = pair.value as Node | null;
    const keyRange = { start: offset + pair.key.range[0], end: offset + pair.key.range[1] };
    const valueRange = node?.range && node.range[1] > node.range[0] ? { start: offset + node.range[0], end: offset + node.range[1] } : undefined;
    try {
      fields.push({ key: String(pair.key.value), value: node && 'toJSON' in node ? valueOf(node) : null, keyRange, valueRange });
    } catch (error) {
      // An alias without an anchor, or aliases of aliases that would fill the memory.
      return { fields, error: { code: 'BAD_ALIAS', reason: error instanceof Error ? error.message : String(error), range: valueRange ?? keyRange } };
    }
  }
  return { fields, error: undefined };
}
