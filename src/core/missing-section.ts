import { headingKey } from './headings.ts';
import type { Document } from './document.ts';
import type { Entry } from './entry.ts';
import type { siblingsOf } from './placement.ts';
import { isRequired } from './required.ts';
import type { Template, TemplateSection } from './template.ts';

/** The document that lacks a section, and what its template says. */
export interface Lacking {
  readonly document: Document;
  readonly entry: Entry | undefined;
  readonly template: Template;
  readonly siblings: ReturnType<typeof siblingsOf>;
}

/** A section that is not there, with all that it has to hold but for what stands elsewhere in the document: the sections, and their headings and prompts. */
export function partsOfMissing(wanted: TemplateSection, depth: number, { document, entry, template, siblings }: Lacking): { readonly sections: readonly TemplateSection[]; readonly texts: readonly string[] } {
  const headings = new Set(document.sections.map((section) => headingKey(section.title)));
  const sections: TemplateSection[] = [];
  const texts: string[] = [];
  const open = [wanted];
  for (let section = open.pop(); section; section = open.pop()) {
    sections.push(section);
    texts.push(`${'#'.repeat(Math.min(6, Math.max(1, depth + section.depth - wanted.depth)))} ${section.heading}`, ...(section.prompt ? [section.prompt] : []));
    const inside = (siblings.get(section) ?? []).filter((one) => isRequired(one, template, entry) && !one.keys.some((key) => headings.has(key)));
    open.push(...inside.reverse());
  }
  return { sections, texts };
}
