import { contentsOf, placesLeft, saysNone, type Contents, type Leftover } from './contents.ts';
import type { Document, Section } from './document.ts';
import { matchSections, type Matching, type SectionMatch } from './matching.ts';
import type { Template } from './template.ts';
import { titleParts } from './template/title.ts';

/** A document seen through its template. */
export interface Structure {
  readonly template: Template;
  readonly matching: Matching;
  /** The match that a section is, or that it stands in. */
  readonly matchOf: (section: Section) => SectionMatch | undefined;
  readonly contentsOf: (section: Section) => Contents;
  /** It is empty, or still as the template has it, and no section is inside. */
  readonly isUntouched: (match: SectionMatch) => boolean;
  /** Nothing is asked for inside: its parts are the author's own, it is untouched, or it says itself that there is nothing. */
  readonly hasNoParts: (match: SectionMatch) => boolean;
  /** What is left of the template in a heading. */
  readonly leftInHeading: (section: Section) => Leftover | undefined;
}

/** Is it the heading that a document's title stands in? */
export const isTitle = (section: Section, { sections }: Document): boolean => section.depth === 1 && section === sections[0];

/** Compares a document with a template; what stands in a section is looked at when it is asked for. */
export function structureOf(document: Document, template: Template): Structure {
  const matching = matchSections(document, template);
  const byFound = new Map(matching.matches.map((match) => [match.found, match]));
  const withSections = new Set(document.sections.map((section) => section.parent));
  const known = new Map<Section, Contents>();
  const contents = (section: Section): Contents => {
    const found = known.get(section) ?? contentsOf(section, document.text, template.prompts);
    known.set(section, found);
    return found;
  };
  const isUntouched = ({ found }: SectionMatch): boolean => {
    if (withSections.has(found)) return false;
    const { hasOwn, isEmpty, prompts } = contents(found);
    return !hasOwn && (isEmpty || prompts.length > 0);
  };
  return {
    template, matching, isUntouched,
    hasNoParts: (match) => match.wanted.free || isUntouched(match) || (!withSections.has(match.found) && saysNone(match.found, document.text)),
    matchOf: (section) => {
      for (let at: Section | undefined = section; at; at = at.parent) {
        const match = byFound.get(at);
        if (match) return match;
      }
      return undefined;
    },
    contentsOf: contents,
    leftInHeading: (section) => {
      const { start, end } = section.heading;
      const source = document.text.slice(start, end);
      const part = isTitle(section, document) ? titleParts(source).find(({ key }) => template.prompts.titles.has(key))?.range : undefined;
      const range = placesLeft(source, start, template.prompts)[0] ?? (part && { start: start + part.start, end: start + part.end });
      return range && { range, isComment: false };
    },
  };
}
