import type { Document, Section } from './document.ts';
import type { Structure } from './structure.ts';
import { builtInVocabulary, sectionRoles, type SectionRole } from './vocabulary/index.ts';

/** What the heading of a section announces, in its own words or in those of the template's section that it stands for. */
export function rolesOf(section: Section, seen: Structure | undefined): readonly SectionRole[] {
  const own = rolesOfTitle(section.title);
  const match = own.length ? undefined : seen?.matchOf(section);
  return match?.found === section ? rolesOfTitle(match.wanted.title) : own;
}

// `Timeline (all times in UTC), 3 and 4 May` is a timeline, and `Root cause: an old flag` a root cause.
function rolesOfTitle(title: string): readonly SectionRole[] {
  const whole = sectionRoles(title, builtInVocabulary);
  return whole.length ? whole : sectionRoles(/^[^(（[:：–—]*/u.exec(title.slice(0, 200))![0], builtInVocabulary);
}

/** A section that announces something, with all that stand in it. */
export interface Announced {
  readonly section: Section;
  readonly inside: readonly Section[];
}

/** The outermost sections of a role, but for the document's title. */
export function sectionsOf(role: SectionRole, document: Document, seen: Structure | undefined): Announced[] {
  const found: { readonly section: Section; readonly inside: Section[] }[] = [];
  document.sections.forEach((section, index) => {
    const last = found.at(-1);
    if (last && section.heading.start < last.section.extent.end) last.inside.push(section);
    else if ((index > 0 || section.depth > 1) && rolesOf(section, seen).includes(role)) found.push({ section, inside: [] });
  });
  return found;
}

/** The nearest section that announces something, from `section` outwards, and what it announces. */
export function announcementOf(section: Section | undefined, seen: Structure | undefined): readonly SectionRole[] {
  for (let at = section; at; at = at.parent) {
    const roles = rolesOf(at, seen);
    if (roles.length) return roles;
  }
  return [];
}
