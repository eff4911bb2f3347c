import type { Entry, Kind, Status } from '../entry.ts';
import type { Language, Text } from '../language.ts';
import type { Range } from '../lines.ts';
import type { Repositories } from '../shared-index/repositories.ts';

/** What somebody can do with the thing that a row stands for. */
export type Ability = 'tick' | 'untick' | 'owner' | 'due' | 'status' | 'decideBy' | 'succeed' | 'copy';

/** The thing that a row stands for, so that it is found again in the text as it is then. */
export interface Subject {
  readonly path: string;
  /** Of an action: its words, and which one of those that have the same words it is, from 0. */
  readonly action?: { readonly text: string; readonly nth: number };
  /** Is it meant wherever it stands, and not in this document alone? */
  readonly everywhere?: boolean;
}

/** What dropping an action, or a document, on a row makes of it; a due date is asked for where none is given. */
export type Taken =
  | { readonly act: 'owner'; readonly value: string | null }
  | { readonly act: 'due'; readonly value: string | null | 'ask' }
  | { readonly act: 'status'; readonly value: Status };

/** One row of a view. Its texts are plain: nothing in them is Markdown, HTML or a command. */
export interface TreeNode {
  /** Stays the same while the thing it stands for does. */
  readonly id: string;
  readonly kind: 'group' | 'document' | 'record' | 'action' | 'question' | 'review' | 'place';
  readonly label: string;
  readonly description?: string;
  /** What a screen reader says: all that the picture shows. */
  readonly spoken: string;
  /** A codicon and the theme colour it is drawn in. */
  readonly icon?: { readonly name: string; readonly color?: string };
  /** Where a click leads; `line` counts from 1. */
  readonly place?: { readonly path: string; readonly line: number; readonly range: Range };
  /** The page on the web that a click opens, of what lies in another repository. */
  readonly url?: string;
  /** Is it done? Left out where it has no box. */
  readonly checked?: boolean;
  readonly can: readonly Ability[];
  readonly subject?: Subject;
  readonly takes?: Taken;
  /** Does it hold others, and are they to be shown at once? */
  readonly holds?: 'open' | 'closed';
}

/** A row with all that is in it, and what is said of it when somebody points at it: lines of plain text. */
export interface WholeNode extends TreeNode {
  readonly tooltip: readonly string[];
  readonly children?: readonly WholeNode[];
}

/** A row that is made when it is shown, and what is in it when it is opened. */
export interface Branch {
  readonly id: string;
  node(): TreeNode;
  tooltip(): readonly string[];
  readonly children?: () => readonly Branch[];
}

/** What of all there is a view shows; what is left out is not asked for. */
export interface Filter {
  /** Stands in the label, the owners or the document. */
  readonly text?: string;
  readonly mine?: boolean;
  readonly kind?: Kind;
  readonly owner?: string;
  readonly overdue?: boolean;
}

/** How somebody wants a view; an id that the view does not know counts as none. */
export interface Choices {
  readonly group?: string;
  readonly order?: string;
  readonly filter?: Filter;
  /** Also what is done. */
  readonly done?: boolean;
  /** Also the records of other repositories. */
  readonly allRepositories?: boolean;
}

export interface TreeContext {
  readonly entries: readonly Entry[];
  entryAt(path: string): Entry | undefined;
  /** What is known of other repositories; left out, or undefined: nothing. */
  readonly others?: Repositories | undefined;
  /** What other repositories call this one; left out, or undefined: nobody says. */
  readonly repository?: string | undefined;
  readonly language: Language;
  /** YYYY-MM-DD */
  readonly today: string;
  /** The names and handles of whoever looks; empty where nobody knows. */
  readonly me?: readonly string[];
  readonly choices?: Choices;
}

/** Why a view has no rows: there are no documents, nothing is open, the filter hides all, or nobody knows who looks. */
export type Emptiness = 'documents' | 'nothing' | 'filter' | 'nobody';

/** What a view shows. */
export interface Grown {
  readonly branches: readonly Branch[];
  /** How many things, each counted once. */
  readonly count: number;
  readonly empty?: Emptiness;
}

/** Something to choose from: its id, and how it is called. */
export interface Choice {
  readonly id: string;
  readonly label: Text;
  /** Is there only something to choose where other repositories are known? */
  readonly needsOthers?: true;
}

/** One view: what the editor draws, the command line prints and a test compares. */
export interface Tree {
  readonly id: string;
  readonly title: Text;
  /** The ways to group and to order its rows, the usual one first. */
  readonly groups: readonly Choice[];
  readonly orders: readonly Choice[];
  /** Of which kinds the documents are that it lists something of, whatever is filtered. */
  kinds(context: TreeContext): readonly Kind[];
  grow(context: TreeContext): Grown;
}
