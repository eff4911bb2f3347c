import type { Config } from '../config.ts';
import type { DocTypeMatch } from '../doc-type.ts';
import type { Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Entry } from '../entry.ts';
import type { Severity } from '../finding.ts';
import type { Language, MessageData, Text } from '../language.ts';
import type { Range } from '../lines.ts';
import type { Structure } from '../structure.ts';

/** One check. Its source, its page and its id have the same name. */
export interface Rule<MessageId extends string = string> {
  readonly id: string;
  readonly meta: {
    /** What the rule asks for. */
    readonly title: Text;
    readonly severity: Severity;
    readonly fixable: boolean;
    /** Does it hold a document against its template? Then it only informs where the type is a guess, or the document a draft. */
    readonly byTemplate?: boolean;
    /** May `.docket.yaml` say more of it than its severity? */
    readonly takesOptions?: boolean;
    readonly messages: Readonly<Record<MessageId, Text>>;
    /** The titles of the rule's fixes, by message. */
    readonly fixes?: Readonly<Partial<Record<MessageId, Text>>>;
  };
  /** Reports what it finds; does no I/O and keeps nothing between two documents. */
  check(context: RuleContext<MessageId>): void;
}

/** What is known of one document and of the others when it is checked. */
export interface LintInput {
  readonly document: Document;
  readonly entry: Entry | undefined;
  /** Undefined where the document is of no type; then only what cannot be read is reported. */
  readonly type: DocTypeMatch | undefined;
  readonly entries: readonly Entry[];
  readonly config: Config;
  readonly language: Language;
}

/** What a rule sees, and how it reports. */
export interface RuleContext<MessageId extends string = string> extends LintInput {
  /** What stands behind the severity in `.docket.yaml`. */
  readonly options: unknown;
  /** The document seen through the template of its type; undefined where it has no type, or could not be read. */
  structure(): Structure | undefined;
  report(report: { readonly message: MessageId; readonly range: Range; readonly data?: MessageData; readonly expected?: readonly string[]; readonly fix?: readonly Edit[] }): void;
}

/** Lets the messages' names be checked where they are reported. */
export function rule<MessageId extends string>(one: Rule<MessageId>): Rule {
  return one as unknown as Rule;
}
