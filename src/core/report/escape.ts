/** What a document says as one line of Markdown: no control characters, and nothing that becomes markup, an address, or what services look for in the text that Markdown has made, such as a person (`@team`) or an issue (`#1`, `!1`, `%1`). */
export function asText(text: string): string {
  return asLine(text)
    .replace(/[\\`*_[\]<>#!|~$&@^]|%(?=\S)|^[-+=]|^(\d+)(?=[.)])|:(?=\/)|(?<=^|\W)www(?=\.)/gi, (sign) => (/^(?:\d+|www)$/i.test(sign) ? `${sign}\\` : `\\${sign}`))
    .replace(/\\(?:[@#!~$&^%](?=\S)|:)/g, '$&<!-- -->');
}

/** The same as code. */
export function asCode(text: string): string {
  const inner = asLine(text);
  const fence = '`'.repeat(Math.max(0, ...[...inner.matchAll(/`+/g)].map(([ticks]) => ticks.length)) + 1);
  const space = /^`|`$/.test(inner) || inner === '' ? ' ' : '';
  return `${fence}${space}${inner.replaceAll('|', '\\|')}${space}${fence}`;
}

/** The path of a file as the target of a link, with `/`. */
export function asTarget(path: string): string {
  return path.replace(/[^\p{L}\p{N}/.~+,;=@_-]/gu, encoded);
}

// Half of a pair of surrogates is no character.
function encoded(sign: string): string {
  return /[\uD800-\uDFFF]/u.test(sign) ? '%EF%BF%BD' : encodeURIComponent(sign).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Without line breaks and other signs that steer instead of being seen. */
export const asLine = (text: string): string => text.replace(UNSAFE, ' ').trim();

// Control characters, and those that turn the direction of writing.
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]+/g;
