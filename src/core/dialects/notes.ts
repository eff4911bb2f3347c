import { rangeOf, type Document } from '../document.ts';
import type { Range } from '../lines.ts';
import { rememberingFor } from '../remembering.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import type { RootContent } from 'mdast';
import { claim, type Claim, type Dialect } from './dialect.ts';
import { relationClaims } from './field.ts';
import { relationsIn, withoutDates } from '../relations.ts';
import { headBlocks } from './head.ts';
import { linesOf } from './keyed-line.ts';
import { namedSections } from './named-sections.ts';
import { plain } from './source.ts';

/** Sentences about other documents: a note under the title ("Superseded by …") and items under "Links" or "Related decisions". */
export const notes: Dialect = {
  id: 'notes',
  read(document, vocabulary) {
    const head = headBlocks(document, vocabulary).slice(0, MOST_BLOCKS).flatMap((block) => notesIn(block, true));
    const related = namedSections(document, vocabulary).filter(({ roles }) => roles.includes('related')).slice(0, 6).flatMap(({ section }) => section.nodes.slice(0, MOST_BLOCKS).flatMap((block) => notesIn(block, false)));
    return [
      ...head.flatMap((range) => linesOf(document.text, range).slice(0, 8).flatMap((line) => noteClaims(document, vocabulary, line))),
      ...related.flatMap((range) => (startsWithRelation(document.text.slice(range.start, range.end), vocabulary) ? relationClaims(document, vocabulary, 'notes', range, 60) : [])),
    ];
  },
};

const MOST_BLOCKS = 12;

function notesIn(block: RootContent, head: boolean): Range[] {
  if (block.type === 'list' && !head) return block.children.slice(0, 60).flatMap((item) => (item.children[0]?.type === 'paragraph' ? [rangeOf(item.children[0])] : []));
  if (block.type === 'blockquote') return block.children.slice(0, MOST_BLOCKS).flatMap((inner) => notesIn(inner, head));
  return block.type === 'paragraph' ? [rangeOf(block)] : [];
}

// Only a line that begins with the phrase speaks of the document itself.
function noteClaims(document: Document, vocabulary: Vocabulary, line: Range): Claim[] {
  const source = document.text.slice(line.start, Math.min(line.end, line.start + 600));
  if (!startsWithRelation(source, vocabulary)) return [];
  const found = relationsIn(source, vocabulary).find((each) => each.supersedes && each.references.length > 0);
  const claims = relationClaims(document, vocabulary, 'notes', { start: line.start, end: line.start + source.length }, 60);
  if (found) claims.push(claim(document, 'notes', 'status', 'superseded', { start: line.start + found.start, end: line.start + found.end }, 87, { text: plain(source.slice(found.start, found.end)) }));
  return claims;
}

/** Does the text begin with words such as "superseded by"? */
export function startsWithRelation(source: string, vocabulary: Vocabulary): boolean {
  const text = withoutDates(plain(source.slice(0, 300)).toLowerCase()).replace(/^(?:[>\s*_\-[\]!:.]|note|warning|important|update|caution|nota|참고|주의|hinweis|注意|注|obs|remarque|⚠️|status|this\s(?:adr|rfc|document|decision|record|proposal)|(?:has|have)\sbeen|is|was|are|it)+/u, '');
  if (beginnings(text.slice(0, 1), vocabulary).some((before) => text.startsWith(before))) return true;
  const head = text.slice(0, 80);
  return endings('', vocabulary).some((after) => head.includes(after));
}

const beginnings = rememberingFor((letter: string, vocabulary: Vocabulary) => vocabulary.relations.flatMap(({ before }) => (before !== '' && before.startsWith(letter) ? [before] : [])));
const endings = rememberingFor((_, vocabulary: Vocabulary) => vocabulary.relations.flatMap(({ before, after }) => (before === '' ? [after] : [])));
