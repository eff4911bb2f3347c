import { parseDocument } from './document.ts';
import type { Kind } from './entry.ts';
import { LANGUAGES, type Language } from './language.ts';
import { readAbout } from './template/about.ts';
import type { TemplateMistake } from './template/directives.ts';
import { preparedTemplates, type PreparedTemplates } from './template/prepared.ts';
import { templateFields, type TemplateField } from './template/fields.ts';
import { promptsOf, type Prompts } from './template/prompts.ts';
import { templateSections, titlesOf, type TemplateSection } from './template/sections.ts';
import type { TemplateStatus } from './template/statuses.ts';
import { builtInVocabulary, fieldRoles } from './vocabulary/index.ts';
import { withoutDirectives } from './template/text.ts';

export type { TemplateMistake } from './template/directives.ts';
export type { TemplateField } from './template/fields.ts';
export type { Prompts } from './template/prompts.ts';
export type { TemplateSection } from './template/sections.ts';
export type { TemplateStatus } from './template/statuses.ts';

/** A Markdown file that new documents start from and are checked against. */
export interface Template {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly kind: Kind;
  /** A codicon's name. */
  readonly icon: string;
  /** The folder for new documents, relative to the workspace. */
  readonly folder: string;
  /** Do new documents go there even where others of their kind lie elsewhere? */
  readonly apart: boolean;
  /** The file name of new documents, with `{number}`, `{slug}` and `{date}`. */
  readonly file: string;
  /** Other names of the type. */
  readonly aliases: readonly string[];
  /** The statuses of its documents in the order of their life; empty where the template does not say. */
  readonly statuses: readonly TemplateStatus[];
  /** The roles that have to sign before a document counts as decided. */
  readonly signOff: readonly string[];
  readonly language: Language | undefined;
  /** It has a heading above its sections, or a field, for the title of the document. */
  readonly hasTitle: boolean;
  readonly sections: readonly TemplateSection[];
  /** What its front matter has beside directives. */
  readonly fields: readonly TemplateField[];
  /** The keys of the fields that its documents must have, as it writes them. */
  readonly requiredFields: readonly string[];
  /** What must not be left of it in a document. */
  readonly prompts: Prompts;
  /** The text that a new document starts from: directives removed, placeholders kept. */
  readonly text: string;
  /** What is wrong with its directives; ranges count in the text that was read. */
  readonly mistakes: readonly TemplateMistake[];
}

/** What a template can take from another. */
export type TemplateBase = Pick<Template, 'label' | 'description' | 'kind' | 'icon' | 'folder' | 'apart' | 'file' | 'aliases'> & Partial<Pick<Template, 'statuses' | 'signOff'>>;

/** The texts of templates in each language, in their order, and in their place what a build has read of them. */
export interface TemplateTexts extends Readonly<Record<Language, readonly string[]>> {
  readonly prepared?: PreparedTemplates;
}

/** The templates of each language, read, in their order. */
export function readTemplates({ prepared, ...texts }: TemplateTexts): Template[] {
  return LANGUAGES.flatMap((language) => (prepared && preparedTemplates(prepared, language)) ?? texts[language].map((text, index) => readTemplate(`template-${index}`, text, language)));
}

/** Reads a template; what it does not say is taken from `base`, the type that it stands in for, or made from `id`. Never throws. */
export function readTemplate(id: string, text: string, language?: Language, base?: TemplateBase): Template {
  const document = parseDocument(`${id}.md`, text);
  const mistakes: TemplateMistake[] = [];
  const tell = (mistake: TemplateMistake): void => void mistakes.push(mistake);
  const { own, statuses } = readAbout(document, tell);
  const sections = templateSections(document, tell);
  const fields = templateFields(document);
  const titles = titlesOf(document.sections);
  return {
    id: own.type ?? id,
    label: own.label ?? base?.label ?? id,
    description: own.description ?? base?.description ?? '',
    kind: own.kind ?? base?.kind ?? 'decision',
    icon: own.icon ?? base?.icon ?? 'file',
    folder: own.folder ?? base?.folder ?? '',
    apart: own.apart ?? base?.apart ?? false,
    file: own.file ?? base?.file ?? '{number}-{slug}.md',
    aliases: own.aliases ?? base?.aliases ?? [],
    statuses: own.statuses ? statuses : (base?.statuses ?? []),
    signOff: own['sign-off'] ?? base?.signOff ?? [],
    language,
    hasTitle: titles.size > 0 || fields.some(({ key }) => fieldRoles(key, builtInVocabulary).includes('title')),
    sections: sections.map(({ section }) => section),
    fields,
    requiredFields: [...new Set([...(own['required-fields'] ?? []), ...fields.flatMap((field) => (field.isRequired ? [field.key] : []))])],
    prompts: promptsOf(document, sections.map(({ section: { keep }, nodes }) => ({ nodes, keep }))),
    text: withoutDirectives(document),
    mistakes: mistakes.sort((one, other) => one.range.start - other.range.start),
  };
}
