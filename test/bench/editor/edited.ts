/** The document of a folder that is edited. */
export const EDITED = 'd0000/99999-large.md';

/** What the number that changes stands behind: it is the target of a link to nothing. */
export const MARK = 'missing-';
