import leven from 'leven';
import picomatch from 'picomatch';
import * as v from 'valibot';
import { isMap, isScalar, parseDocument as parseYaml, type Document as YamlDocument, type Node } from 'yaml';
import { configSchema, type ConfigText } from './config-schema.ts';
import type { Severity } from './finding.ts';
import { say, type Language, type MessageData, type Text } from './language.ts';
import type { Range } from './lines.ts';
import { yamlReason } from './yaml-reasons.ts';

export const CONFIG_FILE = '.docket.yaml';

/** The settings of one `.docket.yaml`, or the defaults. */
export interface Config {
  /** The file's path; undefined for the defaults. */
  readonly path: string | undefined;
  /** The type's template, relative to the configuration's folder, and its globs. */
  readonly types: readonly { readonly id: string; readonly template: string | undefined; readonly files: readonly string[]; readonly range: Range }[];
  readonly rules: Readonly<Record<string, { readonly severity: Severity | 'off'; readonly options: unknown }>>;
  readonly exclude: readonly string[];
  readonly language: Language | undefined;
}

/** A mistake in a configuration, at its place. */
export interface ConfigMistake {
  readonly message: Text;
  readonly data: MessageData;
  readonly range: Range;
}

export const DEFAULT_CONFIG: Config = { path: undefined, types: [], rules: {}, exclude: [], language: undefined };

/** Reads `.docket.yaml`. What is mistaken is left out of the configuration and reported. */
export function readConfig(path: string, text: string): { readonly config: Config; readonly mistakes: readonly ConfigMistake[] } {
  const yaml = parseYaml(text, { schema: 'core', logLevel: 'silent' });
  const failure = yaml.errors[0];
  const empty = { ...DEFAULT_CONFIG, path };
  if (failure) {
    const [start, end] = failure.pos;
    const reason = yamlReason(failure.code, failure.message.split('\n', 1)[0]!.replace(/ at line .*$/, ''));
    const message = { en: say(MESSAGES.yaml, 'en', { reason: reason.en }), ko: say(MESSAGES.yaml, 'ko', { reason: reason.ko }) };
    return { config: empty, mistakes: [{ message, data: {}, range: { start, end: Math.min(Math.max(end, start), text.length) } }] };
  }
  const value: unknown = yaml.toJS({ maxAliasCount: 100 }) ?? {};
  const parsed = v.safeParse(configSchema, value);
  if (!parsed.success) return { config: empty, mistakes: parsed.issues.map((issue) => mistakeOf(issue, yaml)) };
  return { config: configOf(path, parsed.output, yaml), mistakes: [] };
}

