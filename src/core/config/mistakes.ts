import * as v from 'valibot';
import { isMap, isScalar, isSeq, type Document as YamlDocument } from 'yaml';
import { GLOB_MISTAKES, globMistake } from '../globs.ts';
import { LANGUAGES, type MessageData, type Text } from '../language.ts';
import type { Range } from '../lines.ts';
import { nearest } from '../nearest.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { pagesAddress } from '../shared-index/schema.ts';
import { MESSAGES } from './messages.ts';
import { CONFIG_FILE } from './names.ts';
import { optionMistake } from './option-mistakes.ts';
import { entriesAt, rangeAt } from './places.ts';
import { AGENDA_GROUPS, configSchema, LEVELS, VOCABULARY, type ConfigText } from './schema.ts';

/** A mistake in a configuration, at its place. */
export interface ConfigMistake {
  /** Which one it is, where somebody may go on in spite of it. */
  readonly id?: 'no-baseline';
  readonly message: Text;
  readonly data: MessageData;
  readonly range: Range;
}

/** What is wrong with a configuration that is YAML, in the order of the text; `read` is what the schema made of it. */
export function mistakesIn(yaml: YamlDocument.Parsed, read: v.SafeParseResult<typeof configSchema>): ConfigMistake[] {
  const misshapen = mistakesOfShape(yaml);
  const others = [...(read.issues ?? []).flatMap((issue) => mistakeOf(issue, yaml)), ...mistakesOfGlobs(yaml), ...mistakesOfOptions(yaml), ...mistakesOfAddress(read.success ? read.output : {}, yaml)];
  const beyond = others.filter((one) => !misshapen.some(({ range }) => range.start <= one.range.start && one.range.end <= range.end));
  return [...misshapen, ...beyond].sort((one, other) => one.range.start - other.range.start);
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
