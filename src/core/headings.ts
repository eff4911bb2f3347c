const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const NUMBERING = /^(?:(?:\d+(?:\.\d+)*|[ivx]+|[a-z])[.)]|\d+(?:\.\d+)+|[①-⑳])\s+/iu;
const OPTIONAL = /\s*[(（[](?:optional|if applicable|선택|선택 사항|선택사항)[)）\]]\s*$/iu;

/**
 * What two headings are compared by: without case, numbering, emphasis, comments, a trailing colon,
 * the word "(optional)" and the difference between full and half width.
 */
export function headingKey(title: string): string {
  return title
    .replace(COMMENT, '')
    .normalize('NFKC')
    .replace(/[*_`~]/g, '')
    .replace(/[\s\u200b]+/gu, ' ')
    .trim()
    .replace(NUMBERING, '')
    .replace(OPTIONAL, '')
    .replace(/[\s:：]+$/u, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase();
}

/** Does the heading itself say that its section may be left out? */
export function saysOptional(title: string): boolean {
  return OPTIONAL.test(title.replace(COMMENT, '').trim());
}
