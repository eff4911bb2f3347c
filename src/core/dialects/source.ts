import { UNEVEN } from '../document.ts';
import type { Range } from '../lines.ts';

/** The part of `range` that is the value: without blanks, comments, and the emphasis, quotes or code marks around it; what is struck out stays so. */
export function valueRange(text: string, range: Range): Range {
  let { start, end } = range;
  for (let before = -1; before !== end - start; ) {
    before = end - start;
    while (start < end && BLANK.test(text[start]!)) start++;
    while (end > start && BLANK.test(text[end - 1]!)) end--;
    // Most values begin and end with letters.
    if (start === end || !(MAY_BE_MARK.test(text[start]!) || MAY_BE_MARK.test(text[end - 1]!))) break;
    const source = text.slice(start, end);
    if (source.startsWith('<!--')) {
      const close = source.indexOf('-->');
      start = close < 0 ? end : start + close + 3;
      continue;
    }
    if (source.endsWith('-->')) {
      const open = source.lastIndexOf('<!--');
      if (open >= 0) end = start + open;
      continue;
    }
    const line = /(?:\\|<br\s?\/?>)$/i.exec(source.slice(-6));
    if (line) {
      end -= line[0].length;
      continue;
    }
    for (const mark of MARKS) {
      if (source.length <= 2 * mark.length || !source.startsWith(mark) || !source.endsWith(mark)) continue;
      if (source.slice(mark.length, -mark.length).includes(mark)) continue;
      start += mark.length;
      end -= mark.length;
      break;
    }
  }
  return { start, end };
}

/** Markdown of one line or paragraph as plain text. */
export function plain(source: string): string {
  const short = source.slice(0, LONGEST);
  if (!MARKUP.test(short)) return (UNEVEN.test(short) ? short.replace(/\s+/g, ' ') : short).trim();
  return short
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/~~[^~\n]{1,300}~~/g, ' ')
    .replace(/!\[[^\]\n]{0,300}\]\([^()\n]{0,500}\)/g, ' ')
    .replace(/\[([^[\]\n]{0,300})\]\([^()\n]{0,500}\)/g, '$1')
    .replace(/\[([^[\]\n]{1,300})\]\[[^\]\n]{0,100}\]/g, '$1')
    .replace(/\[\[([^[\]\n]{1,200})\]\]/g, '$1')
    .replace(/(`[^`\n]{1,300}`)|<\/?[a-z][^<>\n]{0,300}>/gi, (_, code?: string) => code ?? ' ')
    .replace(/&(?:lt|gt|amp|quot|nbsp|#39);/g, (entity) => ENTITIES.get(entity) ?? entity)
    .replace(/\*+|`+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Does the text only say that something is to be filled in? */
export function isPlaceholder(text: string): boolean {
  const value = text.trim();
  if (value === '' || NOTHING.test(value)) return true;
  if (/^[{<「【]/.test(value) && !/^<(?:https?:|mailto:|[^<>\s]+@)/.test(value)) return true;
  if (/\{[^{}\n]{2,}\}\s*$/.test(value) && value.startsWith('{')) return true;
  if (/^\[[^\]\n]+\]?$/.test(value) && !/^\[\^?\d+\]$/.test(value)) return true;
  if (/^\((?:leave|fill|insert|your|the|date|tbd|todo|e\.g|optional|to be)\b[^)]*\)$/i.test(value)) return true;
  return (value.match(/[|｜]/g)?.length ?? 0) >= 2 || (value.includes('/') && value.split(/\s+\/\s+/).length >= 3 && /^[\p{L}\s/-]{1,120}$/u.test(value));
}

const LONGEST = 4000;
const MARKUP = /[<~[&*`_\\]/;
const BLANK = /[\s\u200B]/;
/** The first or the last character of what is no part of a value. */
const MAY_BE_MARK = /[<>\\*_`"'“”]/;
const MARKS = ['***', '**', '__', '*', '_', '`', '"', "'", '“', '”'];
const ENTITIES = new Map([['&lt;', '<'], ['&gt;', '>'], ['&amp;', '&'], ['&quot;', '"'], ['&nbsp;', ' '], ['&#39;', "'"]]);
const NOTHING = /^(?:n\/?a|none|nil|null|tbd|tba|todo|fixme|\?+|-+|—|–|\.{2,}|…|_+|x{3,}|y{2,4}[-./]m{1,2}[-./]d{1,2}|d{1,2}[-./]m{1,2}[-./]y{2,4}|m{1,2}[-./]d{1,2}[-./]y{2,4}|to be determined|to be defined|unknown|날짜|日付|日期|datum|fecha|date|status|없음|미정|미확정|無し|なし|无|keine|keiner|ninguno|ninguna|aucun|aucune|nenhum|nenhuma)$/i;
