import type { RootContent } from 'mdast';
import { VFileMessage } from 'vfile-message';
import type { Edit } from './edit.ts';
import type { MessageData } from './language.ts';
import type { Range } from './lines.ts';
import { shared } from './remembering.ts';

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

/** What vfile's reporters go by. */
export const fatalOf = (severity: Severity): boolean | undefined => (severity === 'error' ? true : severity === 'warning' ? false : undefined);

/** A finding as data alone, without what follows from the rest, as it goes from thread to thread and into files. */
export interface PlainFinding extends Pick<Finding, 'ruleId' | 'messageId' | 'severity' | 'reason' | 'file' | 'data' | 'fixes' | 'section' | 'expected'> {
  readonly url: string;
  /** Line, column and offset of its beginning, then those of its end; all but the offsets count from 1. */
  readonly place: readonly [number, number, number, number, number, number];
}

export function plainFinding({ ruleId, messageId, severity, reason, file, data, fixes, section, expected, url, place, range }: Finding): PlainFinding {
  const { start, end } = place as NonNullable<RootContent['position']>;
  return { ruleId, messageId, severity, reason, file, data, fixes, section, expected, url: url!, place: [start.line, start.column, range.start, end.line, end.column, range.end] };
}

/** The finding of which `plain` was made; thousands say the same of themselves, and each came with words of its own. */
export function findingOfPlain({ ruleId, messageId, severity, reason, file, data, fixes, section, expected, url, place: [line, column, start, endLine, endColumn, end] }: PlainFinding): Finding {
  return Object.assign(Object.create(VFileMessage.prototype) as Finding, {
    ruleId: shared(ruleId), messageId: shared(messageId), severity: shared(severity), reason, file, data, fixes, section, expected, url: shared(url),
    line, column, place: { start: { line, column, offset: start }, end: { line: endLine, column: endColumn, offset: end } }, range: { start, end },
    message: reason, name: `${file}:${line}:${column}-${endLine}:${endColumn}`, source: 'docket', fatal: fatalOf(severity), stack: '',
  });
}

/** A finding as a row, without the names of what it has. */
type Row = readonly [PlainFinding['ruleId'], PlainFinding['messageId'], Severity, PlainFinding['reason'], PlainFinding['file'], MessageData, readonly Fix[], PlainFinding['url'], PlainFinding['place'], string | null, string[] | null];

/** Findings as a text, a list of rows, which takes a fourth of their room. */
export function packFindings(findings: readonly Finding[]): string {
  return JSON.stringify(findings.map(plainFinding).map(({ ruleId, messageId, severity, reason, file, data, fixes, url, place, section, expected }): Row => [ruleId, messageId, severity, reason, file, data, fixes, url, place, section ?? null, expected ?? null]));
}

export function unpackFindings(packed: string): Finding[] {
  return (JSON.parse(packed) as Row[]).map(([ruleId, messageId, severity, reason, file, data, fixes, url, place, section, expected]) => findingOfPlain({ ruleId, messageId, severity, reason, file, data, fixes, url, place, section: section ?? undefined, expected: expected ?? undefined }));
}
