/** A part of the agenda that is drawn from the record, by the name that its markers have. */
export type Part = 'actions' | 'changes' | 'outages' | 'decisions';

export const PARTS: readonly Part[] = ['actions', 'changes', 'outages', 'decisions'];

/** One line that is drawn, without its line ending. */
export interface Drawn {
  /** What it is about: the same each time it is drawn. */
  readonly key: string;
  readonly kind: 'label' | 'item' | 'note' | 'head' | 'row' | 'nothing';
  /** A note without its indentation. */
  readonly text: string;
  /** The key of the label it stands under, or of the item that a note is of. */
  readonly under?: string;
  /** What people call it, for messages. */
  readonly name: string;
  /** The work is done elsewhere, and the box is ticked. */
  readonly isDone?: boolean;
}
