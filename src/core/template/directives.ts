import { isMap, isScalar, isSeq, parseDocument as parseYaml, type Node, type YAMLMap } from 'yaml';
import { say, type MessageData, type Text } from '../language.ts';
import type { Range } from '../lines.ts';
import { nearest } from '../nearest.ts';
import { yamlReason } from '../yaml-reasons.ts';

/** A mistake in a template's directive; the range counts in the template's text. */
export interface TemplateMistake {
  readonly message: Text;
  readonly data: MessageData;
  readonly range: Range;
}

/** What a directive may hold: how a value is read, undefined where it is none; and the words for what was expected. */
export interface Reader<T> {
  readonly read: (value: unknown) => T | undefined;
  readonly expected: Text;
}

export const text: Reader<string> = {
  read: (value) => (typeof value === 'string' && value.trim() ? value.trim() : undefined),
  expected: { en: 'a text', ko: '글' },
};

export const texts: Reader<readonly string[]> = {
  read: (value) => (Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number') ? value.map(String) : undefined),
  expected: { en: 'a list such as [one, two]', ko: '[하나, 둘]과 같은 목록' },
};

export const yesOrNo: Reader<boolean> = {
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  expected: { en: 'true or false', ko: 'true 또는 false' },
};

export const count: Reader<number> = {
  read: (value) => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined),
  expected: { en: 'a whole number above 0', ko: '0보다 큰 정수' },
};

/** One of several words. */
export function oneOf<T extends string>(words: readonly T[]): Reader<T> {
  return { read: (value) => words.find((word) => word === value), expected: { en: `one of ${words.join(', ')}`, ko: `${words.join(', ')} 중 하나` } };
}

/** Either of two kinds of value. */
export function either<A, B>(one: Reader<A>, other: Reader<B>): Reader<A | B> {
  return {
    read: (value) => one.read(value) ?? other.read(value),
    expected: { en: `${one.expected.en} or ${other.expected.en}`, ko: `${one.expected.ko} 또는 ${other.expected.ko}` },
  };
}

type Shape = Readonly<Record<string, Reader<unknown>>>;
export type Directives<S extends Shape> = { readonly [K in keyof S]?: S[K] extends Reader<infer T> ? T : never };

/**
 * Reads directives of a shape from YAML that stands at `offset`; what has a mistake is left out and told to `tell`.
 * Without a map nothing is read.
 */
export function readDirectives<S extends Shape>(yaml: string, offset: number, shape: S, tell: (mistake: TemplateMistake) => void): Directives<S> {
  const parsed = parseYaml(yaml, { schema: 'core', logLevel: 'silent', uniqueKeys: false });
  const failure = parsed.errors[0];
  if (failure) {
    const reason = yamlReason(failure.code, failure.message.split('\n', 1)[0]!.replace(/ at line .*$/, ''));
    const start = Math.min(offset + failure.pos[0], offset + yaml.length);
    tell({ message: withReason(reason), data: {}, range: { start, end: Math.max(start, Math.min(offset + failure.pos[1], offset + yaml.length)) } });
    return {};
  }
  if (!isMap(parsed.contents)) {
    const trimmed = yaml.trim();
    const start = offset + yaml.indexOf(trimmed);
    tell({ message: MESSAGES.map, data: { known: Object.keys(shape).join(', ') }, range: { start, end: start + trimmed.length } });
    return {};
  }
  return readMap(parsed.contents, (node) => node.toJS(parsed, { maxAliasCount: 100 }) as unknown, offset, shape, tell);
}

/** Reads the pairs of a map; ranges of its nodes count from `offset`. */
export function readMap<S extends Shape>(map: YAMLMap, valueOf: (node: Node) => unknown, offset: number, shape: S, tell: (mistake: TemplateMistake) => void): Directives<S> {
  const found: Record<string, unknown> = {};
  for (const pair of map.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const at = (node: unknown): Range => rangeOfNode(node, offset) ?? rangeOfNode(pair.key, offset) ?? { start: offset, end: offset };
    if (!Object.hasOwn(shape, key)) {
      const similar = nearest(key, Object.keys(shape));
      tell({ message: similar ? MESSAGES.similar : MESSAGES.unknown, data: { key, similar: similar ?? '', known: Object.keys(shape).join(', ') }, range: at(pair.key) });
      continue;
    }
    const reader = shape[key]!;
    const value = pair.value ? read(pair.value as Node, valueOf, reader) : undefined;
    if (value === undefined) {
      const { expected } = reader;
      tell({ message: { en: say(MESSAGES.expected, 'en', { key, expected: expected.en }), ko: say(MESSAGES.expected, 'ko', { key, expected: expected.ko }) }, data: {}, range: at(pair.value) });
    } else found[key] = value;
  }
  return found as Directives<S>;
}

function read(node: Node, valueOf: (node: Node) => unknown, reader: Reader<unknown>): unknown {
  try {
    return reader.read(isMap(node) || isSeq(node) || isScalar(node) ? valueOf(node) : undefined);
  } catch {
    return undefined;
  }
}

function rangeOfNode(node: unknown, offset: number): Range | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range && range[1] > range[0] ? { start: offset + range[0], end: offset + range[1] } : undefined;
}

const withReason = (reason: Text): Text => ({ en: say(MESSAGES.yaml, 'en', { reason: reason.en }), ko: say(MESSAGES.yaml, 'ko', { reason: reason.ko }) });

/** What is said of a mistake in a directive. */
export const MESSAGES = {
  yaml: { en: 'This directive is not valid YAML: {reason}.', ko: '이 지시문은 올바른 YAML이 아닙니다: {reason}.' },
  map: { en: 'A directive has to be a list of settings, such as {aliases: [Background]}; there are {known}.', ko: '지시문은 {aliases: [배경]}과 같은 설정이어야 합니다. {known}을(를) 쓸 수 있습니다.' },
  unknown: { en: 'There is no directive "{key}" here; use one of {known}.', ko: '여기에는 "{key}" 지시문이 없습니다. {known} 중 하나를 쓰세요.' },
  similar: { en: 'There is no directive "{key}" here; did you mean "{similar}"?', ko: '여기에는 "{key}" 지시문이 없습니다. "{similar}"을(를) 쓰려고 했나요?' },
  expected: { en: '"{key}" has to be {expected}.', ko: '"{key}" 값은 {expected}이어야 합니다.' },
  place: { en: 'This directive stands under no heading, so it says nothing; move it directly under the heading that it is for.', ko: '이 지시문은 제목 바로 아래에 있지 않아 쓰이지 않습니다. 해당 제목 바로 아래로 옮기세요.' },
  alias: { en: 'Two sections of this template answer to "{key}"; take the alias from one of them.', ko: '이 템플릿의 두 섹션이 "{key}"에 해당합니다. 한쪽에서 별칭을 빼세요.' },
  status: { en: '"{key}" is none of the statuses of this template; use one of {known}.', ko: '"{key}"은(는) 이 템플릿의 상태가 아닙니다. {known} 중 하나를 쓰세요.' },
} satisfies Record<string, Text>;
