import type { Document } from '../document.ts';
import type { Claim } from '../dialects/dialect.ts';
import { headBlocks } from '../dialects/head.ts';
import { keyedValue, linesOf } from '../dialects/keyed-line.ts';
import { isPlaceholder, plain } from '../dialects/source.ts';
import { rangeOf } from '../document.ts';
import { documentName } from '../dialects/file-name.ts';
import { folderOf } from '../paths.ts';
import { bareTitle } from '../titles.ts';
import { termOf } from '../vocabulary/terms.ts';
import { fieldRoles, type Vocabulary } from '../vocabulary/index.ts';

/** From this score on a document is there to be copied and filled in. */
export const TEMPLATE_ENOUGH = 3;

/** How much a document looks like one that is there to be copied and filled in. */
export function templateScore(document: Document, claims: readonly Claim[], vocabulary: Vocabulary): number {
  const filled = isFilled(claims);
  const title = titleScore(document, claims, vocabulary, filled);
  return nameScore(document.path, vocabulary) + title + fieldScore(document, vocabulary) - (filled && title === 0 && !ZERO.test(documentName(document.path).name) ? 1 : 0);
}

const ZERO = /^(?:[a-z]{2,12}[-_ ]?){0,3}(?:0{2,6}|n{2,6}|x{3,6})(?=$|[-_. ])/i;

/** How much a path looks like that of a template. */
export function nameScore(path: string, vocabulary: Vocabulary): number {
  const { name, parts } = documentName(path);
  const isTemplate = (term: string) => vocabulary.kinds.get(term) === 'template';
  const zero = ZERO.test(name);
  const folder = folderOf(path).split('/').slice(-2).some((each) => termOf(each).split(' ').some((word) => isTemplate(word) && !MODEL.test(word))) ? 3 : 0;
  if (parts.number || parts.date) return folder;
  const words = termOf(name.replace(/\./g, ' ')).split(' ').filter((word) => !/^(?:\d+|n+|x+)$/.test(word));
  const at = words.findIndex(isTemplate);
  if (at < 0) return folder + (/^(?:[a-z]+[-_ ]?)?(?:n{4}|x{4})\b/i.test(name) ? 3 : zero && words.some((word) => word === 'sample' || word === 'example') ? 2 : 0);
  if (zero || (words.length === 1 && !MODEL.test(words[0]!)) || (words.length > 1 && words.every((word) => isTemplate(word) || vocabulary.kinds.has(word) || PLAIN.has(word)))) return folder + 3;
  if (MODEL.test(words[at]!)) return folder;
  if (words.length === 2 && at === 1 && !/s$/.test(words[1]!)) return folder + 3;
  const before = words[at - 1];
  return folder + (at === 0 || words.length === 2 || (before !== undefined && vocabulary.kinds.has(before)) ? 2 : 0.5);
}

const PLAIN = new Set(['bare', 'minimal', 'short', 'long', 'full', 'simple', 'basic', 'madr', 'nygard', 'default', 'new', 'doc', 'document', 'report', 'record', 'review', 'the', 'adr', 'en', 'ko', 'ja', 'zh', 'de', 'es', 'fr', 'pt', 'lite', 'extended', 'example', 'blank', 'empty', 'standard', 'general', 'feature']);

// In several languages the word for a template is also that for a model of data or of a domain.
const MODEL = /^mod[eèé]l[eo]s?$/i;

