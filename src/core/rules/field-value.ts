import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { isoDay } from '../calendar.ts';
import { datesIn } from '../dates.ts';
import type { DocTypeMatch } from '../doc-type.ts';
import { noDaysIn } from '../dialects/no-days.ts';
import { isPlaceholder } from '../dialects/source.ts';
import type { Document } from '../document.ts';
import { RECORD_KINDS, type Entry } from '../entry.ts';
import type { Field } from '../front-matter.ts';
import type { Range } from '../lines.ts';
import { slipOf } from '../nearest.ts';
import { rememberingOf } from '../remembering.ts';
import { statusNames, strangeStatus } from '../status-value.ts';
import type { TemplateField } from '../template.ts';
import { fieldPrompt } from '../template/fields.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { termOf } from '../vocabulary/terms.ts';
import { rule, type Report } from './rule.ts';
import { ADVICE } from './severities.ts';

type Message = 'similar' | 'choice' | 'date' | 'no-day' | 'list';

export default rule<Message>({
  id: 'field-value',
  meta: {
    title: { en: 'A field has a value that its template allows', ko: '필드의 값은 템플릿이 허용하는 값이다' },
    severity: ADVICE,
    fixable: true,
    messages: {
      similar: { en: '"{value}" is no value of "{field}"; did you mean "{similar}"?', ko: '"{value}"은(는) "{field}" 필드의 값이 아닙니다. "{similar}"을(를) 뜻하셨나요?' },
      choice: { en: '"{value}" is no value of "{field}"; use one of {known}.', ko: '"{value}"은(는) "{field}" 필드의 값이 아닙니다. {known} 중 하나를 쓰세요.' },
      date: { en: '"{value}" in "{field}" is not written as a day; write it as YYYY-MM-DD.', ko: '"{field}" 필드의 "{value}"은(는) 날짜 형식이 아닙니다. YYYY-MM-DD로 쓰세요.' },
      'no-day': { en: 'There is no {value} in the calendar; correct the day in "{field}".', ko: '달력에 {value}은(는) 없는 날짜입니다. "{field}" 필드의 날짜를 고치세요.' },
      list: { en: '"{field}" holds a list in the template; write it as {list}.', ko: '템플릿에서 "{field}" 필드는 목록입니다. {list}처럼 쓰세요.' },
    },
    fixes: {
      similar: { en: 'Write "{similar}"', ko: '"{similar}"(으)로 고치기' },
      date: { en: 'Write "{day}"', ko: '"{day}"(으)로 고치기' },
      list: { en: 'Write {list}', ko: '{list}(으)로 고치기' },
    },
  },
  check({ document, entry, type, vocabulary, report }) {
    if (entry?.kind === 'template') return;
    const found = type ? foundIn(document, entry, type, vocabulary) : [];
    // No template is needed to know the calendar.
    const days = entry && RECORD_KINDS.includes(entry.kind) ? noDaysIn(document, vocabulary) : [];
    const others = days.filter(({ range }) => !found.some((one) => one.range.start <= range.start && range.end <= one.range.end));
    for (const one of found) report(one);
    for (const { key, value, range, swapped } of others) report({ message: 'no-day', range, data: { value, field: key }, choices: swapped === undefined ? [] : [{ title: { en: `Write "${swapped}"`, ko: `"${swapped}"(으)로 고치기` }, edits: [{ range, newText: swapped }] }] });
  },
});

type Found = Report<Message>;

function foundIn(document: Document, entry: Entry | undefined, type: DocTypeMatch, vocabulary: Vocabulary): Found[] {
  const strange = strangeStatus(document, entry, type, vocabulary);
  const wanted = checkedIn(type.template.fields);
  const inFields = document.fields.flatMap((field): Found[] => {
    const own = wanted.get(termOf(field.key));
    if (!own || !field.valueRange) return [];
    const source = document.text.slice(field.valueRange.start, field.valueRange.end);
    if (fieldPrompt(source) === own.prompt || (!Array.isArray(field.value) && isPlaceholder(fieldPrompt(source)))) return [];
    const found = isClosed(own.choices) ? ofChoices(document, field, own) : own.isDate ? ofDate(field, source, type, vocabulary) : ofList(field, source);
    return found ? [found] : [];
  });
  return [...(strange ? [inList(strange.word, strange.range, fieldAt(document, strange.range)?.key ?? 'status', statusNames(type), strange.similar)] : []), ...inFields];
}

