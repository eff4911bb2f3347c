/** The folder that holds `path`, without a slash at its end; empty for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Is `path` in `folder` or below? */
export function isBelow(folder: string, path: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** Is `path` the file or folder `top` itself, or below it? Everything is below the root, which is empty. */
export function isWithin(path: string, top: string): boolean {
  return top === '' || path === top || path.startsWith(`${top}/`);
}

/** The folders above `path`, from the root down, which is empty. */
export function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}

/** `relative` seen from `folder`, with `.` and `..` resolved; leading `..` are kept. */
export function resolvePath(folder: string, relative: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${relative}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** How many folders a resolved path leads up. */
export function stepsUp(path: string): number {
  return path.split('/').filter((part) => part === '..').length;
}

/** Does the path begin at the top of a disk, on whatever platform? */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[a-z]:|[\\/])/i.test(path);
}

/** Does the name end like a Markdown file? */
export function isMarkdownPath(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/** The way from `folder` to `path`, as a link in a document of that folder has it. */
export function relativePath(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

/** A path as the target of a Markdown link: in angle brackets where blanks or brackets would end it. */
export function linkTarget(path: string): string {
  return /[\s()<>]/.test(path) ? `<${path.replace(/[<>]/g, (bracket) => encodeURIComponent(bracket))}>` : path;
}

/** Is it the file that introduces its folder? */
export function isReadme(path: string): boolean {
  return /^(?:readme|index|_index)\.\w+$/i.test(nameOf(path));
}
