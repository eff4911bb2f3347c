import { termOf } from '../vocabulary/terms.ts';

/** A place for the author to fill in: in brackets, a line of underscores, `@name`, a link to `URL`. */
export interface Place {
  /** As it is written, with one blank between words; of a line to write on the first three underscores. */
  readonly words: string;
  /** UTF-16 offset in the source that was searched. */
  readonly index: number;
  readonly length: number;
}

const GROUPS = /\{\{[^{}]{1,500}\}\}|\{[^{}]{1,500}\}|<[^<>]{1,500}>|\[[^[\]]{1,500}\](?![([:])/g;
// A line to write on, the handle of nobody, a link that leads nowhere yet.
const BLANK = /(?<![\p{L}\p{N}\\_])_{3,}(?![\p{L}\p{N}_])/gu;
const NOBODY = String.raw`@(?:name|your[-_]?\w{1,30}|user[-_]?name|user|owner|assignee|author|handle|someone|github[-_]?(?:handle|user|username|id|name)|이름|담당자|작성자|아이디|사용자|사람)`;
const NAMES_NOBODY = new RegExp(NOBODY, 'iu');
const HANDLE = new RegExp(String.raw`(?<![\p{L}\p{N}@./])${NOBODY}(?![\p{L}\p{N}_\-./@])`, 'giu');
const LINK = /(?<!!)\[[^[\]\n]{1,300}\]\((?:url|link|href|주소|링크|\.{3}|…|<[^<>\n]{1,100}>|https?:\/\/(?:\.{3}|…))\)/giu;
const CODE = /`[^`\n\r]*`|<!--[\s\S]*?(?:-->|$)/g;

/** The places in some Markdown outside of code and comments; shortcuts to `definitions` (as terms) are links. */
export function placesIn(source: string, definitions?: ReadonlySet<string>): Place[] {
  if (!/[{<[@]/.test(source) && !source.includes('___')) return [];
  const masked = /`|<!--/.test(source) ? source.replace(CODE, (code) => ' '.repeat(code.length)) : source;
  const places: Place[] = [];
  if (/[{<[]/.test(masked)) for (const found of masked.matchAll(GROUPS)) {
    const words = found[0].replace(/\s+/g, ' ');
    if (isPlace(words) && !(words.startsWith('[') && definitions?.has(termOf(words.slice(1, -1))))) places.push({ words, index: found.index, length: found[0].length });
  }
  if (masked.includes('](')) for (const found of masked.matchAll(LINK)) places.push({ words: found[0], index: found.index, length: found[0].length });
  if (NAMES_NOBODY.test(masked)) for (const found of masked.matchAll(HANDLE)) places.push({ words: found[0].toLowerCase(), index: found.index, length: found[0].length });
  if (masked.includes('___')) for (const found of masked.matchAll(BLANK)) places.push({ words: '___', index: found.index, length: found[0].length });
  return places.sort((one, other) => one.index - other.index);
}

const TAGS = new Set('a abbr b big blockquote body br center cite code col dd del details div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li main mark nav ol p picture pre q s samp script section small source span strike strong style sub summary sup svg table tbody td tfoot th thead tr tt u ul var video wbr'.split(' '));

function isPlace(words: string): boolean {
  const inner = words.slice(1, -1).replace(/\\$/, '').trim();
  if (!/\p{L}|…/u.test(inner)) return false;
  if (words.startsWith('{')) return !/^[#.:%]/.test(inner);
  if (words.startsWith('<')) {
    if (/^[!?]|:\/\/|^mailto:|^[^\s@]+@[^\s@]+$/.test(inner)) return false;
    const tag = /^\/?([a-z][a-z0-9]*)(?=$|[\s/])/i.exec(inner)?.[1]?.toLowerCase();
    return tag === undefined || !(TAGS.has(tag) && (inner.length <= tag.length + 2 || /=|\/$/.test(inner)));
  }
  return !/^(?:x|\^.*|!\w+|\d+|optional|required|r|선택|필수)$/iu.test(inner);
}
