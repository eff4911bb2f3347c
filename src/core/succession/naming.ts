import type { Entry } from '../entry.ts';
import { documentName } from '../dialects/file-name.ts';
import { nameOf } from '../paths.ts';

/** What a name is made from. */
export type Named = Pick<Entry, 'path' | 'id' | 'number' | 'title' | 'kind'>;

/** The ways in which people name a document in a text; those that say more come first. */
const FORMS: readonly ((of: Named) => string | undefined)[] = [
  (of) => (lettered(of) ? `${lettered(of)}: ${of.title}` : undefined),
  (of) => (lettered(of) ? `${lettered(of)} - ${of.title}` : undefined),
  (of) => (lettered(of) ? `${lettered(of)} ${of.title}` : undefined),
  (of) => (of.number === null ? undefined : `${of.number}. ${of.title}`),
  (of) => (of.number === null ? undefined : `${digitsOf(of)}. ${of.title}`),
  (of) => (of.number === null ? undefined : `${digitsOf(of)}: ${of.title}`),
  (of) => (of.number === null ? undefined : `${digitsOf(of)} - ${of.title}`),
  (of) => (of.number === null ? undefined : `${digitsOf(of)} ${of.title}`),
  lettered,
  (of) => lettered(of)?.replace('-', ' '),
  (of) => (of.number === null ? undefined : `${prefixOf(of)}-${of.number}`),
  (of) => (of.number === null ? undefined : `${prefixOf(of)} ${of.number}`),
  (of) => documentName(of.path).name,
  (of) => nameOf(of.path),
  (of) => (of.number === null ? undefined : digitsOf(of)),
  (of) => (of.number === null ? undefined : String(of.number)),
  (of) => of.title,
];

/** `other` named as `written` names `known`; undefined where nobody can tell how that was made. */
export function namedLike(written: string, known: Named, other: Named): string | undefined {
  const form = FORMS.find((each) => isSame(each(known), written));
  return form?.(other);
}

/** A document as it is named where no neighbour shows how: `ADR-0012`, in a numbered status section `12. Title`. */
export function usualName(of: Named, isNumberedTitle: boolean): string {
  if (isNumberedTitle && of.number !== null) return `${of.number}. ${of.title}`;
  return lettered(of) ?? of.title;
}

/** The id of `other` in the letters, sign and width in which `written` has that of `known`: `RFC 0122` beside `RFC 0118`; undefined where `written` is no id. */
export function idLike(written: string, known: Named, other: Named): string | undefined {
  const [, letters, sign, digits] = /^(\p{L}{2,12})([-_ #]{0,2})(\d{1,8})$/u.exec(written.trim()) ?? [];
  if (digits === undefined || Number(digits) !== known.number || other.number === null) return undefined;
  return `${letters}${sign}${String(other.number).padStart(digits.startsWith('0') ? digits.length : 0, '0')}`;
}

/** The digits of its number as the file's name writes them: `0012`. */
export function digitsOf({ path, number, id }: Named): string {
  const written = /\d+/.exec(documentName(path).parts.id ?? '')?.[0];
  if (written !== undefined && Number(written) === number) return written;
  const inId = /\d+$/.exec(id ?? '')?.[0];
  return inId !== undefined && Number(inId) === number ? inId : String(number ?? '');
}

// `ADR-0012`; a decision record that is called by its number alone gets the letters that people say.
function lettered(of: Named): string | undefined {
  if (of.id !== null && /^\p{L}/u.test(of.id) && /\d$/.test(of.id)) return of.id;
  return of.number === null || of.kind !== 'decision' ? undefined : `${prefixOf(of)}-${digitsOf(of)}`;
}

function prefixOf({ id, path }: Named): string {
  const own = /^\p{L}+/u.exec(id ?? '')?.[0];
  if (own) return own;
  const folder = path.split('/').slice(0, -1).reverse().find((name) => SERIES.test(name));
  // The Rust project keeps its RFCs in `text`, and so do those who took its form.
  return folder ? SERIES.exec(folder)![1]!.toUpperCase() : path.split('/').at(-2) === 'text' ? 'RFC' : 'ADR';
}

// A folder named for its series: `rfcs`, `keps`, `design-proposals` is none.
const SERIES = /^(adr|rfc|rfd|kep|tep|cep|bip|eip|rip|nep|sep)s?$/i;

function isSame(form: string | undefined, written: string): boolean {
  const key = (text: string): string => text.replace(/[`*\\]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
  return form !== undefined && form !== '' && key(form) === key(written);
}
