import { innermost } from '../actions/titles.ts';
import type { Action, Entry, Question } from '../entry.ts';
import type { Section } from '../document.ts';
import type { DocTypeMatch } from '../doc-type.ts';
import type { Finding } from '../finding.ts';
import { needsOf, rulesFor } from '../lint.ts';
import { questionsAlone } from '../questions/alone.ts';
import { isRequired } from '../required.ts';
import { namesAnyRole, namesRole } from '../roles.ts';
import { rules } from '../rules/index.ts';
import type { LintInput, Rule } from '../rules/rule.ts';
import { signOffsIn } from '../sign-offs.ts';
import { structureOf } from '../structure.ts';

/** What a reviewer wants to know of one document. */
export interface Review {
  readonly path: string;
  readonly entry: Entry | undefined;
  readonly type: DocTypeMatch | undefined;
  /** The findings by the section in which they begin; undefined: before the first. */
  readonly groups: readonly { readonly section: Section | undefined; readonly findings: readonly Finding[] }[];
  /** How many findings are accepted for now, and not among them. */
  readonly accepted: number;
  /** The sections that the template requires, and how many of them have content; undefined where the document has no type. */
  readonly sections: { readonly required: number; readonly answered: number } | undefined;
  /** The rules that could look at the document, and those of them that found nothing. */
  readonly checks: { readonly ran: readonly Rule[]; readonly clean: readonly Rule[] };
  readonly questions: readonly Question[];
  readonly actions: readonly Action[];
  /** The roles that the template asks to sign and that have not. */
  readonly unsigned: readonly string[];
  readonly lineOf: (offset: number) => number;
}

/** Gathers what there is to say of a document; `findings` are those that nobody has accepted for now. */
export function reviewOf(input: LintInput, findings: readonly Finding[], accepted: number): Review {
  const { document, entry, type } = input;
  const ran = rulesFor(rules, input).filter((rule) => isAble(rule, input));
  const found = new Set(findings.map(({ ruleId }) => ruleId));
  return {
    path: document.path, entry, type, accepted,
    groups: groupsOf(findings, document.sections),
    sections: sectionsOf(input),
    checks: { ran, clean: ran.filter(({ id }) => !found.has(id)) },
    questions: entry ? questionsAlone(entry) : [],
    actions: (entry?.actions ?? []).filter(({ done }) => !done),
    unsigned: unsignedIn(input),
    lineOf: (offset) => document.lines.lineNumberAt(offset),
  };
}

/**
 * How far a document is, from 0 to 100: of its required sections that have content and of its checks that found nothing the
 * lower share, so that a hundred checks of small things do not outweigh what is not written yet. 100 only where all of them
 * do; undefined where no type says what is required.
 */
export function readinessOf({ sections, checks }: Review): number | undefined {
  if (!sections) return undefined;
  return Math.min(shareOf(sections.answered, sections.required), shareOf(checks.clean.length, checks.ran.length));
}

const shareOf = (some: number, all: number): number => (all ? Math.floor((100 * some) / all) : 100);

// Where Git does not answer, a rule that asks it has checked nothing.
function isAble(rule: Rule, input: LintInput): boolean {
  const { committed, changedSince, links, people } = needsOf([rule], input);
  const { surroundings } = input;
  return !(committed && !surroundings.committed) && !(changedSince !== undefined && surroundings.hasChanged === undefined) && !(links && !surroundings.links) && !(people && !surroundings.people);
}

function groupsOf(findings: readonly Finding[], sections: readonly Section[]): Review['groups'] {
  const groups = new Map<Section | undefined, Finding[]>();
  for (const finding of findings) {
    const section = innermost(sections, finding.range.start);
    const group = groups.get(section);
    if (group) group.push(finding);
    else groups.set(section, [finding]);
  }
  return [...groups].map(([section, own]) => ({ section, findings: own })).sort((a, b) => (a.section?.heading.start ?? -1) - (b.section?.heading.start ?? -1));
}

function sectionsOf({ document, entry, type }: LintInput): Review['sections'] {
  if (!type) return undefined;
  const seen = structureOf(document, type.template);
  const { matches, gaps } = seen.matching;
  const there = matches.filter(({ wanted }) => isRequired(wanted, type.template, entry));
  // What an empty or missing section lacks inside is not counted again.
  const missing = gaps.filter(({ wanted, within }) => isRequired(wanted, type.template, entry) && !(within && seen.hasNoParts(within))).length;
  return { required: there.length + missing, answered: there.filter((match) => !seen.isUntouched(match)).length };
}

function unsignedIn({ document, type }: LintInput): readonly string[] {
  const roles = type?.template.signOff ?? [];
  if (!type || !roles.length) return [];
  const all = signOffsIn(document);
  // Headings alone do not say that a team signs by roles; its own words do.
  const isAskedFor = type.why === 'field' || type.why === 'files' || all.some(({ who }) => namesAnyRole(who));
  return isAskedFor ? roles.filter((role) => !all.some(({ who, state }) => state === 'signed' && namesRole(who, role))) : [];
}
