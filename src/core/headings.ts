const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const NUMBERING = /^(?:(?:\d+(?:\.\d+)*|[ivx]+|[a-z]|[가나다라마바사아자차카타파하])[.)]|\d+(?:\.\d+)+)\s+/iu;
const OPTIONAL = /\s*[(（[［](?:optional|if applicable|선택|선택 ?사항)[)）\]］][\s:：]*$/iu;

/**
 * What two headings are compared by: without case, numbering, emphasis, comments, a trailing colon,
 * the word "(optional)" and the difference between full and half width.
 */
export function headingKey(title: string): string {
  const words = title
    .replace(COMMENT, '')
    .replace(/[*_`~\u200b]/g, '')
    .replace(/^\s*[①-⑳]\s*/u, '')
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(NUMBERING, '')
    .replace(/[’‘]/g, "'");
  return withoutOptional(words).replace(/[\s:]+$/u, '').toLowerCase();
}

/** Does the heading itself say that its section may be left out? */
export function saysOptional(title: string): boolean {
  return OPTIONAL.test(title.replace(COMMENT, '').trim());
}

/** The heading without the word that says so. */
export function withoutOptional(title: string): string {
  return title.replace(OPTIONAL, '');
}
