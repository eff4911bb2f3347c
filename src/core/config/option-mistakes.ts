import type { MessageData, Text } from '../language.ts';
import type { Rule } from '../rules/rule.ts';

const TEXTS = {
  number: { en: 'The option "{key}" of the rule "{rule}" has to be a whole number from {least} on.', ko: '"{rule}" 규칙의 옵션 "{key}"에는 {least} 이상의 정수를 써야 합니다.' },
  range: { en: 'The option "{key}" of the rule "{rule}" has to be a whole number from {least} to {most}.', ko: '"{rule}" 규칙의 옵션 "{key}"에는 {least}에서 {most} 사이의 정수를 써야 합니다.' },
  array: { en: 'The option "{key}" of the rule "{rule}" has to be a list of texts, such as "{key}: [one, another]".', ko: '"{rule}" 규칙의 옵션 "{key}"에는 "{key}: [하나, 다른 것]"처럼 텍스트 목록을 써야 합니다.' },
  picklist: { en: 'The option "{key}" of the rule "{rule}" has to be one of {known}.', ko: '"{rule}" 규칙의 옵션 "{key}"에는 {known} 중 하나를 써야 합니다.' },
  string: { en: 'The option "{key}" of the rule "{rule}" has to be text, and not empty.', ko: '"{rule}" 규칙의 옵션 "{key}"에는 빈 값이 아닌 텍스트를 써야 합니다.' },
  none: { en: 'The options of the rule "{rule}" have to be settings, each as "name: value"; use one of {known}.', ko: '"{rule}" 규칙의 옵션은 "이름: 값" 형식의 설정으로 써야 합니다. {known} 중 하나를 쓰세요.' },
} satisfies Record<string, Text>;

// What a schema of valibot says of itself, as far as an option's goes.
interface Shape {
  readonly type: string;
  readonly wrapped?: Shape;
  readonly options?: readonly unknown[];
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
}

/** What an option of a rule has to be, in place of what stands there; `path` is the way to it from the rule's options. */
export function optionMistake({ id, meta }: Rule, path: readonly (string | number)[]): { readonly message: Text; readonly data: MessageData } {
  const { entries = {} } = meta.options as unknown as Shape;
  const key = String(path[0] ?? '');
  const shape = Object.hasOwn(entries, key) ? unwrapped(entries[key]!) : undefined;
  const data = { key, rule: id };
  if (!shape) return { message: TEXTS.none, data: { ...data, known: Object.keys(entries).join(', ') } };
  const bound = (type: string): number | undefined => shape.pipe?.find((one) => one.type === type)?.requirement as number | undefined;
  const most = bound('max_value');
  switch (shape.type) {
    case 'number': return { message: most === undefined ? TEXTS.number : TEXTS.range, data: { ...data, least: bound('min_value') ?? 0, ...(most === undefined ? {} : { most }) } };
    case 'array': return { message: TEXTS.array, data };
    case 'picklist': return { message: TEXTS.picklist, data: { ...data, known: shape.options!.join(', ') } };
    default: return { message: TEXTS.string, data };
  }
}

const unwrapped = (shape: Shape): Shape => (shape.wrapped ? unwrapped(shape.wrapped) : shape);
