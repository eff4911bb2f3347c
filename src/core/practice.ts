import { matchSections, type Matching, type SectionMatch } from './matching.ts';
import { sectionsOf, type Outline } from './outline.ts';
import { groupsOf } from './placement.ts';
import type { Template, TemplateSection } from './template.ts';
import { standsInFree } from './template/sections.ts';

/** Of fewer documents nothing can be learned. */
const ENOUGH_DOCUMENTS = 8;

/** What this share of the documents does is what the team does. */
const MOST = 0.85;

/** A document follows the template when it has this share of its outer required sections. */
const FOLLOWS = 0.5;

/** A template as the documents beside it follow it, and whether they keep its order. */
export interface Practice {
  readonly template: Template;
  readonly keepsOrder: boolean;
}

/** What is asked of a team's practice: are all of these sections of the template required, or is its order kept? */
export type AskedPractice = readonly TemplateSection[] | 'order';

/**
 * What a team does with a template that nobody has named in a configuration: a section that one in seven of
 * its documents does without is not required of the others, and an order that they do not keep is none.
 */
export function practiceOf(template: Template, outlines: readonly Outline[]): Practice {
  // Half of a team's documents have the same headings as another one.
  const known = new Map<string, Matching>();
  const matchingOf = (outline: Outline): Matching => {
    const key = JSON.stringify(outline);
    const matching = known.get(key) ?? matchSections({ sections: sectionsOf(outline), text: '' }, template);
    known.set(key, matching);
    return matching;
  };
  const matchings = outlines.map(matchingOf).filter(({ matches }) => follows(matches, template));
  if (matchings.length < ENOUGH_DOCUMENTS) return { template, keepsOrder: true };
  const there = countOf(matchings.map(({ matches }) => matches));
  const missing = countOf(matchings.map(({ gaps }) => gaps));
  const isKept = (section: TemplateSection): boolean => {
    const [with_, without] = [there.get(section) ?? 0, missing.get(section) ?? 0];
    return with_ + without === 0 || with_ >= (with_ + without) * MOST;
  };
  const inOrder = matchings.filter(({ matches }) => isInOrder(matches, template)).length;
  return { template: { ...template, sections: relaxed(template.sections, isKept) }, keepsOrder: inOrder >= matchings.length * MOST };
}

function follows(matches: readonly SectionMatch[], { sections }: Template): boolean {
  const outer = new Set(sections.filter((section) => section.required && !section.parent));
  return matches.filter(({ wanted }) => outer.has(wanted)).length >= outer.size * FOLLOWS;
}

function countOf(all: readonly (readonly { readonly wanted: TemplateSection }[])[]): ReadonlyMap<TemplateSection, number> {
  const counts = new Map<TemplateSection, number>();
  for (const one of all) for (const wanted of new Set(one.map((each) => each.wanted))) counts.set(wanted, (counts.get(wanted) ?? 0) + 1);
  return counts;
}

function isInOrder(matches: readonly SectionMatch[], { sections }: Template): boolean {
  const orderOf = new Map(sections.map((section, index) => [section, index]));
  return groupsOf(matches).every((group) => {
    const places = group.filter(({ wanted }) => !wanted.repeated && !standsInFree(wanted)).sort((one, other) => one.found.heading.start - other.found.heading.start).map(({ wanted }) => orderOf.get(wanted)!);
    return places.every((place, at) => at === 0 || places[at - 1]! <= place);
  });
}

function relaxed(sections: readonly TemplateSection[], isKept: (section: TemplateSection) => boolean): TemplateSection[] {
  const made = new Map<TemplateSection, TemplateSection>();
  return sections.map((section) => {
    const one = { ...section, required: section.required && isKept(section), parent: section.parent && made.get(section.parent) };
    made.set(section, one);
    return one;
  });
}
