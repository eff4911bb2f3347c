/** The words of a text that tell it from others; of Korean ones what stands before the particle. */
export function tellingWords(text: string): ReadonlySet<string> {
  const words = text.slice(0, 600).normalize('NFC').toLowerCase().match(/[가-힣]{2,}|[\p{L}\d_]{4,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map((word) => (/^[가-힣]/u.test(word) ? word.slice(0, 2) : word.replace(/(?:ing|ed|es|s)$/u, ''))));
}

const COMMON = new Set(['with', 'that', 'this', 'from', 'have', 'into', 'should', 'will', 'about', 'when', 'which', 'their', 'they', 'them', 'also', 'more', 'than', 'done', 'open', 'todo', 'action', 'item', 'items']);

/** Do two texts speak of the same thing? Half of the words of the shorter one stand in the other, and two at least. */
export function isLike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  if (few.size < 2) return false;
  let same = 0;
  for (const word of few) if (many.has(word)) same++;
  return same >= 2 && same * 2 >= few.size;
}
