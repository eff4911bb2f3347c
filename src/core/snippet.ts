/** What an author fills in, as templates write it: `{words}` in one line. */
export const PLACEHOLDER = /\{([^{}\r\n]+)\}/g;

/** A TextMate tab stop for a placeholder's words, or a list to choose from. It keeps its braces, so that one which nobody replaced is still seen to be a prompt. */
export function tabStop(prompt: string, number: number): string {
  if (!prompt.includes('|')) return `\${${number}:${escapeSnippet(`{${prompt}}`)}}`;
  const choices = prompt.split('|').map((choice) => choice.trim().replace(/[\\,|]/g, '\\$&'));
  return `\${${number}|${choices.join(',')}|}`;
}

/** Text that stands for itself in a TextMate snippet. */
export const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/**
 * Pieces of a template as one TextMate snippet with an empty line between two: each placeholder is a tab stop, and so is a
 * whole piece that `isPrompt` and has none. Without any, the cursor comes to stand below.
 */
export function snippetOf(parts: readonly string[], isPrompt: (part: string) => boolean): string {
  let stop = 0;
  const written = parts.map((part) => {
    const found = [...part.matchAll(PLACEHOLDER)];
    if (!found.length && isPrompt(part)) return `\${${++stop}:${escapeSnippet(part)}}`;
    let at = 0;
    let snippet = '';
    for (const { index, 0: whole, 1: words = '' } of found) {
      snippet += escapeSnippet(part.slice(at, index)) + tabStop(words.trim(), ++stop);
      at = index + whole.length;
    }
    return snippet + escapeSnippet(part.slice(at));
  });
  return `${written.join('\n\n')}${stop ? '' : '\n\n'}$0`;
}
