import { LANGUAGES, type FieldRole, type Relation, type Words } from '../vocabulary/index.ts';
import { termOf } from '../vocabulary/terms.ts';
import { languageOf } from './status-word.ts';

/** The key of a field for `role`, in the language and the letters of `like`, the key of the status; `shown` is a neighbour's. */
export function keyFor(role: FieldRole, like: string, shown: string | undefined, keys: readonly string[]): string {
  if (shown !== undefined) return shown;
  const term = termOf(like);
  const language = LANGUAGES.find(({ fields }) => fields.status?.some((word) => termOf(word) === term)) ?? LANGUAGES[0]!;
  const words = (language.fields[role] ?? LANGUAGES[0]!.fields[role])![0]!;
  const joint = keys.some((key) => /[a-z]_[a-z]/.test(key)) ? '_' : '-';
  if (keys.some((key) => /^[a-z]+[A-Z]/.test(key))) return words.replace(/ (\p{L})/gu, (_, letter: string) => letter.toUpperCase());
  if (keys.includes(like)) {
    const joined = words.replaceAll(' ', joint);
    return /^\p{Lu}/u.test(like) ? joined.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()) : joined;
  }
  return likeKey(words, like);
}

function likeKey(words: string, like: string): string {
  if (like.length > 1 && like === like.toUpperCase() && like !== like.toLowerCase()) return words.toUpperCase();
  return /^\p{Lu}/u.test(like) ? words[0]!.toUpperCase() + words.slice(1) : words;
}

/** The phrase with `%` that states `relation` in the language of a status, with a capital where it begins a sentence. */
export function phraseFor(relation: Relation, status: string): string {
  const language = languageOfWords(status);
  const own = language.relations[relation] ?? LANGUAGES[0]!.relations[relation]!;
  const phrase = own.find((one) => one.includes('(')) ?? own[0]!;
  return phrase.startsWith('%') ? phrase.replace(/^%[을를] /, '%을(를) ').replace(/^%로 /, '%(으)로 ') : phrase[0]!.toUpperCase() + phrase.slice(1);
}

function languageOfWords(status: string): Words {
  const words = status.replace(/[*_`"'[\]]/g, '').trim();
  return languageOf(termOf(words)) ?? LANGUAGES.find(({ statuses }) => Object.values(statuses).flat().some((word) => termOf(words).startsWith(termOf(word)))) ?? LANGUAGES[0]!;
}

/** A phrase with a name in it; of the two forms of a Korean particle the one that the name's last sound asks for. */
export function withName(phrase: string, name: string): string {
  const spoken = /^\[([^\]]*)\]/.exec(name)?.[1] ?? name;
  const sound = finalSound(spoken);
  const spelt = phrase.replace(/을\(를\)|\(으\)로/, (both) => {
    if (sound === undefined) return both;
    if (both === '을(를)') return sound === '' ? '를' : '을';
    return sound === '' || sound === 'ㄹ' ? '로' : '으로';
  });
  return spelt.replace('%', () => name);
}

// Whether the last sound is a consonant: of a Hangul syllable, or of a digit as it is read; undefined for other letters.
function finalSound(text: string): '' | 'ㄹ' | 'other' | undefined {
  const last = text.trim().at(-1) ?? '';
  const digit = '0123456789'.indexOf(last);
  if (last !== '' && digit >= 0) return (['other', 'ㄹ', '', 'other', '', '', 'other', 'ㄹ', 'ㄹ', ''] as const)[digit];
  const code = last.charCodeAt(0) - 0xac00;
  if (!(code >= 0 && code < 11_172)) return undefined;
  const final = code % 28;
  return final === 0 ? '' : final === 8 ? 'ㄹ' : 'other';
}
