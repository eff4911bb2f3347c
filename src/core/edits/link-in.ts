import { linkTarget } from '../paths.ts';

/** The dialects that keep a bare id: in YAML a link would have to be quoted, in a code block it is none. */
export const NO_LINKS: ReadonlySet<string> = new Set(['front-matter', 'sidecar', 'fenced-preamble']);

/** A link to `path` as a dialect writes it: in an HTML table Markdown is not read. */
export function linkIn(dialect: string, name: string, path: string): string {
  if (dialect !== 'html-table') return `[${name}](${linkTarget(path)})`;
  return `<a href="${escaped(path)}">${escaped(name)}</a>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!);
}
