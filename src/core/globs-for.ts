import { folderOf, nameOf } from './paths.ts';

/** Globs that match `paths` and say how such files are named, shortest first: `docs/adr/[0-9]*.md`, `keps/*\/*\/README.md`. */
export function globsFor(paths: readonly string[], scope: string): string[] {
  const byDepth = new Map<number, string[]>();
  for (const path of paths) {
    const below = scope === '' ? path : path.slice(scope.length + 1);
    const depth = below.split('/').length;
    const same = byDepth.get(depth);
    if (same) same.push(below);
    else byDepth.set(depth, [below]);
  }
  const globs = [...byDepth.values()].flatMap((belows) => {
    const firsts = [...new Set(belows.map(firstFolder))];
    const groups = firsts.length <= MOST_FOLDERS ? firsts.map((first) => belows.filter((below) => firstFolder(below) === first)) : [belows];
    return groups.flatMap((each) => {
      const folders = folderGlob(each.map(folderOf));
      return nameGlobs(each.map(nameOf)).map((name) => [scope, folders, name].filter((part) => part !== '').join('/'));
    });
  });
  return [...new Set(globs)].sort((a, b) => a.length - b.length || a.localeCompare(b));
}

const firstFolder = (below: string): string => folderOf(below).split('/')[0]!;

/** Up to so many folders are named; more are a `*`. */
const MOST_FOLDERS = 3;

function folderGlob(folders: readonly string[]): string {
  const parts = folders.map((folder) => folder.split('/'));
  return (parts[0] ?? []).map((part, index) => (parts.every((each) => each[index] === part) && (parts.length > 1 || !/\d/.test(part)) ? literal(part) : '*')).join('/');
}

const literal = (text: string): string => text.replace(/[*?[\]{}()!+@\\]/g, '?');

function nameGlobs(names: readonly string[]): string[] {
  if (new Set(names).size === 1 && !NUMBERED.test(names[0]!)) return [literal(names[0]!)];
  const globs = [...new Set(names.map(nameGlob))];
  return globs.length > MOST_SHAPES || globs.some((glob) => /^\*\.\w+$/.test(glob)) ? [...new Set(names.map((name) => `*${extensionOf(name)}`))] : globs;
}

/** More ways of naming than these have nothing in common. */
const MOST_SHAPES = 2;

const NUMBERED = /^(\p{L}{0,12}[-_]?)\d/u;

function nameGlob(name: string): string {
  const prefix = NUMBERED.exec(name)?.[1];
  return prefix === undefined ? `*${extensionOf(name)}` : `${prefix}[0-9]*${extensionOf(name)}`;
}

const extensionOf = (name: string): string => /\.[^.]+$/.exec(name)?.[0] ?? '';