/** Makes one test of several globs; without globs nothing passes. */
export function globTest(globs: readonly string[]): (path: string) => boolean {
  if (!globs.length) return () => false;
  const patterns = globs.map((glob) => glob.replace(/^\.\//, '').replace(/\/$/, '/**'));
  return picomatch(patterns, { dot: true, nonegate: true });
}

/** The known word closest to `word`, where it is close enough to be a slip. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const scored = known.map((one) => ({ one, distance: leven(word.toLowerCase(), one.toLowerCase()) }));
  const best = scored.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.max(1, Math.floor(word.length / 3)) ? best.one : undefined;
}

/** What is said of a mistake in `.docket.yaml`, beyond its YAML. */
export const MESSAGES = {
  yaml: { en: 'This is not valid YAML: {reason}.', ko: '올바른 YAML이 아닙니다: {reason}.' },
  unknown: { en: 'There is no setting "{key}" here; use one of {known}.', ko: '여기에는 "{key}" 설정이 없습니다. {known} 중 하나를 쓰세요.' },
  similar: { en: 'There is no setting "{key}" here; did you mean "{similar}"?', ko: '여기에는 "{key}" 설정이 없습니다. "{similar}"을(를) 뜻하셨나요?' },
  value: { en: '"{key}" cannot be {received}; write {expected}.', ko: '"{key}"에 {received} 값은 쓸 수 없습니다. {expected} 형식으로 쓰세요.' },
  'no-template': { en: 'The template "{template}" cannot be read; check the path, which is relative to this file.', ko: '템플릿 "{template}"을(를) 읽을 수 없습니다. 이 파일을 기준으로 한 경로인지 확인하세요.' },
  'template-outside': { en: 'The template "{template}" lies outside the workspace; move it inside.', ko: '템플릿 "{template}"이(가) 작업 영역 밖에 있습니다. 안으로 옮기세요.' },
  'no-schema': { en: 'The type "{type}" has no template, and Docket has none of that name; add "template".', ko: '"{type}" 형식에 템플릿이 없고 같은 이름의 기본 형식도 없습니다. "template"을 추가하세요.' },
  'no-sections': { en: 'The template "{template}" has no heading, so nothing can be checked by it; add the sections as headings.', ko: '템플릿 "{template}"에 제목이 없어 검사할 것이 없습니다. 섹션을 제목으로 추가하세요.' },
} satisfies Record<string, Text>;

function configOf(path: string, text: ConfigText, yaml: YamlDocument.Parsed): Config {
  const types = Object.entries(text.types ?? {}).map(([id, type]) => ({
    id, template: type.template, files: type.files ?? [],
    range: rangeAt(yaml, type.template === undefined ? ['types', id] : ['types', id, 'template'], type.template === undefined),
  }));
  const rules = Object.fromEntries(Object.entries(text.rules ?? {}).flatMap(([id, setting]) => {
    if (setting === undefined) return [];
    const [severity, options] = Array.isArray(setting) ? setting : [setting, undefined];
    return [[id, { severity, options }] as const];
  }));
  return { path, types, rules, exclude: text.exclude ?? [], language: text.language };
}

function mistakeOf(issue: v.BaseIssue<unknown>, yaml: YamlDocument.Parsed): ConfigMistake {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const key = String(path.at(-1) ?? '.docket.yaml');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const last = issue.path!.at(-1)!;
    const known = knownKeys(path.slice(0, -1));
    const similar = nearest(String(last.key), known);
    const range = rangeAt(yaml, path, true);
    return similar
      ? { message: MESSAGES.similar, data: { key, similar }, range }
      : { message: MESSAGES.unknown, data: { key, known: known.join(', ') }, range };
  }
  const expected = issue.expected ?? issue.message;
  return { message: MESSAGES.value, data: { key, received: issue.received, expected: expected.replace(/[()]/g, '') }, range: rangeAt(yaml, path, issue.type === 'regex') };
}

function knownKeys(path: readonly (string | number)[]): string[] {
  if (path.length === 0) return Object.keys(configSchema.entries);
  if (path[0] === 'rules') return Object.keys(configSchema.entries.rules.wrapped.pipe[0].entries);
  return ['template', 'files'];
}

// The place of a key or its value in the YAML; that of the nearest node outside where there is none.
function rangeAt(yaml: YamlDocument.Parsed, path: readonly (string | number)[], ofKey: boolean): Range {
  for (let length = path.length; length > 0; length--) {
    const parent = yaml.getIn(path.slice(0, length - 1), true) as Node | undefined;
    const holder = length === 1 ? yaml.contents : parent;
    if (isMap(holder)) {
      const pair = holder.items.find((item) => isScalar(item.key) && String(item.key.value) === String(path[length - 1]));
      const node = (ofKey || length < path.length ? pair?.key : (pair?.value ?? pair?.key)) as Node | null | undefined;
      if (node?.range) return { start: node.range[0], end: node.range[1] };
    } else {
      const node = yaml.getIn(path.slice(0, length), true) as Node | undefined;
      if (node?.range) return { start: node.range[0], end: node.range[1] };
    }
  }
  const contents = yaml.contents?.range;
  return contents ? { start: contents[0], end: contents[1] } : { start: 0, end: 0 };
}
