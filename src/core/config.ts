import * as v from 'valibot';
import { isMap, isScalar, isSeq, parseDocument as parseYaml, visit, type Alias, type Document as YamlDocument, type Node } from 'yaml';
import { AGENDA_GROUPS, configSchema, LEVELS, VOCABULARY, type AgendaGroup, type ConfigText } from './config-schema.ts';
import type { Severity } from './finding.ts';
import { GLOB_MISTAKES, globMistake } from './globs.ts';
import { LANGUAGES, say, type Language, type MessageData, type Text } from './language.ts';
import type { Range } from './lines.ts';
import { nearest } from './nearest.ts';
import { optionMistake } from './option-mistakes.ts';
import { rules } from './rules/index.ts';
import { pagesAddress } from './shared-index/schema.ts';
import type { Rule } from './rules/rule.ts';
import type { Additions } from './vocabulary/index.ts';
import { yamlReason } from './yaml-reasons.ts';

export const CONFIG_FILE = '.docket.yaml';

/** A name that people give it by mistake; the file is not read, and that is said. */
export const MISNAMED_CONFIG_FILE = '.docket.yml';

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

/** A mistake in a configuration, at its place. */
export interface ConfigMistake {
  /** Which one it is, where somebody may go on in spite of it. */
  readonly id?: 'no-baseline';
  readonly message: Text;
  readonly data: MessageData;
  readonly range: Range;
}

export const DEFAULT_CONFIG: Config = { path: undefined, types: [], rules: {}, exclude: [], vocabulary: undefined, language: undefined, adopt: undefined, agendaGroup: undefined, baseline: undefined, indexes: [], repository: undefined, ruleFiles: [] };

/** How much some rules weigh, by their ids. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** A configuration in which some rules weigh something else; their options stay. */
export function withRules(config: Config, settings: RuleSettings = {}): Config {
  const changed = Object.entries(settings).map(([id, severity]) => [id, { severity, options: config.rules[id]?.options }] as const);
  return changed.length ? { ...config, rules: { ...config.rules, ...Object.fromEntries(changed) } } : config;
}

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
  // The parser keeps silent about a second document where it is told to be silent.
  const yaml = parseYaml(text, { schema: 'core', logLevel: 'error' });
  const failure = yaml.errors[0];
  const empty = { ...DEFAULT_CONFIG, path };
  if (failure) {
    const [start, end] = failure.pos;
    const reason = yamlReason(failure.code, failure.message.split('\n', 1)[0]!.replace(/ at line .*$/, ''));
    const message = { en: say(MESSAGES.yaml, 'en', { reason: reason.en }), ko: say(MESSAGES.yaml, 'ko', { reason: reason.ko }) };
    return { config: empty, types: [], extends: [], mistakes: [{ message, data: {}, range: { start, end: Math.min(Math.max(end, start), text.length) } }] };
  }
  const value = valueOf(yaml);
  if ('mistake' in value) return { config: empty, types: [], extends: [], mistakes: [value.mistake] };
  const misshapen = mistakesOfShape(yaml);
  const parsed = v.safeParse(configSchema, value.json ?? {});
  const config = parsed.success ? configOf(path, parsed.output, yaml) : undefined;
  const others = [...(parsed.issues ?? []).flatMap((issue) => mistakeOf(issue, yaml)), ...mistakesOfGlobs(yaml), ...mistakesOfOptions(yaml), ...mistakesOfAddress(parsed.success ? parsed.output : {}, yaml)];
  const extended = extendsOf(yaml);
  if (config && !misshapen.length && !others.length) return { config, types: config.types, extends: extended, mistakes: [] };
  const mistakes = [...misshapen, ...others.filter((one) => !misshapen.some(({ range }) => range.start <= one.range.start && one.range.end <= range.end))];
  return { config: empty, types: config?.types ?? templatesNamed(yaml), extends: extended, mistakes: mistakes.sort((one, other) => one.range.start - other.range.start) };
}

