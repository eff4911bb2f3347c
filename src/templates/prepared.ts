/** What the build has read of the templates, which it puts in the place of this file; where the source runs as it is, they are read from their texts. */
export const prepared = undefined;
