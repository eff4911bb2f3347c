import { isScalar, isSeq, parseDocument as parseYaml } from 'yaml';
import type { DocTypeMatch } from '../doc-type.ts';
import type { Document } from '../document.ts';
import { lineEndingOf, type Edit } from '../edit.ts';
import type { Entry, Property } from '../entry.ts';
import type { Template } from '../template.ts';
import { fieldRoles, type FieldRole, type Vocabulary } from '../vocabulary/index.ts';
import { termOf } from '../vocabulary/terms.ts';
import { rule, type Report } from './rule.ts';
import { UNFINISHED } from './severities.ts';

export default rule<'missing' | 'empty'>({
  id: 'field-required',
  meta: {
    title: { en: 'A document has the fields that its template requires', ko: '문서에는 템플릿이 요구하는 필드가 있다' },
    severity: UNFINISHED,
    fixable: true,
    messages: {
      missing: { en: 'The field "{field}" is missing in the front matter; the {type} template requires it.', ko: '머리말에 "{field}" 필드가 없습니다. {type} 템플릿에 필요한 필드입니다.' },
      empty: { en: 'The field "{field}" has no value; the {type} template requires one.', ko: '"{field}" 필드에 값이 없습니다. {type} 템플릿에 필요한 값입니다.' },
    },
    fixes: { missing: { en: 'Add the field "{field}"', ko: '"{field}" 필드 넣기' } },
  },
  check({ document, entry, type, vocabulary, report }) {
    if (!type || entry?.kind === 'template' || document.frontMatter?.error || document.problems.length) return;
    const { template } = type;
    if (!template.requiredFields.length || !isWrittenSo(document, type)) return;
    for (const key of template.requiredFields) {
      const field = document.fields.find((one) => termOf(one.key) === termOf(key));
      const data = { field: key, type: template.label };
      if (field?.valueRange && field.value !== null && field.value !== '') continue;
      if (isSaidElsewhere(key, document, entry, vocabulary)) continue;
      if (field) report({ message: 'empty', range: field.keyRange, data });
      else {
        const own = template.fields.find((one) => termOf(one.key) === termOf(key));
        const fix = own?.prompt === undefined ? undefined : insertionOf(key, promptAsValue(own.prompt), template, document);
        report({ message: 'missing', range: placeShown(document), data, ...(fix && { fix: [fix] }), choices: fix ? [] : statusChoices(key, template, document) });
      }
    }
  },
});

// A document whose headings alone tell its type may say in other ways what the front matter of the template holds.
function isWrittenSo({ fields }: Document, { why, template }: DocTypeMatch): boolean {
  if (why === 'field' || why === 'files') return true;
  const keys = new Set(fields.map(({ key }) => termOf(key)));
  return template.fields.filter(({ key }) => keys.has(termOf(key))).length >= ENOUGH;
}

/** So many fields of the template a document has that was begun from it. */
const ENOUGH = 2;

const PROPERTIES: Readonly<Partial<Record<FieldRole, Property>>> = {
  status: 'status', date: 'date', created: 'date', decided: 'date', started: 'date', updated: 'date', decideBy: 'decideBy', owners: 'owners', deciders: 'owners', authors: 'owners', number: 'number', id: 'number', title: 'title',
};

// Another key of the same meaning, a section, a table or a line may say it, or what lies beside the document.
function isSaidElsewhere(key: string, document: Document, entry: Entry | undefined, vocabulary: Vocabulary): boolean {
  const roles = fieldRoles(key, vocabulary);
  if (document.fields.some((field) => field.valueRange && termOf(field.key) !== termOf(key) && fieldRoles(field.key, vocabulary).some((role) => roles.includes(role)))) return true;
  return roles.some((role) => {
    const property = PROPERTIES[role];
    return property !== undefined && entry?.evidence[property] !== undefined && entry.evidence[property]!.line > 0;
  });
}

function placeShown({ frontMatter, sections, text }: Document): { start: number; end: number } {
  if (frontMatter) return { start: frontMatter.range.start, end: frontMatter.range.start + 3 };
  return sections[0]?.heading ?? { start: 0, end: Math.min(1, text.length) };
}

// The author knows how far the document is.
function statusChoices(key: string, template: Template, document: Document): NonNullable<Report['choices']> {
  if (termOf(key) !== 'status') return [];
  return template.statuses.slice(0, MOST_CHOICES).flatMap(({ name }) => {
    const edit = insertionOf(key, name, template, document);
    return edit ? [{ title: { en: `Add "${key}: ${name}"`, ko: `"${key}: ${name}" 넣기` }, edits: [edit] }] : [];
  });
}

const MOST_CHOICES = 4;

// For YAML `{author}` is a map and `@name` a mistake: what is no plain value is left for the author to write.
function promptAsValue(prompt: string): string {
  const { contents, errors } = parseYaml(prompt, { schema: 'core', logLevel: 'silent' });
  const isPlain = isScalar(contents) || (isSeq(contents) && contents.items.every((one) => isScalar(one)));
  return isPlain && !errors.length ? prompt : '';
}

// Behind the fields that the template has before it; undefined where there is no front matter to put it into.
function insertionOf(key: string, value: string, template: Template, { fields, frontMatter, lines, text }: Document): Edit | undefined {
  if (!frontMatter) return undefined;
  const ending = lineEndingOf(text);
  const at = template.fields.findIndex((field) => termOf(field.key) === termOf(key));
  const before = new Set(template.fields.slice(0, at).map((one) => termOf(one.key)));
  const following = fields[fields.findLastIndex((one) => before.has(termOf(one.key))) + 1];
  const { content } = frontMatter;
  const start = following ? lines.startOf(lines.lineNumberAt(following.keyRange.start) - 1) : content.end;
  const line = value === '' ? `${key}:` : `${key}: ${value}`;
  return { range: { start, end: start }, newText: following || content.end <= content.start ? line + ending : ending + line };
}