function titleScore(document: Document, claims: readonly Claim[], vocabulary: Vocabulary, filled: boolean): number {
  const [first] = document.sections;
  const heading = first?.title ?? '';
  const claim = claims.find((each) => each.property === 'title' && each.line > 0);
  const title = claim?.value ?? (fieldRoles(heading, vocabulary).includes('title') ? heading : undefined);
  if (title === undefined) {
    const source = first && heading === '' ? document.text.slice(first.heading.start, first.heading.end) : '';
    return /<!--/.test(source) || ASKED.test(/<([^<>]{3,60})>/.exec(source)?.[1] ?? '') ? 3 : 0;
  }
  if (isEscaped(document, claims)) return 0;
  const numbers = claims.flatMap((each) => (each.property === 'number' && each.dialect === 'file-name' ? [Number(each.value)] : []));
  const bare = bareTitle(title, numbers, vocabulary).replace(/^(?:proposal|rfc|adr|title|pitch)\s*[:：-]\s*/i, '');
  // Somebody may have filled in all but the title.
  const isNamed = numbers.some((number) => number > 0) && !termOf(documentName(document.path).parts.words).split(' ').some((word) => word === '' || vocabulary.kinds.get(word) === 'template');
  // … or mean the word.
  const isMeant = isNamed || isDated(claims) || (filled && termOf(documentName(document.path).parts.words) === termOf(title));
  if (vocabulary.placeholderTitles.has(termOf(bare)) || vocabulary.placeholderTitles.has(termOf(title))) return isMeant ? 1.5 : 3;
  const numbered = claims.some((each) => each.property === 'number' && each.value !== '0');
  if (TITLE_OF_WHAT.test(bare)) return numbered ? 1.5 : 3;
  // What stands in code is meant as it is written.
  const written = claim ? document.text.slice(claim.range.start, claim.range.end).replace(/`[^`\n]{1,300}`/g, ' x ') : bare;
  const placeholder = placeholderIn(bareTitle(written, numbers, vocabulary));
  if (placeholder && isNamed && !ASKED.test(written)) return 0;
  if (placeholder === 'whole' || (placeholder === 'part' && !filled)) return 3;
  if (placeholder === 'part') return 1.5;
  if (/^(?:[A-Za-z]{2,12}[- ])?(?:N{3,5}|X{3,5})\b|^NUMBER\b/.test(title)) return numbered ? 1 : 3;
  if (numbered) return 0;
  const words = termOf(title.replace(/\s*[([].*$/, '')).split(' ');
  const at = words.findIndex((word) => vocabulary.kinds.get(word) === 'template' && !MODEL.test(word));
  return at < 0 ? 0 : at === 0 || (at === words.length - 1 && at < 4) ? 1.5 : 0.5;
}

// `{short title}` asks for words; `<details>`, `{{with}}`, `Map<K, V>` and `[Backend] Use X` are words.
function placeholderIn(title: string): 'whole' | 'part' | undefined {
  const whole = /^(?:\[([^[\]\n]+)\]|\{([^{}\n]+)\}|<([^<>\n]+)>|「([^「」\n]+)」|【([^【】\n]+)】)$/u.exec(title.trim());
  if (whole && /\p{L}/u.test(title)) return ASKED.test(title) ? 'whole' : 'part';
  for (const part of title.matchAll(/(?<![{<\w])(?:\{([^{}\n]{2,80})\}(?!\})|<([^<>\n]{2,80})>|\[([^[\]\n]{2,80})\](?![[(]))/gu)) {
    const inner = part[1] ?? part[2] ?? part[3]!;
    if ((part[3] === undefined ? ASKED : ASKED_FIRST).test(inner) || (part[3] === undefined && /^\p{L}[\p{L}’'-]*(?: [\p{L}’'-]+)+$/u.test(inner))) return 'part';
  }
  return undefined;
}

// `[Feature] Add X` has a tag, `[feature name]` asks for one.
const ASKED_FIRST = /^(?:(?:an?|the|your|insert|short|descriptive|decision|feature|proposal|rfc|adr)\s+){0,4}(?:titles?|name|number|nnn+|xxx+|yyyy|noun phrase|제목|이름|번호|タイトル|名前|标题|標題|名称|titel|título|titre|nom|nombre|nome)(?!\p{L})/iu;
const ASKED = /(?<!\p{L})(?:titles?|name|number|nnn+|xxx+|yyyy|short|noun phrase|feature|topic|subject|describe|description|decision|problem|solution|your|insert|제목|이름|번호|설명|タイトル|名前|番号|标题|標題|名称|编号|titel|nummer|título|titulo|nombre|número|titre|nom|numéro|nome)(?!\p{L})/iu;

// Whoever escapes a bracket in a title means it as it is written.
function isEscaped({ text }: Document, claims: readonly Claim[]): boolean {
  const claim = claims.find((each) => each.property === 'title' && each.line > 0);
  return claim !== undefined && /(?<!\\)\\[[{<]/.test(text.slice(claim.range.start, claim.range.end));
}

// "Title (e.g. …)", "A human-readable title for this RFC", "Your feature".
const TITLE_OF_WHAT = /^(?:title|name)\s*[([<{:]|^(?:an?|your|insert|short|descriptive|concise)\b[\w\s,-]{0,40}\b(?:title|name)\b(?:$|\s+(?:of|for|here|goes)\b)|^your\s+\p{L}|^(?:the )?title of (?:the|this|your)\b/iu;

// Keys whose values are still placeholders; a value that somebody has filled in speaks against a template.
function fieldScore(document: Document, vocabulary: Vocabulary): number {
  const lines = headBlocks(document, vocabulary).slice(0, 10).flatMap((block) => linesOf(document.text, rangeOf(block)).slice(0, 20));
  const fields = lines.map((line) => keyedValue(document.text, line, vocabulary)).filter((field) => field !== undefined);
  const values = fields.map((field) => plain(document.text.slice(field.value.start, field.value.end)));
  for (const field of document.fields) if (typeof field.value === 'string') values.push(field.value);
  const unfilled = values.filter((value) => /^[[{<(]|YYYY|NNNN|^\w+(?: \| \w+)+$/.test(value) && isPlaceholder(value)).length;
  const maps = document.fields.filter((field) => field.value !== null && typeof field.value === 'object' && !Array.isArray(field.value) && /^\{/.test(document.text.slice(field.valueRange?.start ?? 0, (field.valueRange?.start ?? 0) + 1))).length;
  return Math.min(2, (unfilled + maps) * 0.75);
}

function isFilled(claims: readonly Claim[]): boolean {
  return isDated(claims) || claims.some((each) => each.property === 'status' && each.line > 0 && each.value !== '' && each.value !== 'draft' && each.value !== 'proposed');
}

const isDated = (claims: readonly Claim[]): boolean => claims.some((each) => each.property === 'date' && each.line > 0 && each.weight > 1);
