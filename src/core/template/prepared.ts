import type { Language } from '../language.ts';
import { once } from '../remembering.ts';
import type { Template } from '../template.ts';
import { preparePrompts, promptsOfPrepared, sectionPromptsOf, type PreparedPrompts } from './prepared-prompts.ts';
import type { TemplateSection } from './sections.ts';

/** What a build has read of the templates of each language, in their order: plain data, much quicker to take in than their texts are to read. */
export interface PreparedTemplates extends Readonly<Record<Language, readonly PreparedTemplate[]>> {
  readonly shared: Shared;
}

/** What several templates have, above all those of two languages, each once. */
interface Shared {
  readonly statuses: Template['statuses'][];
  /** All keys of a section, in any order. */
  readonly keys: (readonly string[])[];
}

/** A template without what all have; `statuses` is a place among the shared ones. */
type PreparedTemplate = Omit<Template, 'language' | 'sections' | 'fields' | 'prompts' | 'mistakes' | 'statuses'> & { readonly statuses: number; readonly fields: readonly PreparedField[]; readonly sections: readonly PreparedSection[]; readonly prompts: PreparedPrompts };

type Field = Template['fields'][number];
type PreparedField = Pick<Field, 'key'> & Partial<Field>;

/**
 * What differs from a plain required section; `parent` is its place among the sections, the heading is the title where it is left out,
 * and `keys` are a place among the shared ones, and there that of its own heading, which comes first.
 */
type PreparedSection = Pick<TemplateSection, 'title' | 'depth'> & Partial<Omit<TemplateSection, 'parent' | 'prompt' | 'keys'>> & { readonly keys: readonly [shared: number, first: number]; readonly parent?: number };

const PLAIN_FIELD = { prompt: undefined as string | undefined, isList: false, isDate: false, isRequired: false, choices: [] as readonly string[] } as const;

const PLAIN = { required: true, requiredFrom: undefined, repeated: false, free: false, minimum: undefined, columns: [] as readonly string[], keep: false } as const;

/** Takes what was read of templates down for a build. Throws where a directive of one has a mistake. */
export function prepareTemplates(templates: readonly Template[]): PreparedTemplates {
  const mistaken = templates.find(({ mistakes }) => mistakes.length);
  if (mistaken) throw new Error(`The template "${mistaken.id}" has a mistake: ${mistaken.mistakes[0]!.message.en}`);
  const shared: Shared = { statuses: [], keys: [] };
  const preparedIn = (language: Language): PreparedTemplate[] => templates.filter((template) => template.language === language).map((template) => prepared(template, shared));
  return { en: preparedIn('en'), ko: preparedIn('ko'), shared };
}

/** The templates that were prepared in a language. */
export function preparedTemplates(prepared: PreparedTemplates, language: Language): Template[] {
  return prepared[language].map((template) => preparedTemplate(template, language, prepared.shared));
}

function preparedTemplate({ sections: own, statuses, fields, prompts, ...known }: PreparedTemplate, language: Language, shared: Shared): Template {
  const promptsOf = once(() => promptsOfPrepared(prompts, known.text));
  const sectionPrompts = once(() => sectionPromptsOf(prompts, known.text));
  const made = once(() => {
    const sections: TemplateSection[] = [];
    own.forEach(({ parent, keys: [all, first], ...section }, index) => {
      const keys = shared.keys[all]!;
      sections.push({
        ...PLAIN, heading: section.title, ...section,
        keys: [keys[first]!, ...keys.filter((_, at) => at !== first)],
        parent: parent === undefined ? undefined : sections[parent],
        get prompt() {
          return sectionPrompts()[index]!;
        },
      });
    });
    return sections;
  });
  return {
    ...known, language, mistakes: [],
    statuses: shared.statuses[statuses]!,
    fields: fields.map((field) => ({ ...PLAIN_FIELD, ...field })),
    get sections() {
      return made();
    },
    get prompts() {
      return promptsOf();
    },
  };
}

function prepared({ language: _language, sections, fields, statuses, prompts, mistakes: _mistakes, ...known }: Template, shared: Shared): PreparedTemplate {
  return {
    ...known,
    statuses: placeOf(statuses, shared.statuses, isSame),
    fields: fields.map((field) => differing(field, PLAIN_FIELD) as unknown as PreparedField),
    prompts: preparePrompts(prompts, sections.map(({ prompt }) => prompt), known.text),
    sections: sections.map(({ parent, prompt: _prompt, keys, ...section }) => {
      const all = placeOf(keys, shared.keys, (one, other) => isSame([...one].sort(), [...other].sort()) && isSame(keys.slice(1), other.filter((key) => key !== keys[0])));
      return { ...differing(section, { ...PLAIN, heading: section.title }), keys: [all, shared.keys[all]!.indexOf(keys[0]!)], ...(parent && { parent: sections.indexOf(parent) }) } as unknown as PreparedSection;
    }),
  };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function differing(thing: object, plain: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(thing).filter(([key, value]) => !isSame(value, plain[key])));
}

// Where the thing stands among those that are there; it is put behind them where it is none of them.
function placeOf<Thing>(thing: Thing, things: Thing[], isTheSame: (one: Thing, other: Thing) => boolean): number {
  const at = things.findIndex((other) => isTheSame(thing, other));
  return at < 0 ? things.push(thing) - 1 : at;
}
