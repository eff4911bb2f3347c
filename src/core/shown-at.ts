import type { Document } from './document.ts';
import type { Entry, Property } from './entry.ts';
import type { Range } from './lines.ts';

/** Where what is said of a value is shown: the value as it is written; where the text does not have it, the first heading or the first line. */
export function shownAt(property: Property, entry: Entry, document: Document): Range {
  const evidence = entry.evidence[property];
  if (evidence && evidence.path === undefined && evidence.line > 0) return evidence.token ?? evidence.range;
  const end = document.text.search(/[\r\n]/);
  return document.sections[0]?.heading ?? { start: 0, end: end < 0 ? document.text.length : end };
}

/** The word for the status alone, as it is written, without the sentence or the date around it. */
export function statusWord({ evidence, statusText }: Pick<Entry, 'evidence' | 'statusText'>, document: Document): string {
  const { token, path } = evidence.status ?? {};
  return token && path === undefined ? document.text.slice(token.start, token.end) : (statusText ?? '');
}
