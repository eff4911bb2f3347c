import type { Edit } from './edit.ts';

/** What a command does to one file. The edits are of the text as it was read; a move comes after them and may be of a folder. */
export type Change =
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  | { readonly kind: 'edit'; readonly path: string; readonly edits: readonly Edit[] }
  | { readonly kind: 'move'; readonly path: string; readonly to: string };
