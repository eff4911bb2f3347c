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

/** The headings and prompts of a section that is not there, with all that it has to hold but for what stands elsewhere in the document. */
export function partsOfMissing(wanted: TemplateSection, depth: number, { document, entry, template, siblings }: Lacking): string[] {
  const headings = new Set(document.sections.map((section) => headingKey(section.title)));
  const parts: string[] = [];
  const open = [wanted];
  for (let section = open.pop(); section; section = open.pop()) {
    parts.push(`${'#'.repeat(Math.min(6, Math.max(1, depth + section.depth - wanted.depth)))} ${section.heading}`, ...(section.prompt ? [section.prompt] : []));
    const inside = (siblings.get(section) ?? []).filter((one) => isRequired(one, template, entry) && !one.keys.some((key) => headings.has(key)));
    open.push(...inside.reverse());
  }
  return parts;
}
