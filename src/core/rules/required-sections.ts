import type { DocTypeMatch } from '../doc-type.ts';
import { headingKey } from '../headings.ts';
import type { SectionMatch } from '../matching.ts';
import { partsOfMissing } from '../missing-section.ts';
import { insertionOf, placementsIn, siblingsOf } from '../placement.ts';
import { once } from '../remembering.ts';
import { isRequired } from '../required.ts';
import { standInsOf } from '../stand-ins.ts';
import type { Structure } from '../structure.ts';
import type { TemplateSection } from '../template.ts';
import { rule } from './rule.ts';
import { UNFINISHED } from './severities.ts';

export default rule<'missing'>({
  id: 'required-sections',
  meta: {
    title: { en: 'A document has the sections that its template requires', ko: '문서에는 템플릿이 요구하는 섹션이 있다' },
    severity: UNFINISHED,
    fixable: true,
    messages: {
      missing: {
        en: 'The section "{section}" is missing; the {type} template requires it.',
        ko: '"{section}" 섹션이 없습니다. {type} 템플릿에 필요한 섹션입니다.',
      },
    },
    fixes: { missing: { en: 'Insert the section "{section}"', ko: '"{section}" 섹션 넣기' } },
  },
  check(context) {
    const { document, entry, report } = context;
    const seen = context.structure();
    if (!seen) return;
    const { template, matching } = seen;
    if (!isHeldTo(context.type, seen)) return;
    const siblings = siblingsOf(template.sections);
    const keysThere = new Set(document.sections.map(({ title }) => headingKey(title)));
    const standIns = once(() => standInsOf(document));
    // A status that is read from front matter, a line or a table is there; a section with another one would contradict it.
    const hasStatus = entry?.evidence?.status !== undefined;
    const isSaidElsewhere = ({ keys }: TemplateSection): boolean => standIns().has(keys) || (hasStatus && keys.some((key) => context.vocabulary.fields.get(key)?.includes('status'))) || (context.type?.isGuess === true && standIns().mentions(keys[0] ?? ''));
    const placeOf = placementsIn(siblings, matching, document);
    for (const gap of matching.gaps) {
      const { wanted, within } = gap;
      // Of a section that has nothing of the author's yet, that alone is told.
      if (!isRequired(wanted, template, entry) || (within && seen.hasNoParts(within))) continue;
      if (isSaidElsewhere(wanted) || (wanted.prompt === '' && standsInParts(siblings.get(wanted) ?? [], keysThere)) || (within && isOfAnother(within, context.type, seen, siblings.get(wanted.parent) ?? []))) continue;
      const place = placeOf(gap);
      const { sections, texts } = partsOfMissing(wanted, place.depth, { document, entry, template, siblings });
      const fix = insertionOf(texts.join('\n\n'), place.offset, document);
      report({ message: 'missing', range: place.shownAt, data: { section: wanted.title, type: template.label }, expected: [wanted.title], practice: sections, ...(fix && { fix: [fix] }) });
    }
  },
});

// Around sections that are there themselves, further out, no heading is needed that has no text of its own.
function standsInParts(parts: readonly TemplateSection[], keysThere: ReadonlySet<string>): boolean {
  return parts.length > 0 && parts.filter(({ keys }) => keys.some((key) => keysThere.has(key))).length * 2 >= parts.length;
}

// Each team has its own form of a design: Docket's counts for whoever began from it, and has most of it in its words, or parts that only it has.
function isHeldTo(type: DocTypeMatch | undefined, { template, matching }: Structure): boolean {
  if (!type?.isGuess || !type.type.builtIn || type.type.kind !== 'design') return true;
  const found = new Map(matching.matches.map((match) => [match.wanted, match.found.title]));
  const required = template.sections.filter((section) => section.required);
  const [outer, parts] = [required.filter(({ parent }) => !parent), required.filter(({ parent }) => parent)];
  const own = outer.filter((section) => headingKey(found.get(section) ?? '') === section.keys[0]);
  return own.length >= outer.length * MOST || (parts.length > 0 && parts.filter((section) => found.has(section)).length * 2 >= parts.length);
}

const MOST = 0.75;

// Whoever did not begin from Docket's own template fills a section as they like: its parts are asked for where half of them are there.
function isOfAnother(within: SectionMatch, type: DocTypeMatch | undefined, { matching }: Structure, parts: readonly TemplateSection[]): boolean {
  if (!type?.isGuess || !type.type.builtIn) return false;
  const found = matching.matches.filter((match) => match.within === within).length;
  return found * 2 < parts.length;
}