/** What is said of a mistake in `.docket.yaml`, beyond its YAML. */
export const MESSAGES = {
  yaml: { en: 'This is not valid YAML: {reason}.', ko: '올바른 YAML이 아닙니다: {reason}.' },
  unknown: { en: 'There is no setting "{key}" here; use one of {known}.', ko: '여기에는 "{key}" 설정이 없습니다. {known} 중 하나를 쓰세요.' },
  similar: { en: 'There is no setting "{key}" here; did you mean "{similar}"?', ko: '여기에는 "{key}" 설정이 없습니다. "{similar}"을(를) 뜻하셨나요?' },
  'no-rule': { en: 'There is no rule "{key}"; docket lint --explain lists those that there are.', ko: '"{key}" 규칙은 없습니다. docket lint --explain으로 규칙 목록을 볼 수 있습니다.' },
  'no-map': { en: '"{key}" has to hold settings, one on a line, each as "name: value".', ko: '"{key}"에는 한 줄에 하나씩 "이름: 값" 형식의 설정을 써야 합니다.' },
  'no-list': { en: '"{key}" has to be a glob, such as "text/**/*.md", or a list of globs.', ko: '"{key}"에는 "text/**/*.md" 같은 글로브나 그 목록을 써야 합니다.' },
  'no-words': { en: '"{key}" has to be a list of words, such as [ratified, in force].', ko: '"{key}"에는 [ratified, in force]처럼 단어 목록을 써야 합니다.' },
  'no-glob': { en: 'Each entry of "{key}" has to be a glob in quotes, such as "text/**/*.md".', ko: '"{key}"의 항목은 "text/**/*.md"처럼 따옴표로 감싼 글로브여야 합니다.' },
  'no-word': { en: 'Each entry of "{key}" has to be a word; put it in quotes.', ko: '"{key}"의 항목은 단어여야 합니다. 따옴표로 감싸세요.' },
  'no-options': { en: 'The rule "{key}" has no options; write its severity alone.', ko: '"{key}" 규칙에는 옵션이 없습니다. 심각도만 쓰세요.' },
  'empty-type': { en: 'Nothing is said of the type "{key}"; add "template" or "files".', ko: '"{key}" 형식에 내용이 없습니다. "template"이나 "files"를 추가하세요.' },
  'wrong-name': { en: 'Docket does not read this file; rename it to {name}.', ko: 'Docket은 이 파일을 읽지 않습니다. 이름을 {name}로 바꾸세요.' },
  'no-text': { en: '"{key}" has to be text, and not empty; put it in quotes.', ko: '"{key}"에는 빈 값이 아닌 텍스트를 따옴표로 감싸 써야 합니다.' },
  'no-severity': { en: '"{key}" has to be one of {known}, or a list of one of these and the options of the rule.', ko: '"{key}"에는 {known} 중 하나, 또는 그 하나와 규칙의 옵션으로 된 목록을 써야 합니다.' },
  'no-extends': { en: '"{key}" has to be a path or the name of a package, or a list of these.', ko: '"{key}"에는 경로나 패키지 이름, 또는 그 목록을 써야 합니다.' },
  'no-choice': { en: '"{key}" has to be one of {known}.', ko: '"{key}"에는 {known} 중 하나를 써야 합니다.' },
  'no-yes': { en: '"{key}" has to be true or false.', ko: '"{key}"에는 true 또는 false를 써야 합니다.' },
  'no-baseline': { en: 'The baseline "{baseline}" cannot be read; check the path, which is relative to this file, or write it with docket lint --update-baseline.', ko: '베이스라인 "{baseline}"을(를) 읽을 수 없습니다. 이 파일을 기준으로 한 경로인지 확인하거나 docket lint --update-baseline으로 만드세요.' },
  'not-a-baseline': { en: 'The baseline "{baseline}" cannot be used, for {reason} (line {line}, column {column}); mend it, or delete it and write it again with docket lint --update-baseline.', ko: '베이스라인 "{baseline}"을(를) 쓸 수 없습니다. {line}행 {column}열: {reason}. 고치거나, 지우고 docket lint --update-baseline으로 다시 만드세요.' },
  'baseline-outside': { en: 'The baseline "{baseline}" lies outside the workspace; move it inside.', ko: '베이스라인 "{baseline}"이(가) 작업 영역 밖에 있습니다. 안으로 옮기세요.' },
  'no-indexes': { en: '"{key}" has to be the path of a file that docket index has written, or a list of such paths.', ko: '"{key}"에는 docket index가 쓴 파일의 경로나 그 목록을 써야 합니다.' },
  'no-index': { en: 'The index "{index}" cannot be read ({reason}); check the path, which is relative to this file.', ko: '인덱스 "{index}"을(를) 읽을 수 없습니다({reason}). 이 파일을 기준으로 한 경로인지 확인하세요.' },
  'not-an-index': { en: 'The index "{index}" cannot be used, for {reason} (line {line}, column {column}).', ko: '인덱스 "{index}"을(를) 쓸 수 없습니다. {line}행 {column}열: {reason}.' },
  'index-address': { en: 'The index "{index}" is an address, and Docket asks no network; put a copy of the file into the repository and write its path.', ko: '인덱스 "{index}"은(는) 웹 주소입니다. Docket은 네트워크를 쓰지 않으니 파일의 사본을 저장소에 두고 그 경로를 쓰세요.' },
  'index-outside': { en: 'The index "{index}" lies outside the repository; put a copy of it inside.', ko: '인덱스 "{index}"이(가) 저장소 밖에 있습니다. 안에 사본을 두세요.' },
  'large-index': { en: 'The index "{index}" has {megabytes} MB, and no more than {most} MB are read; publish a folder of the repository instead.', ko: '인덱스 "{index}"은(는) {megabytes}MB로, {most}MB까지만 읽습니다. 저장소의 폴더 하나만 인덱스로 만드세요.' },
  'no-address': { en: '"{url}" is no address of web pages; write one such as "https://github.com/acme/payments/blob/main/".', ko: '"{url}"은(는) 웹 페이지의 주소가 아닙니다. "https://github.com/acme/payments/blob/main/"처럼 쓰세요.' },
  'no-rule-file': { en: 'The file "{file}" that the rule "{rule}" needs cannot be read; check the path, which is relative to this file.', ko: '"{rule}" 규칙에 필요한 파일 "{file}"을(를) 읽을 수 없습니다. 이 파일을 기준으로 한 경로인지 확인하세요.' },
  'no-type-name': { en: '"{key}" cannot be the name of a type; use letters, digits, "-" and "_".', ko: '"{key}"은(는) 형식 이름으로 쓸 수 없습니다. 글자, 숫자, "-", "_"만 쓰세요.' },
  unreadable: { en: 'This file cannot be read ({reason}), so none of its settings hold.', ko: '이 파일을 읽을 수 없어({reason}) 어떤 설정도 적용되지 않습니다.' },
  'bad-template': { en: 'The template "{template}" cannot be read ({reason}); mend the file, or name another one.', ko: '템플릿 "{template}"을(를) 읽을 수 없습니다({reason}). 파일을 고치거나 다른 파일을 지정하세요.' },
  'no-template': { en: 'The template "{template}" cannot be read; check the path, which is relative to this file.', ko: '템플릿 "{template}"을(를) 읽을 수 없습니다. 이 파일을 기준으로 한 경로인지 확인하세요.' },
  'similar-template': { en: 'There is no template "{template}"; did you mean "{similar}"?', ko: '템플릿 "{template}"은(는) 없습니다. "{similar}"을(를) 뜻하셨나요?' },
  'type-as-template': { en: '"{template}" is a type of Docket and no file; call the type "{template}" and leave "template" out, or name a file.', ko: '"{template}"은(는) 파일이 아니라 Docket의 형식입니다. 형식 이름을 "{template}"(으)로 하고 "template"을 빼거나, 파일을 지정하세요.' },
  'template-outside': { en: 'The template "{template}" lies outside the workspace; move it inside.', ko: '템플릿 "{template}"이(가) 작업 영역 밖에 있습니다. 안으로 옮기세요.' },
  'no-schema': { en: 'The type "{type}" has no template, and Docket has none of that name; add "template".', ko: '"{type}" 형식에 템플릿이 없고 같은 이름의 기본 형식도 없습니다. "template"을 추가하세요.' },
  'similar-type': { en: 'The type "{type}" has no template, and Docket has none of that name; did you mean "{similar}"? Otherwise add "template".', ko: '"{type}" 형식에 템플릿이 없고 같은 이름의 기본 형식도 없습니다. "{similar}"을(를) 뜻하셨나요? 아니라면 "template"을 추가하세요.' },
  'no-sections': { en: 'The template "{template}" has no heading, so nothing can be checked by it; add the sections as headings.', ko: '템플릿 "{template}"에 제목이 없어 검사할 것이 없습니다. 섹션을 제목으로 추가하세요.' },
} satisfies Record<string, Text>;

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
    const reason = yamlReason('BAD_ALIAS', String(error));
    const message = { en: say(MESSAGES.yaml, 'en', { reason: reason.en }), ko: say(MESSAGES.yaml, 'ko', { reason: reason.ko }) };
    return { mistake: { message, data: {}, range: badAlias(yaml) } };
  }
}

