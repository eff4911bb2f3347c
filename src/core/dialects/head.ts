import type { RootContent } from 'mdast';
import type { Document } from '../document.ts';
import { rememberingLast } from '../remembering.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { sectionNames } from '../vocabulary/sections.ts';
import { namedSections } from './named-sections.ts';

/**
 * The blocks at the head of a document, where metadata stand: what comes before the first heading and under the title,
 * and what stands in a section that is there for them ("Meta", "Document information"). Several dialects ask for the same.
 */
export const headBlocks = rememberingLast((document: Document, vocabulary: Vocabulary): readonly RootContent[] => {
  const blocks: RootContent[] = [...document.preamble];
  const forMetadata = new Set(namedSections(document, vocabulary).flatMap(({ section, roles }) => (roles.includes('metadata') ? [section] : [])));
  let first = true;
  document.sections.slice(0, 12).forEach((section, index) => {
    const title = first && (index === 0 || section.depth < document.sections[index - 1]!.depth) && !sectionNames(section.title, vocabulary);
    if (!(index === 0 || title || forMetadata.has(section))) {
      first = false;
      return;
    }
    blocks.push(...section.nodes);
    if (index > 0 || section.nodes.length > 0) first = index === 0 && section.nodes.length <= 1;
  });
  return blocks.slice(0, MOST_BLOCKS);
});

const MOST_BLOCKS = 40;
