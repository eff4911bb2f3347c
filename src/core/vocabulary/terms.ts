import { remembering } from '../remembering.ts';

/** A word or phrase as the tables hold it: lower case, one kind of blank, no emoji; hyphens and underscores count as blanks. */
export const termOf = remembering(newTermOf);

/** The same for a text that nobody asks for again. */
export function newTermOf(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\((s|es|en|n|in)\)/g, '$1')
    .replace(EMOJI, '')
    .replace(/[\s_\-‐-―]+/g, ' ')
    .trim();
}

const PLAIN = /^[a-z\d가-힣]+(?: [a-z\d가-힣]+)*$/;

/** What a heading or a key may be called: whole, without its number, and each of the two names of `상태 (Status)`. */
export const termsOf = remembering((text): readonly string[] => {
  const whole = termOf(text.slice(0, LONGEST_NAME)).replace(/[:：.。?*]+$/, '').trim();
  const terms = new Set<string>([whole]);
  const bare = whole.replace(/^(?:[§#]\s*)?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{1,5}|[一二三四五六七八九十]{1,3})[.):、．]?\s+(?=\S)/, '').replace(/^\d{1,3}(?:\.\d{1,3}){0,4}[.)、．]\s*/, '').trim();
  terms.add(bare);
  const paren = /^(.*?)\s*[(（[]([^()（）[\]]*)[)）\]]\s*$/.exec(bare);
  if (paren) {
    terms.add(paren[1]!.trim());
    terms.add(paren[2]!.trim());
  }
  for (const part of bare.split(/\s*[/|]\s*/)) terms.add(part.trim());
  terms.delete('');
  return [...terms];
});

const LONGEST_NAME = 120;
export const EMOJI = /[\p{Extended_Pictographic}\u{FE0F}\u{200D}\u{20E3}\u{1F3FB}-\u{1F3FF}]/gu;