// The first alias without an anchor; where all have one, the first alias at all.
function badAlias(yaml: YamlDocument.Parsed): Range {
  const aliases: Alias[] = [];
  visit(yaml, { Alias: (_, alias) => void aliases.push(alias) });
  const range = (aliases.find((alias) => !alias.resolve(yaml)) ?? aliases[0])?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

// How many levels of names each setting has; the others hold a value.
const MAPS_DEEP: Readonly<Record<string, number>> = { types: 3, vocabulary: 3, rules: 2, agenda: 2, repository: 2 };

const RESERVED = ['__proto__', 'constructor', 'prototype'];

// What the schema says in words for programmers, or not at all: a list instead of a map, and every unknown key.
function mistakesOfShape(yaml: YamlDocument.Parsed): ConfigMistake[] {
  const mistakes: ConfigMistake[] = [];
  const look = (path: readonly string[]): void => {
    const node = path.length ? yaml.getIn(path, true) : yaml.contents;
    if (isSeq(node)) mistakes.push({ message: MESSAGES['no-map'], data: { key: path.at(-1) ?? CONFIG_FILE }, range: rangeAt(yaml, path, false) });
    if (!isMap(node)) return;
    const known = knownKeys(path);
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
      const at = [...path, key];
      if (known && !known.includes(key)) mistakes.push({ ...unknownKey(key, known, path[0] === 'rules'), range: rangeAt(yaml, at, true) });
      else if (!known && RESERVED.includes(key)) mistakes.push({ message: MESSAGES['no-type-name'], data: { key }, range: rangeAt(yaml, at, true) });
      else if (at.length < (MAPS_DEEP[at[0]!] ?? 0)) look(at);
    }
  };
  look([]);
  return mistakes;
}

