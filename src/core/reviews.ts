import type { Document } from './document.ts';
import type { Review } from './entry.ts';
import { signOffsIn } from './sign-offs.ts';

/** The reviews that a document waits for: of each whom it names and who has given no verdict. */
export function reviewsIn(document: Document): Review[] {
  if (!document.tree.children.length && !document.fields.length) return [];
  const seen = new Set<string>();
  return signOffsIn(document).flatMap(({ who, range, state, verdict }) => {
    if (state === 'refused' || (state === 'signed' && (verdict !== '' || isGiven(document, range.start))) || seen.has(who)) return [];
    seen.add(who);
    return [{ who, line: document.lines.lineNumberAt(range.start), range }];
  });
}

// `[x] Ann`, `Ann: yes`, `Reviewed-by: Ann`: a name there says that it was done.
function isGiven({ text, lines }: Document, start: number): boolean {
  const lineStart = lines.startOf(lines.lineNumberAt(start) - 1);
  const before = text.slice(Math.max(lineStart, start - 400), start);
  const behind = /^[^\r\n]{0,200}/.exec(text.slice(start, start + 200))![0];
  return /\[[xX]\][ \t]*$/.test(before) || /(?:ed|승인|서명)[ _-]?(?:by)?[*_]{0,2}[ \t]?[:：]/i.test(before) || (!/[:：]/.test(before) && /[:：][*_]{0,2}[ \t]*\S/.test(behind));
}
