/** The document of a folder that is edited, and the plain text beside it. */
export const EDITED = 'd0000/99999-large.md';
export const PLAIN = 'd0000/large.txt';

/** What the number that changes stands behind: in the document it is the target of a link to nothing, in the plain text its first line. */
export const MARK = 'missing-';