// The rules are too many to be listed.
function unknownKey(key: string, known: readonly string[], isRule = false): Omit<ConfigMistake, 'range'> {
  const similar = nearest(key, known);
  if (isRule && !similar) return { message: MESSAGES['no-rule'], data: { key } };
  return similar ? { message: MESSAGES.similar, data: { key, similar } } : { message: MESSAGES.unknown, data: { key, known: known.join(', ') } };
}

// Undefined where the names are the author's own.
function knownKeys(path: readonly string[]): readonly string[] | undefined {
  if (path.length === 0) return Object.keys(configSchema.entries);
  if (path[0] === 'rules') return Object.keys(configSchema.entries.rules.wrapped.pipe[0].entries);
  if (path[0] === 'vocabulary') return path.length === 1 ? Object.keys(VOCABULARY) : (VOCABULARY[path[1] as keyof typeof VOCABULARY] ?? []);
  if (path[0] === 'agenda') return ['group'];
  if (path[0] === 'repository') return ['name', 'url'];
  return path.length === 1 ? undefined : ['template', 'files'];
}

// What the schema cannot say of a glob.
function mistakesOfGlobs(yaml: YamlDocument.Parsed): ConfigMistake[] {
  const types = yaml.get('types');
  const lists = [['exclude'], ...(isMap(types) ? types.items.map(({ key }) => ['types', String(isScalar(key) ? key.value : key), 'files']) : [])];
  return lists.flatMap((path) => {
    return entriesAt(yaml, path).flatMap((entry) => {
      const mistake = typeof entry.value === 'string' ? globMistake(entry.value) : undefined;
      return mistake ? [{ message: GLOB_MISTAKES[mistake], data: {}, range: rangeAt(yaml, entry.path, false) }] : [];
    });
  });
}

function mistakesOfAddress({ repository }: ConfigText, yaml: YamlDocument.Parsed): ConfigMistake[] {
  const url = repository?.url;
  return url === undefined || pagesAddress(url) !== undefined ? [] : [{ message: MESSAGES['no-address'], data: { url }, range: rangeAt(yaml, ['repository', 'url'], false) }];
}

// A rule without options takes none; what another takes is said by its schema.
function mistakesOfOptions(yaml: YamlDocument.Parsed): ConfigMistake[] {
  const settings: unknown = isMap(yaml.contents) ? yaml.get('rules') : undefined;
  if (!isMap(settings)) return [];
  return rules.flatMap((rule) => {
    const setting = settings.get(rule.id);
    if (!isSeq(setting) || setting.items.length !== 2) return [];
    const at = ['rules', rule.id, 1];
    if (!rule.meta.options) return [{ message: MESSAGES['no-options'], data: { key: rule.id }, range: rangeAt(yaml, at, false) }];
    const read = v.safeParse(rule.meta.options, setting.toJS(yaml)[1]);
    return (read.issues ?? []).map((issue) => mistakeOfOption(issue, rule, yaml, at));
  });
}

