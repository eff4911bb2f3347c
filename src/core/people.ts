import type { Files } from './files.ts';
import { isKoreanName } from './korean-names.ts';
import { stepsUp } from './paths.ts';

/** Who is there. */
export interface People {
  /** Was a file of the team's own asked for that cannot be read? */
  readonly unread: boolean;
  /** Is somebody of this name there, or can nobody tell? */
  knows(name: string): boolean;
}

/** Where hosts look for the owners of code. */
const CODEOWNERS = ['CODEOWNERS', '.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'docs/CODEOWNERS'];

/** The people of commits, of CODEOWNERS and of a team's own file; undefined where neither commits nor such a file tell. */
export async function peopleAround(files: Pick<Files, 'committers' | 'read' | 'above'>, { since, file }: { readonly since: string; readonly file: string | undefined }): Promise<People | undefined> {
  const above = (await files.above()).split('/').filter(Boolean);
  const [committers, own] = await Promise.all([files.committers(since), file === undefined || stepsUp(file) > above.length ? undefined : textOf(files, file)]);
  if (!committers && file === undefined) return undefined;
  return peopleOf([own ?? '', ...(await codeowners(files, above.length))], committers ?? [], file !== undefined && own === undefined);
}

/** Somebody who may own something, and where the name is from. */
export interface KnownPerson {
  /** As an owner is written: a handle without `@`, or a name. */
  readonly name: string;
  readonly from: 'documents' | 'codeowners' | 'commits';
  /** Is it a name of whoever looks? */
  readonly isMe?: boolean;
}

/** Who can be made an owner: those that `named` has, the owners of code, and who has committed since a day, YYYY-MM-DD; each once. */
export async function peopleToChoose(files: Pick<Files, 'committers' | 'read' | 'above'>, named: readonly string[], since: string): Promise<KnownPerson[]> {
  const above = (await files.above()).split('/').filter(Boolean);
  const [committers, owners] = await Promise.all([files.committers(since), codeowners(files, above.length)]);
  const all: KnownPerson[] = [
    ...named.map((name) => ({ name, from: 'documents' as const })),
    ...owners.flatMap((text) => (text.match(/(?<=(?:^|\s)@)[\w./-]+/g) ?? []).map((name) => ({ name, from: 'codeowners' as const }))),
    ...(committers ?? []).map((one) => ({ name: one.replace(/<[^<>]*>/g, '').trim(), from: 'commits' as const })),
  ];
  const seen = new Set<string>();
  return all.filter(({ name }) => {
    const key = keyOf(name);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

async function codeowners(files: Pick<Files, 'read'>, depth: number): Promise<string[]> {
  const top = '../'.repeat(depth);
  const texts = await Promise.all([...new Set([...CODEOWNERS, ...CODEOWNERS.map((one) => top + one)])].map((one) => textOf(files, one)));
  return texts.map((text) => handlesIn(text ?? ''));
}

async function textOf(files: Pick<Files, 'read'>, path: string): Promise<string | undefined> {
  const read = await files.read(path);
  return 'text' in read ? read.text : undefined;
}

// What stands behind a pattern, or behind a section's name, without comments.
function handlesIn(codeowners: string): string {
  return codeowners.split(/\r\n|\r|\n/).map((line) => (line.replace(/(?:^|\s)#.*$/, '').match(/[^\s@]*@[^\s@]+/g) ?? []).join(' ')).join('\n');
}

/** People who are named in texts, each name, handle or address anywhere in them, and in `committers`, as `Name <address>`. */
export function peopleOf(texts: readonly string[], committers: readonly string[], unread = false): People {
  const words = ` ${keyOf([...texts, ...committers].join('\n'))} `;
  const written = [...committers.map((one) => one.replace(/<[^<>]*>/g, '')), ...texts.flatMap((text) => text.split(/[,;|()<>:\r\n\t]/))];
  const names = written.map((one) => keyOf(one).split(' ').filter(Boolean)).filter((parts) => parts.length > 0 && parts.length <= MOST_PARTS);
  const handles = new Set([...committers, ...texts].flatMap((text) => [...text.matchAll(/([\w.+-]+)@|@([\w-]+)/g)].map((found) => handleKey(found[1] ?? found[2]!))));
  return {
    unread,
    knows(name) {
      const key = keyOf(name);
      if (key === '' || words.includes(` ${key} `) || handles.has(handleKey(name))) return true;
      // Whoever writes the name in another script than the commits do may be anybody of them.
      if (SCRIPTS.some((script) => script.test(key) && !names.some((parts) => parts.some((part) => script.test(part))))) return true;
      const parts = key.split(' ');
      const isHandle = parts.length === 1;
      return names.some((other) => (isHandle ? other.includes(key) || handlesOf(other).includes(handleKey(name)) : isSame(parts, other)));
    },
  };
}

/** A name has no more parts; what has is a sentence. */
const MOST_PARTS = 5;

/** Do two names, handles or addresses name the same person, as far as they tell? What stands in brackets is not looked at. */
export function isSamePerson(one: string, other: string): boolean {
  const [first, second] = [personKey(one), personKey(other)];
  if (!first || !second) return false;
  if (handleKey(first) === handleKey(second) || givenName(first) === second || givenName(second) === first) return true;
  const [few, many] = [first.split(' '), second.split(' ')].sort((a, b) => a.length - b.length) as [string[], string[]];
  return few.length === 1 ? many.length <= MOST_PARTS && (many.includes(few[0]!) || handlesOf(many).includes(few[0]!)) : many.length <= MOST_PARTS && isSame(few, many);
}

/** Of each name the fullest of them that means the same person, rather in words than as a handle; the name itself where several could be meant. */
export function fullestNames(names: readonly string[]): ReadonlyMap<string, string> {
  const fullest = new Map<string, string>();
  const people = new Map<string, string[]>();
  const all = [...new Set(names)].map((name) => ({ name, parts: personKey(name).split(' ') })).sort((one, other) => fullness(other) - fullness(one));
  for (const { name, parts } of all) {
    const candidates = new Set([...parts, parts.join('')].flatMap((part) => people.get(part)?.slice(0, MOST_ALIKE) ?? []));
    const meant = [...candidates].filter((one) => isSamePerson(one, name));
    fullest.set(name, meant.length === 1 ? meant[0]! : name);
    if (meant.length || parts[0] === '') continue;
    for (const key of new Set([...parts, ...handlesOf(parts), ...parts.flatMap((part) => givenName(part) ?? [])])) {
      const own = people.get(key);
      if (own) own.push(name);
      else people.set(key, [name]);
    }
  }
  return fullest;
}

// How much of a name there is, and whether it is in words or whole.
function fullness({ name, parts }: { readonly name: string; readonly parts: readonly string[] }): number {
  return parts.length * 4 + (/\s/.test(name) ? 2 : 0) + (parts.some(isKoreanName) ? 1 : 0);
}

// `민지` of `김민지`, as colleagues call each other.
function givenName(key: string): string | undefined {
  return isKoreanName(key) ? key.slice(1) : undefined;
}

/** Of so many who share a part of their name somebody is found; more are not looked through. */
const MOST_ALIKE = 20;

const SCRIPTS: readonly RegExp[] = [/[가-힣]/, /[a-z]/];

// `ann.lee`, `123+annlee` of a host's own addresses, `@AnnLee`.
function handleKey(handle: string): string {
  return handle.toLowerCase().replace(/^\d+\+/, '').replace(/[^\p{L}\p{N}]/gu, '');
}

function keyOf(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

// Without what stands in brackets and the honorific of Koreans, and of an address the name alone.
function personKey(name: string): string {
  return keyOf(name.replace(/\([^()]*\)|<[^<>]*>/g, ' ').replace(/(\S)@\S+/g, '$1')).replace(/(?<=[가-힣]{2})님$/u, '');
}

function handlesOf(parts: readonly string[]): string[] {
  const first = parts[0]!;
  const last = parts.at(-1)!;
  return [parts.join(''), first + last, last + first, first[0]! + last, first + last[0]!, last + first[0]!];
}

// In either order, without middle names, with initials.
function isSame(parts: readonly string[], other: readonly string[]): boolean {
  const [few, many] = parts.length <= other.length ? [parts, other] : [other, parts];
  const matches = (part: string): boolean => many.some((one) => one === part || (part.length === 1 && one.startsWith(part)) || (one.length === 1 && part.startsWith(one)));
  return few.length > 1 && few.every(matches) && few.some((part) => part.length > 1);
}
