import type { Edit } from '../edit.ts';
import type { Range } from '../lines.ts';

/** A text as it came to be: stretches of the first one, in its order, and what was put between them. */
export type Pieces = readonly (Range | string)[];

/** A text that nothing was done to. */
export function piecesOf(text: string): Pieces {
  return [{ start: 0, end: text.length }];
}

/** The pieces after `edits` of the text that `pieces` make; the edits must not overlap. */
export function editPieces(pieces: Pieces, edits: readonly Edit[]): Pieces {
  const made: (Range | string)[] = [];
  const rest = [...pieces].reverse();
  let at = 0;
  const take = (until: number, isKept: boolean): void => {
    while (at < until) {
      const piece = rest.pop();
      if (piece === undefined) return;
      const length = lengthOf(piece);
      const taken = Math.min(length, until - at);
      if (isKept) made.push(part(piece, 0, taken));
      if (taken < length) rest.push(part(piece, taken, length));
      at += taken;
    }
  };
  for (const { range, newText } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    take(range.start, true);
    take(range.end, false);
    if (newText !== '') made.push(newText);
  }
  take(Infinity, true);
  return made;
}

/** The edits that lead from the first text to the one that `pieces` make. */
export function editsOf(pieces: Pieces, text: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let added = '';
  const until = (end: number): void => {
    if (added !== text.slice(at, end)) edits.push({ range: { start: at, end }, newText: added });
    added = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') added += piece;
    else {
      until(piece.start);
      at = piece.end;
    }
  }
  until(text.length);
  return edits;
}

const lengthOf = (piece: Range | string): number => (typeof piece === 'string' ? piece.length : piece.end - piece.start);

function part(piece: Range | string, from: number, to: number): Range | string {
  return typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };
}