function mistakeOfOption(issue: v.BaseIssue<unknown>, rule: Rule, yaml: YamlDocument.Parsed, at: readonly (string | number)[]): ConfigMistake {
  const keys = (issue.path ?? []).map((item) => item.key as string | number);
  const known = Object.keys((rule.meta.options as { readonly entries?: object } | undefined)?.entries ?? {});
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never' && typeof keys[0] === 'string' && isMap(yaml.getIn(at));
  const what = isUnknown ? unknownKey(keys[0] as string, known) : optionMistake(rule, keys);
  return { ...what, range: rangeAt(yaml, isMap(yaml.getIn(at)) ? [...at, ...keys] : at, isUnknown) };
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

// What stands in a list, or alone in place of one.
function entriesAt(yaml: YamlDocument.Parsed, path: readonly string[]): { readonly value: unknown; readonly path: readonly (string | number)[] }[] {
  const node: unknown = isMap(yaml.contents) ? yaml.getIn(path, true) : undefined;
  if (!isSeq(node)) return [{ value: valueAt(node), path }];
  return node.items.map((item, index) => ({ value: valueAt(item), path: [...path, index] }));
}

const valueAt = (node: unknown): unknown => (isScalar(node) ? node.value : undefined);

function mistakeOf(issue: v.BaseIssue<unknown>, yaml: YamlDocument.Parsed): ConfigMistake[] {
  const path = (issue.path ?? []).map((item) => String(item.key));
  const isUnknownKey = issue.type === 'strict_object' && issue.expected === 'never';
  if (isUnknownKey) return [];
  if (issue.type === 'union' && path[0] !== 'rules') {
    const entries = entriesAt(yaml, path).filter(({ value }) => typeof value !== 'string' || value === '');
    const ofEntry = (isAlone: boolean): keyof typeof MESSAGES => (path[0] === 'extends' ? 'no-extends' : path[0] === 'indexes' ? 'no-indexes' : isAlone ? 'no-list' : 'no-glob');
    return entries.map((one) => ({ message: MESSAGES[ofEntry(one.path.length === path.length)], data: { key: path.at(-1)! }, range: rangeAt(yaml, one.path, false) }));
  }
  const key = path.findLast((part) => !/^\d+$/.test(part)) ?? CONFIG_FILE;
  const message = issue.type === 'regex' ? 'no-type-name' : messageFor(issue, path);
  const known = (message === 'no-severity' ? LEVELS : path[0] === 'agenda' ? AGENDA_GROUPS : LANGUAGES).join(', ');
  return [{ message: MESSAGES[message], data: { key, known }, range: rangeAt(yaml, path, issue.type === 'regex') }];
}

function messageFor({ type, input }: v.BaseIssue<unknown>, path: readonly string[]): keyof typeof MESSAGES {
  const isEntry = /^\d+$/.test(path.at(-1) ?? '');
  if (path[0] === 'vocabulary') return type === 'array' ? 'no-words' : isEntry ? 'no-word' : (EXPECTED[type] ?? 'no-map');
  if (isEntry && path[0] !== 'rules') return 'no-glob';
  if (path[0] === 'types' && path.length === 2 && input === null) return 'empty-type';
  return EXPECTED[type] ?? 'no-map';
}

const EXPECTED: Readonly<Record<string, keyof typeof MESSAGES>> = {
  string: 'no-text', min_length: 'no-text', array: 'no-list', union: 'no-severity', picklist: 'no-choice', boolean: 'no-yes',
};

// The place of a key or its value in the YAML; that of the nearest node outside where there is none.
function rangeAt(yaml: YamlDocument.Parsed, path: readonly (string | number)[], ofKey: boolean): Range {
  for (let length = path.length; length > 0; length--) {
    const parent = yaml.getIn(path.slice(0, length - 1), true) as Node | undefined;
    const holder = length === 1 ? yaml.contents : parent;
    if (isMap(holder)) {
      const pair = holder.items.find((item) => isScalar(item.key) && String(item.key.value) === String(path[length - 1]));
      const value = pair?.value as Node | null | undefined;
      const isEmpty = !value?.range || value.range[0] === value.range[1];
      const node = (ofKey || isEmpty || length < path.length ? pair?.key : value) as Node | null | undefined;
      if (node?.range) return { start: node.range[0], end: node.range[1] };
    } else {
      const node = yaml.getIn(path.slice(0, length), true) as Node | undefined;
      if (node?.range) return { start: node.range[0], end: node.range[1] };
    }
  }
  const contents = yaml.contents?.range;
  return contents ? { start: contents[0], end: contents[1] } : { start: 0, end: 0 };
}
