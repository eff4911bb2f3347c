import { termOf } from '../vocabulary/terms.ts';
import { pathClaim, type Dialect } from './dialect.ts';

/** A folder whose name is a state: `design/Implemented/x.md`; the weakest evidence of all. */
export const folder: Dialect = {
  id: 'folder',
  read({ path }, vocabulary) {
    const folders = path.split('/').slice(0, -1).reverse();
    for (const name of folders.slice(0, 3)) {
      const [first = '', second] = termOf(name).split(' ');
      const status = vocabulary.statuses.get(second !== undefined && vocabulary.kinds.has(first) ? termOf(name).slice(first.length + 1) : termOf(name));
      if (status && STATES.test(name)) return [pathClaim('folder', 'status', status, name, 20)];
    }
    return [];
  },
};

// "rfc", "new", "review" are states of a document, but as folders they only say what lies there.
const STATES = /^(?!(?:rfc|rfcs|proposal|proposed?als|new|review|open|active|final|current|idea|ideas|discussion|live|ready|standard|stable|concept|sketch|initial|published|historical|historic|history)$)/i;
