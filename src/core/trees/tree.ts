import type { Entry } from '../entry.ts';
import type { Language, Text } from '../language.ts';
import type { Range } from '../lines.ts';

/** One row of a view. Its texts are plain: nothing in them is Markdown, HTML or a command. */
export interface TreeNode {
  /** Stays the same while the thing it stands for does. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Lines of plain text. */
  readonly tooltip?: readonly string[];
  /** What a screen reader says: all that the picture shows. */
  readonly spoken?: string;
  /** A codicon and the theme colour it is drawn in. */
  readonly icon?: { readonly name: string; readonly color?: string };
  /** Where a click leads; `line` counts from 1. */
  readonly place?: { readonly path: string; readonly line: number; readonly range: Range };
  readonly children?: readonly TreeNode[];
  readonly expanded?: boolean;
}

export interface TreeContext {
  readonly entries: readonly Entry[];
  readonly language: Language;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** One view: what the editor draws, the command line prints and a test compares. */
export interface Tree {
  readonly id: string;
  readonly title: Text;
  build(context: TreeContext): TreeNode[];
}
