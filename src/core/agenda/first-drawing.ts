import type { Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import { say, type Language } from '../language.ts';
import type { Structure } from '../structure.ts';
import { PARTS, type Drawn, type Part } from './drawn.ts';
import { remember, tokenOf } from './memory.ts';
import { addSection, placePart } from './place.ts';
import { mentionsIn } from './renew.ts';
import { newActionsIn, sectionFor } from './sections.ts';
import { HEADINGS } from './texts.ts';

/** The edits that draw every part into its section; what a section speaks of already is not drawn. What the team's template has no section for gets one, where there is something to say. */
export function firstDrawing(document: Document, drawn: Readonly<Record<Part, readonly Drawn[]>>, seen: Structure | undefined, language: Language): Edit[] {
  const parts = PARTS.flatMap((part) => {
    const section = sectionFor(part, document, seen);
    if (section) {
      const own = unsaid(drawn[part], document.text.slice(section.content.start, section.content.end));
      return [{ drawn: own, edits: placePart(part, own, section, document, seen) }];
    }
    const own = drawn[part];
    return own.some(({ kind }) => kind === 'item') ? [{ drawn: own, edits: [addSection(part, say(HEADINGS[part], language), own, document, newActionsIn(document))] }] : [];
  });
  return [...parts.flatMap(({ edits }) => edits), ...remember(document, parts.flatMap((one) => one.drawn.map(tokenOf)), language)];
}

// A label goes with the last of its items, and so do notes.
function unsaid(drawn: readonly Drawn[], text: string): readonly Drawn[] {
  const isMentioned = mentionsIn(text.split(/\r\n|\n|\r/));
  const said = new Set(drawn.filter((one) => (one.kind === 'item' || one.kind === 'row') && isMentioned(one)).map(({ key }) => key));
  if (!said.size) return drawn;
  const left = drawn.filter(({ key, under, kind }) => !said.has(key) && !(kind === 'note' && said.has(under!)));
  const labels = new Set(left.flatMap(({ under }) => under ?? []));
  return left.filter(({ kind, key }) => kind !== 'label' || labels.has(key));
}
