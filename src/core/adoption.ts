import type { DocType } from './doc-type.ts';
import { RECORD_KINDS, type Entry, type Kind } from './entry.ts';
import { folderOf, isBelow, isReadme, nameOf } from './paths.ts';
import { readTemplate, type Template, type TemplateBase } from './template.ts';

/** A template that lies in the repository and that no configuration names. */
export interface FoundTemplate {
  readonly path: string;
  readonly text: string;
}

const TEMPLATES_FOLDER = /(?:^|[-_. ])templates?$/i;
/** Forms for the pages of a forge: nothing in the repository is made from them. */
const OF_A_FORGE = /(?:^|\/)(?:\.github|\.gitlab|\.gitea|\.forgejo|\.azuredevops)(?:\/|$)|(?:^|\/)(?:issue|pull_request|merge_request)_template/i;

/** Can documents have been made from the template at `path`? */
export function isAdoptable({ path, kind }: Pick<Entry, 'path' | 'kind'>): boolean {
  return kind === 'template' && !OF_A_FORGE.test(path);
}

/** The folder in and below which a template's documents lie: its own, or the one outside of a folder that holds but templates. */
export function scopeOf(path: string): string {
  let folder = folderOf(path);
  if (isReadme(path)) folder = folderOf(folder);
  while (TEMPLATES_FOLDER.test(nameOf(folder))) folder = folderOf(folder);
  return folder;
}

/** The types that templates in the repository stand for, each with an id of its own. */
export function adoptedTypes(found: readonly FoundTemplate[], entries: readonly Entry[], read = readNamed): DocType[] {
  const taken = new Set<string>();
  return found.flatMap(({ path, text }) => {
    const scope = scopeOf(path);
    const id = freeId(idOf(path), taken);
    const kind = usualKind(scope, entries) ?? 'decision';
    const unsaid: TemplateBase = { label: id, description: path, kind, icon: 'file', folder: scope, apart: true, file: '{number}-{slug}.md', aliases: [] };
    const template = read(id, text, unsaid);
    if (!template.sections.length) return [];
    taken.add(id);
    return [{ id, kind: template.kind, templates: [template], claims: () => false, builtIn: false, adopted: { path, scope } }];
  });
}

/** Reads a template under an id of ours, whatever it calls its type. */
export function readNamed(id: string, text: string, base: TemplateBase): Template {
  return { ...readTemplate(id, text, undefined, base), id };
}

const NO_NAME = /^(?:template|templates|tpl|sample|example|empty|blank|new|the|n+|x+|\d+|)$/i;

// What the name says beside "template" and a number that stands for any: `adr-template.md` is `adr`; otherwise the folder's name.
function idOf(path: string): string {
  const name = isReadme(path) ? nameOf(folderOf(path)) : nameOf(path).replace(/\.\w+$/, '');
  const words = (text: string): string => text.split(/[-_. ]+/).filter((word) => !NO_NAME.test(word)).join('-').toLowerCase();
  return words(name) || words(nameOf(scopeOf(path))) || 'template';
}

/** `id`, or with the next number behind it where it is taken. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}

function usualKind(scope: string, entries: readonly Entry[]): Kind | undefined {
  const counts = RECORD_KINDS.map((kind) => ({ kind, count: entries.filter((entry) => entry.kind === kind && isBelow(scope, entry.path)).length }));
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
  return best.count ? best.kind : undefined;
}
