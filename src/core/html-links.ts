import type { Link } from './links.ts';

/** The links and images that the HTML between `start` and `end` of a text makes, without those in comments. */
export function htmlLinks(text: string, start: number, end: number): Link[] {
  const html = text.slice(start, end);
  return !ANY_TAG.test(html) ? [] : [...html.matchAll(TAG)].flatMap(({ 0: tag, 1: name, 2: attributes, index }): Link[] => {
    if (name === undefined) return [];
    const isImage = name.toLowerCase() === 'img';
    const written = (isImage ? SOURCE : TARGET).exec(attributes!);
    const at = written?.indices![1] ?? written?.indices![2] ?? written?.indices![3];
    if (!at) return [];
    const target = attributes!.slice(...at);
    // A character reference in the way would have to be resolved first.
    if (target !== target.trim() || target.replace(/[?#].*$/s, '').includes('&')) return [];
    const from = start + index + 1 + name.length;
    return [{
      kind: isImage ? 'html-image' : 'html-link',
      target,
      text: isImage ? (ALTERNATIVE.exec(attributes!)?.[1] ?? '') : '',
      range: { start: start + index, end: start + index + tag.length },
      targetRange: { start: from + at[0], end: from + at[1] },
    }];
  });
}

const ANY_TAG = /<(?:a|img)\s/i;
const TAG = /<!--[^]*?(?:-->|$)|<(a|img)(\s[^<>]*)>/gi;
const TARGET = /\shref\s{0,9}=\s{0,9}(?:"([^"]+)"|'([^']+)'|([^\s"'<>]+))/di;
const SOURCE = /\ssrc\s{0,9}=\s{0,9}(?:"([^"]+)"|'([^']+)'|([^\s"'<>]+))/di;
const ALTERNATIVE = /\salt\s{0,9}=\s{0,9}"([^"]*)"/i;
