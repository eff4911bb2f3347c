import { VFileMessage } from 'vfile-message';
import type { Edit } from './edit.ts';
import type { MessageData } from './language.ts';
import type { Range } from './lines.ts';

export const SEVERITIES = ['hint', 'info', 'warning', 'error'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Edits in another document of the workspace. */
export interface FileEdits {
  readonly path: string;
  readonly edits: readonly Edit[];
}

/** The commands that settle a finding, by the name that both the editor and the terminal have for them. */
export type FixCommand = 'supersede' | 'amend' | 'renumber';

/** A change that settles a finding. */
export interface Fix {
  /** What the fix does, in the user's language. */
  readonly title: string;
  /** In the document that has the finding. */
  readonly edits: readonly Edit[];
  /** In others. */
  readonly elsewhere?: readonly FileEdits[];
  /** A command of the editor that makes the change, in place of edits: it asks for what only people know. */
  readonly command?: FixCommand;
  /** Can it be made without asking? Others are offered, and somebody has to choose. */
  readonly isAutomatic: boolean;
}

/**
 * What a rule found: a vfile message (its `line` and `column` count from 1, columns in UTF-16 units),
 * with what the editor and the command line need beyond it.
 */
export interface Finding extends VFileMessage {
  ruleId: string;
  severity: Severity;
  /** The name of the rule's message. */
  messageId: string;
  /** The heading that it stands under, or the template's section that it speaks of; undefined before the first heading. */
  section?: string | undefined;
  data: MessageData;
  range: Range;
  fixes: readonly Fix[];
}

/** A finding as data alone, as it goes from thread to thread and into files. */
export type PlainFinding = Readonly<Record<string, unknown>>;

export function plainFinding(finding: Finding): PlainFinding {
  return { ...finding };
}

/** The finding of which `plain` was made. */
export function findingOfPlain(plain: PlainFinding): Finding {
  return Object.assign(Object.create(VFileMessage.prototype) as Finding, plain);
}
