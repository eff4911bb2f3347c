import type { Range } from './lines.ts';

export type Kind = 'decision' | 'design' | 'postmortem' | 'meeting' | 'template' | 'index' | 'other';

/** A kind of documents that teams keep as their records. */
export type RecordKind = Exclude<Kind, 'template' | 'index' | 'other'>;

/** The kinds that are shown as documents of the team; templates, indexes and others are not. */
export const RECORD_KINDS: readonly RecordKind[] & { includes(kind: Kind): boolean } = ['decision', 'design', 'postmortem', 'meeting'];

export type Status = 'draft' | 'proposed' | 'accepted' | 'rejected' | 'deprecated' | 'superseded' | 'withdrawn' | 'implemented' | 'deferred';

/** Where a value was read: the proof that a user is shown when they ask "why?". */
export interface Evidence {
  /** The value as it is written. */
  readonly text: string;
  /** UTF-16 offsets into the document that `path` names. */
  readonly range: Range;
  /** 1-based; 0 where the value comes from the file's name or folder. */
  readonly line: number;
  /** The id of the dialect that read it. */
  readonly dialect: string;
  /** Within `range`, the words that an edit of the state alone replaces; the whole range where there are no others. */
  readonly token?: Range;
  /** Another file than the entry's own, such as a side-car. */
  readonly path?: string;
}

/** What an Evidence can be of. */
export type Property = 'kind' | 'id' | 'number' | 'title' | 'status' | 'date' | 'owners' | 'decideBy' | 'supersededBy' | 'supersedes' | 'amends' | 'amendedBy' | 'requires' | 'requiredBy';

/** One action item. */
export interface Action {
  /** Without markup, and without the tokens that the other fields hold. */
  readonly text: string;
  /** True for what is cancelled, too: nobody is to do it any more. Null where the way of writing has no place for a state. */
  readonly done: boolean | null;
  /** What is said of it, also in passing (`(DONE)` behind the text of a plain list); null where nothing is. */
  readonly state: ActionState | null;
  readonly owners: readonly string[];
  /** YYYY-MM-DD */
  readonly due: string | null;
  readonly priority: string | null;
  /** As it is written: prevent, mitigate, process … */
  readonly type: string | null;
  /** Ids and addresses in a tracker, as they are written. */
  readonly trackers: readonly string[];
  readonly dialect: string;
  /** 1-based. */
  readonly line: number;
  readonly range: Range;
  readonly tokens: ActionTokens;
  /** What stands there and cannot be read, such as a date that is none. */
  readonly flaws: readonly ActionFlaw[];
  /** It stands under a heading for prior items and links to the document in which it was agreed: these minutes only report on it. */
  readonly reports?: true;
  /** It is a box of a form, which is chosen or met and which nobody is to do. */
  readonly form?: true;
}

export type ActionState = 'open' | 'doing' | 'done' | 'cancelled';

/** What an edit of an action would replace; null where nothing is written. */
export interface ActionTokens {
  /** Where its text stands: an owner is written in front of it, a date behind it. */
  readonly text: Range;
  /** The character in a box, or the word or cell of the state. */
  readonly state: Range | null;
  readonly owners: Token | null;
  readonly due: Token | null;
}

export interface Token {
  /** The name or the date alone; empty for an empty cell. */
  readonly value: Range;
  /** With what belongs to it: `@`, `due:`, brackets. */
  readonly whole: Range;
}

export interface ActionFlaw {
  readonly id: 'unreadable-date' | 'unknown-state';
  readonly range: Range;
}

/** A question that a document leaves open. */
export interface Question {
  /** Without markup. */
  readonly text: string;
  readonly dialect: string;
  /** 1-based. */
  readonly line: number;
  readonly range: Range;
}

/** Somebody whom a document names to agree to it, and who has not. */
export interface Review {
  /** With the role, as it is written. */
  readonly who: string;
  /** 1-based. */
  readonly line: number;
  readonly range: Range;
}

/** What the index remembers of one document: plain data, small enough to keep for ten thousand of them. */
export interface Entry {
  readonly path: string;
  readonly kind: Kind;
  /** As people say it: `ADR-0012`, `KEP-2133`; null where the document has none. */
  readonly id: string | null;
  readonly number: number | null;
  readonly title: string;
  readonly status: Status | null;
  /** The status as it is written, without markup. */
  readonly statusText: string | null;
  /** Is the decision still to be taken? Null where no status says so. */
  readonly open: boolean | null;
  /** YYYY-MM-DD, created or decided. */
  readonly date: string | null;
  /** YYYY-MM-DD by which the decision is to be taken. */
  readonly decideBy: string | null;
  readonly owners: readonly string[];
  /** Paths of documents that were found, otherwise the words as written. */
  readonly supersededBy: readonly string[];
  readonly supersedes: readonly string[];
  readonly amends: readonly string[];
  readonly amendedBy: readonly string[];
  readonly requires: readonly string[];
  readonly requiredBy: readonly string[];
  readonly actions: readonly Action[];
  readonly questions: readonly Question[];
  /** Reviews that nobody has given yet, whatever the status. */
  readonly reviews: readonly Review[];
  readonly evidence: Readonly<Partial<Record<Property, Evidence>>>;
  /** Where a relation names more than one document: the evidence of the others, in the order of their paths above. */
  readonly further?: Readonly<Partial<Record<Property, readonly Evidence[]>>>;
  /** The strongest evidence against what is shown: two sources in the document that contradict each other. */
  readonly contradicted?: Readonly<Partial<Record<Property, Evidence>>>;
}