// The fields of a template that tell values from others, by their key; what a status may be is told with what is known of the document's.
const checkedIn = rememberingOf((fields: readonly TemplateField[]): ReadonlyMap<string, TemplateField> =>
  new Map([...new Map(fields.map((field) => [termOf(field.key), field]))].filter(([key, { choices, isDate, isList }]) => key !== 'status' && (isClosed(choices) || isDate || isList))));

function fieldAt({ fields }: Document, { start, end }: Range): Field | undefined {
  return fields.find(({ valueRange }) => valueRange && valueRange.start <= start && end <= valueRange.end);
}

// A list of choices that ends in "…", or has a place for something in it, says what there is among others.
function isClosed(choices: readonly string[]): boolean {
  return choices.length > 1 && choices.every((choice) => /^[\p{L}\p{N}][\p{L}\p{N} ._/+-]*$/u.test(choice) && !/\.{2,}|\betc\b|\d{3,}|\bothers?\b/iu.test(choice));
}

function ofChoices(document: Document, field: Field, { choices }: TemplateField): Found | undefined {
  for (const { text, range } of itemsOf(document, field)) {
    if (text === '' || isPlaceholder(text) || choices.some((choice) => termOf(choice) === termOf(text))) continue;
    return inList(text, range, field.key, choices, slipOf(text, choices));
  }
  return undefined;
}

function inList(value: string, range: Range, field: string, known: readonly string[], similar: string | undefined): Found {
  if (similar === undefined) return { message: 'choice', range, data: { value, field, known: known.join(', ') }, expected: known };
  return { message: 'similar', range, data: { value, field, similar }, expected: [similar], fix: [{ range, newText: similar }] };
}

function itemsOf({ text, frontMatter }: Document, { value, key, valueRange }: Field): { readonly text: string; readonly range: Range }[] {
  if (!Array.isArray(value)) return [scalar(text, valueRange!)];
  const node: unknown = isMap(frontMatter?.yaml) ? frontMatter.yaml.get(key, true) : undefined;
  if (!isSeq(node)) return [];
  return node.items.flatMap((item) => {
    const range = isScalar(item) ? (item as Node).range : undefined;
    return range ? [scalar(text, { start: frontMatter!.content.start + range[0], end: frontMatter!.content.start + range[1] })] : [];
  });
}

// Without the quotes around it.
function scalar(text: string, { start, end }: Range): { readonly text: string; readonly range: Range } {
  const quotes = /^(["'])[^\r\n]*\1$/.test(text.slice(start, end)) ? 1 : 0;
  return { text: text.slice(start + quotes, end - quotes), range: { start: start + quotes, end: end - quotes } };
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?=$|[T ])/;

function ofDate({ key, value, valueRange }: Field, source: string, match: DocTypeMatch, vocabulary: Vocabulary): Found | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const written = String(value).trim();
  const data = { field: key, value: written.slice(0, 60) };
  const iso = ISO.exec(written);
  if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3])) === undefined ? { message: 'no-day', range: valueRange!, data } : undefined;
  // A document that was not begun from the template may write its days as it likes.
  if (match.why === 'headings') return undefined;
  const [found] = datesIn(written, vocabulary);
  const isAlone = found && found.start === 0 && found.end === written.length && found.dayFirst === undefined;
  return { message: 'date', range: valueRange!, data: { ...data, day: isAlone ? found.value : '' }, ...(isAlone && fieldPrompt(source) === written ? { fix: [{ range: valueRange!, newText: found.value }] } : {}) };
}

function ofList({ key, value, valueRange }: Field, source: string): Found | undefined {
  if (typeof value !== 'string' || /[\r\n]/.test(source)) return undefined;
  // Between brackets, words with these signs would mean something else.
  const isPlain = /^[\p{L}\p{N}][^"'[\]{}#:&*!|>%@`]*$/u.test(source);
  const list = isPlain ? `[${value.split(/\s*,\s*/).filter(Boolean).join(', ')}]` : `["${value.slice(0, 40)}"]`;
  return { message: 'list', range: valueRange!, data: { field: key, list }, ...(isPlain ? { fix: [{ range: valueRange!, newText: list }] } : {}) };
}
