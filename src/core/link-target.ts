import { folderOf, resolvePath, stepsUp } from './paths.ts';

/** Where a link in a document leads, as far as its text says it. */
export interface LinkTarget {
  /** Below the folder that Docket was given; empty for the document itself. */
  readonly path: string;
  /** What stands behind `#`, decoded; undefined where nothing does. */
  readonly fragment: string | undefined;
  /** Does it count from the top of the repository? */
  readonly isFromTop: boolean;
}

/**
 * Undefined for what leads to no file in the folder: the web, a way out of the folder, a place that a site generator or the author still has to fill in.
 * `above` is the way from the top of the repository down to the folder.
 */
export function targetOfLink(written: string, from: string, above: string): LinkTarget | undefined {
  if (written === '' || written.length > LONGEST || /^(?:[a-z][a-z\d+.-]*:|\/\/|\\|~|@|\?)/i.test(written) || FILLED_IN.test(written)) return undefined;
  const hash = written.indexOf('#');
  const fragment = hash < 0 ? undefined : decoded(written.slice(hash + 1));
  const path = decoded((hash < 0 ? written : written.slice(0, hash)).replace(/\?.*$/s, ''));
  if (path === '') return { path: '', fragment, isFromTop: false };
  const isFromTop = path.startsWith('/');
  const resolved = resolvePath(isFromTop ? '' : folderOf(from), path);
  if (resolved === '' || stepsUp(resolved) > 0 || /[\u0000-\u001f\\*|]/.test(resolved)) return undefined;
  if (!isFromTop || above === '') return { path: resolved, fragment, isFromTop };
  return resolved.startsWith(`${above}/`) ? { path: resolved.slice(above.length + 1), fragment, isFromTop } : undefined;
}

// `{{< ref "x" >}}`, `{% link x %}`, `${base}/x`, `<path>`, `path/to/…`, `XXXX-title.md`.
const FILLED_IN = /[{}<>]|%7B|\$\(|\.\.\.|…|(?:^|[/_.-])(?:path\/to|x{3,}|n{4,}|y{4,})(?=$|[/_.-])/i;

/** No file's path is longer, in UTF-16 units. */
const LONGEST = 600;

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
