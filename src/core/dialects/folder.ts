import { isOnlyState } from '../titles.ts';
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
      if (status && isOnlyState(name)) return [pathClaim('folder', 'status', status, name, 20)];
    }
    return [];
  },
};
