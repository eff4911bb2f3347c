import type { Baseline } from './baseline.ts';
import { CONFIG_FILE, DEFAULT_CONFIG, type Config, type ConfigMistake } from './config.ts';
import type { DocType } from './doc-type.ts';
import type { Layer } from './extends.ts';
import { folderOf } from './paths.ts';
import type { Repositories } from './shared-index/repositories.ts';
import type { Template } from './template.ts';
import { builtInVocabulary, type Vocabulary } from './vocabulary/index.ts';

/** A configuration with everything that it names read and ready. */
export interface Configuration {
  /** Its own settings, with the rules and words of what it extends. */
  readonly config: Config;
  /** The configured types first, then the built-in ones that no configured one replaces. */
  readonly types: readonly DocType[];
  readonly excludes: (path: string) => boolean;
  /** Are documents checked by a template that merely lies beside them? */
  readonly adopts: boolean;
  /** The built-in words, with the team's own. */
  readonly vocabulary: Vocabulary;
  readonly text: string;
  readonly mistakes: readonly ConfigMistake[];
  /** What is accepted for now; undefined where the configuration names no file for it. */
  readonly baseline: { /** Relative to the root. */ readonly file: string; readonly documents: Baseline; /** The name in it of the document at `path`. */ readonly nameOf: (path: string) => string } | undefined;
  /** What is known of other repositories; undefined where no index of one is named, or none can be used. */
  readonly repositories: Repositories | undefined;
  /** The template files it was made from. */
  readonly templates: readonly string[];
  /** The files that it extends, with their own mistakes. */
  readonly extended: readonly Pick<Layer, 'path' | 'text' | 'mistakes'>[];
  /** Every file that was asked for to extend it, also where there is none. */
  readonly asked: readonly string[];
}

/** What holds where no `.docket.yaml` is. */
export function defaultConfiguration(builtIn: readonly DocType[]): Configuration {
  return { config: DEFAULT_CONFIG, types: builtIn, excludes: () => false, adopts: true, vocabulary: builtInVocabulary, text: '', mistakes: [], baseline: undefined, repositories: undefined, templates: [], extended: [], asked: [] };
}

/** The built-in types, one for each id, from their templates in all languages. */
export function builtInTypes(templates: readonly Template[]): DocType[] {
  const byId = new Map<string, Template[]>();
  for (const template of templates) byId.set(template.id, [...(byId.get(template.id) ?? []), template]);
  return [...byId].map(([id, own]) => ({ id, kind: own[0]!.kind, templates: own, claims: () => false, builtIn: true }));
}

/** What `configs` holds for the nearest `.docket.yaml` in the folder of `path` or above it. */
export function nearestConfig<T>(path: string, configs: ReadonlyMap<string, T>): T | undefined {
  if (!configs.size) return undefined;
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const found = configs.get(folder === '' ? CONFIG_FILE : `${folder}/${CONFIG_FILE}`);
    if (found || folder === '') return found;
  }
}
