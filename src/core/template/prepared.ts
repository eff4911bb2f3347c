import { parseDocument } from '../document.ts';
import type { Language } from '../language.ts';
import type { Template } from '../template.ts';
import { promptsOf, type Prompts } from './prompts.ts';
import { templateSections, type TemplateSection } from './sections.ts';

/** What a build has read of the templates of each language, in their order: plain data, much quicker to take in than their texts are to read. */
export type PreparedTemplates = Readonly<Record<Language, readonly PreparedTemplate[]>>;

/** A template without what its text has to be read for, which is read when somebody asks for it. */
type PreparedTemplate = Omit<Template, 'language' | 'sections' | 'prompts' | 'mistakes'> & { readonly sections: readonly PreparedSection[] };

/** What differs from a plain required section; `parent` is its place among the sections, and the heading is the title where it is left out. */
type PreparedSection = Pick<TemplateSection, 'title' | 'depth' | 'keys'> & Partial<Omit<TemplateSection, 'parent' | 'prompt'>> & { readonly parent?: number };

const PLAIN = { required: true, requiredFrom: undefined, repeated: false, free: false, minimum: undefined, columns: [] as readonly string[], keep: false } as const;

/** Takes what was read of templates down for a build. Throws where a directive of one has a mistake. */
export function prepareTemplates(templates: readonly Template[]): PreparedTemplates {
  const mistaken = templates.find(({ mistakes }) => mistakes.length);
  if (mistaken) throw new Error(`The template "${mistaken.id}" has a mistake: ${mistaken.mistakes[0]!.message.en}`);
  const preparedIn = (language: Language): PreparedTemplate[] => templates.filter((template) => template.language === language).map(prepared);
  return { en: preparedIn('en'), ko: preparedIn('ko') };
}

/** The template that was prepared. */
export function preparedTemplate({ sections: own, ...known }: PreparedTemplate, language: Language): Template {
  let read: Pick<Template, 'prompts'> & { readonly sectionPrompts: readonly string[] } | undefined;
  const inText = (): NonNullable<typeof read> => (read ??= promptsIn(known, own));
  const sections: TemplateSection[] = [];
  own.forEach(({ parent, ...section }, index) => {
    sections.push({
      ...PLAIN, heading: section.title, ...section,
      parent: parent === undefined ? undefined : sections[parent],
      get prompt() {
        return inText().sectionPrompts[index]!;
      },
    });
  });
  return {
    ...known, language, sections, mistakes: [],
    get prompts() {
      return inText().prompts;
    },
  };
}

// Without its directives a text has the same prompts, but for what they say is to be kept.
function promptsIn({ id, text }: Pick<Template, 'id' | 'text'>, known: readonly PreparedSection[]): { readonly prompts: Prompts; readonly sectionPrompts: readonly string[] } {
  const document = parseDocument(`${id}.md`, text);
  const read = templateSections(document, () => {});
  return {
    prompts: promptsOf(document, read.map(({ nodes }, index) => ({ nodes, keep: known[index]?.keep ?? false }))),
    sectionPrompts: read.map(({ section: { prompt } }) => prompt),
  };
}

function prepared({ language: _language, sections, prompts: _prompts, mistakes: _mistakes, ...known }: Template): PreparedTemplate {
  return {
    ...known,
    sections: sections.map(({ parent, prompt: _prompt, ...section }) => {
      const differs = Object.entries(section).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify({ ...PLAIN, heading: section.title }[key]));
      return { ...Object.fromEntries(differs), ...(parent && { parent: sections.indexOf(parent) }) } as PreparedSection;
    }),
  };
}
