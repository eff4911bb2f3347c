import * as v from 'valibot';
import { isMap, isScalar, parseDocument as parseYaml, visit, type Alias, type Document as YamlDocument } from 'yaml';
import { DEFAULT_CONFIG, type Config } from '../config.ts';
import { say } from '../language.ts';
import type { Range } from '../lines.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { pagesAddress } from '../shared-index/schema.ts';
import type { Additions } from '../vocabulary/index.ts';
import { yamlReason } from '../yaml-reasons.ts';
import { MESSAGES } from './messages.ts';
import { mistakesIn, type ConfigMistake } from './mistakes.ts';
import { entriesAt, rangeAt } from './places.ts';
import { configSchema, type ConfigText } from './schema.ts';

/** What a text says, and its mistakes. */
export interface ConfigRead {
  /** Where there is a mistake, nothing but the path. */
  readonly config: Config;
  /** The templates that it names, also where there is a mistake elsewhere. */
  readonly types: Config['types'];
  /** What it extends, as it is written, also where there is a mistake elsewhere. */
  readonly extends: readonly { readonly path: string; readonly range: Range }[];
  readonly mistakes: readonly ConfigMistake[];
}

/** Reads `.docket.yaml`. Where it has a mistake, none of it holds. */
export function readConfig(path: string, text: string): ConfigRead {
  const unread = (mistake: ConfigMistake): ConfigRead => ({ config: { ...DEFAULT_CONFIG, path }, types: [], extends: [], mistakes: [mistake] });
  // The parser keeps silent about a second document where it is told to be silent.
  const yaml = parseYaml(text, { schema: 'core', logLevel: 'error' });
  const failure = yaml.errors[0];
  if (failure) {
    const [start, end] = failure.pos;
    return unread(notYaml(failure.code, failure.message.split('\n', 1)[0]!.replace(/ at line .*$/, ''), { start, end: Math.min(Math.max(end, start), text.length) }));
  }
  const value = valueOf(yaml);
  if ('mistake' in value) return unread(value.mistake);
  const read = v.safeParse(configSchema, value.json ?? {});
  const config = read.success ? configOf(path, read.output, yaml) : undefined;
  const mistakes = mistakesIn(yaml, read);
  return { config: config && !mistakes.length ? config : { ...DEFAULT_CONFIG, path }, types: config?.types ?? templatesNamed(yaml), extends: extendsOf(yaml), mistakes };
}

function configOf(path: string, text: ConfigText, yaml: YamlDocument.Parsed): Config {
  const types = Object.entries(text.types ?? {}).map(([id, type]) => ({
    id, template: type.template, files: listed(type.files),
    range: rangeAt(yaml, type.template === undefined ? ['types', id] : ['types', id, 'template'], type.template === undefined),
  }));
  const settings = Object.fromEntries(Object.entries(text.rules ?? {}).flatMap(([id, setting]) => {
    if (setting === undefined) return [];
    const [severity, options] = Array.isArray(setting) ? setting : [setting, undefined];
    return [[id, { severity, options }] as const];
  }));
  const ruleFiles = configuredRules(settings).flatMap(({ id, meta, options }) => (meta.fileOptions ?? []).flatMap((option) => {
    const file = (options as Readonly<Record<string, unknown>> | undefined)?.[option];
    return typeof file === 'string' ? [{ rule: id, path: file, range: rangeAt(yaml, ['rules', id, 1, option], false) }] : [];
  }));
  return { path, types, ruleFiles, rules: settings, exclude: listed(text.exclude), vocabulary: additionsOf(text.vocabulary), language: text.language, adopt: text.adopt, agendaGroup: text.agenda?.group, baseline: text.baseline === undefined ? undefined : { path: text.baseline, range: rangeAt(yaml, ['baseline'], false) }, indexes: listed(text.indexes).map((file, at) => ({ path: file, range: rangeAt(yaml, Array.isArray(text.indexes) ? ['indexes', at] : ['indexes'], false) })), repository: text.repository && { name: text.repository.name, url: pagesAddress(text.repository.url) } };
}

function configuredRules(settings: Config['rules']): readonly { readonly id: string; readonly meta: Rule['meta']; readonly options: unknown }[] {
  return rules.flatMap(({ id, meta }) => (settings[id] && settings[id].severity !== 'off' ? [{ id, meta, options: settings[id].options }] : []));
}

const listed = (one: string | readonly string[] | undefined): readonly string[] => (one === undefined ? [] : typeof one === 'string' ? [one] : one);

function additionsOf(words: ConfigText['vocabulary']): Additions | undefined {
  return words && ({ ...(words.statuses && { statuses: words.statuses }), ...(words.fields && { fields: words.fields }), ...(words.headings && { sections: words.headings }) } as Additions);
}

function valueOf(yaml: YamlDocument.Parsed): { readonly json: unknown } | { readonly mistake: ConfigMistake } {
  try {
    return { json: yaml.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    return { mistake: notYaml('BAD_ALIAS', String(error), badAlias(yaml)) };
  }
}

function notYaml(code: string, words: string, range: Range): ConfigMistake {
  const reason = yamlReason(code, words);
  return { message: { en: say(MESSAGES.yaml, 'en', { reason: reason.en }), ko: say(MESSAGES.yaml, 'ko', { reason: reason.ko }) }, data: {}, range };
}

// The first alias without an anchor; where all have one, the first alias at all.
function badAlias(yaml: YamlDocument.Parsed): Range {
  const aliases: Alias[] = [];
  visit(yaml, { Alias: (_, alias) => void aliases.push(alias) });
  const range = (aliases.find((alias) => !alias.resolve(yaml)) ?? aliases[0])?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

// Of a text with mistakes, so that a template that is missing is said in the same run.
function templatesNamed(yaml: YamlDocument.Parsed): Config['types'] {
  const types: unknown = isMap(yaml.contents) ? yaml.get('types') : undefined;
  if (!isMap(types)) return [];
  return types.items.flatMap(({ key, value }) => {
    const id = String(isScalar(key) ? key.value : key);
    const template = isMap(value) ? value.get('template') : undefined;
    return typeof template === 'string' && template !== '' ? [{ id, template, files: [], range: rangeAt(yaml, ['types', id, 'template'], false) }] : [];
  });
}

// The entries that are text.
function extendsOf(yaml: YamlDocument.Parsed): ConfigRead['extends'] {
  return entriesAt(yaml, ['extends']).flatMap(({ value, path }) => (typeof value === 'string' && value !== '' ? [{ path: value, range: rangeAt(yaml, path, false) }] : []));
}

