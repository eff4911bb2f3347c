import type { AgendaGroup } from './config/schema.ts';
import type { Severity } from './finding.ts';
import type { Language } from './language.ts';
import type { Range } from './lines.ts';
import type { Additions } from './vocabulary/index.ts';

export type { ConfigMistake } from './config/mistakes.ts';
export { CONFIG_FILE, MISNAMED_CONFIG_FILE } from './config/names.ts';

/** The settings of one `.docket.yaml`, or the defaults. */
export interface Config {
  /** The file's path; undefined for the defaults. */
  readonly path: string | undefined;
  /** The type's template, relative to the configuration's folder, and its globs. */
  readonly types: readonly { readonly id: string; readonly template: string | undefined; readonly files: readonly string[]; readonly range: Range }[];
  readonly rules: Readonly<Record<string, { readonly severity: Severity | 'off'; readonly options: unknown }>>;
  readonly exclude: readonly string[];
  /** The team's own words; undefined where it adds none. */
  readonly vocabulary: Additions | undefined;
  readonly language: Language | undefined;
  /** Are documents checked by a template that merely lies beside them? Undefined: yes. */
  readonly adopt: boolean | undefined;
  /** Under what the action items of an agenda stand; undefined: their owners. */
  readonly agendaGroup: AgendaGroup | undefined;
  /** The file with the findings that are accepted for now, as it is written, and where. */
  readonly baseline: { readonly path: string; readonly range: Range } | undefined;
  /** The files with indexes of other repositories, as they are written, and where. */
  readonly indexes: readonly { readonly path: string; readonly range: Range }[];
  /** How other repositories know this one, the address with a slash at its end; undefined where nothing is said of it. */
  readonly repository: { readonly name: string | undefined; readonly url: string | undefined } | undefined;
  /** The files that options of rules name, where the rule is not off, as they are written, and where. */
  readonly ruleFiles: readonly { readonly rule: string; readonly path: string; readonly range: Range }[];
}

export const DEFAULT_CONFIG: Config = { path: undefined, types: [], rules: {}, exclude: [], vocabulary: undefined, language: undefined, adopt: undefined, agendaGroup: undefined, baseline: undefined, indexes: [], repository: undefined, ruleFiles: [] };

/** How much some rules weigh, by their ids. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** A configuration in which some rules weigh something else; their options stay. */
export function withRules(config: Config, settings: RuleSettings = {}): Config {
  const changed = Object.entries(settings).map(([id, severity]) => [id, { severity, options: config.rules[id]?.options }] as const);
  return changed.length ? { ...config, rules: { ...config.rules, ...Object.fromEntries(changed) } } : config;
}
