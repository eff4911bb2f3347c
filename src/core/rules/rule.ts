import type * as v from 'valibot';
import type { Config } from '../config.ts';
import type { DocTypeMatch } from '../doc-type.ts';
import type { Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Entry, Kind } from '../entry.ts';
import type { FileEdits, Finding, Fix } from '../finding.ts';
import type { Language, MessageData, Text } from '../language.ts';
import type { Range } from '../lines.ts';
import type { AskedPractice } from '../practice.ts';
import type { Records } from '../records.ts';
import type { Repositories } from '../shared-index/repositories.ts';
import type { Structure } from '../structure.ts';
import type { Needs, Surroundings } from '../surroundings.ts';
import type { Silencer } from '../silence.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import type { Watch } from '../watching.ts';
import type { Severities } from './severities.ts';

/** What a rule takes beside its severity: every option has a default, so that nothing has to be said. */
export type OptionsSchema<Options = unknown> = v.GenericSchema<unknown, Options>;

/** One check. Its source, its page and its id have the same name. */
export interface Rule<MessageId extends string = string, Options = unknown> {
  readonly id: string;
  readonly meta: {
    /** What the rule asks for. */
    readonly title: Text;
    /** How much it weighs where the configuration does not say. */
    readonly severity: Severities;
    /** Has it fixes, made without asking or offered to be chosen from? Its page shows what the first one gives. */
    readonly fixable: boolean;
    /** Is it a mistake by anybody's rules? Others only inform where it is a guess which type a document has. */
    readonly certain?: boolean;
    /** Does it run when all others have, because it speaks of what they found? */
    readonly last?: boolean;
    /** The kinds of documents that it is for; left out: all. */
    readonly kinds?: readonly Kind[];
    /** What `.docket.yaml` may say of it beyond its severity; left out: nothing. */
    readonly options?: OptionsSchema<Options>;
    /** Those of its options that name a file, relative to the folder of `.docket.yaml`; one that cannot be read is a mistake there. */
    readonly fileOptions?: readonly (keyof Options & string)[];
    readonly messages: Readonly<Record<MessageId, Text>>;
    /** The titles of the rule's fixes, by message. */
    readonly fixes?: Readonly<Partial<Record<MessageId, Text>>>;
  };
  /** What is to be gathered before it runs on a document; left out: nothing. */
  needs?(input: LintInput & { readonly options: Options }): Needs;
  /** Could it tell all that it looks for in this document, so that its silence says something? Left out: where it needs nothing. */
  couldTell?(input: LintInput): boolean;
  /** Reports what it finds; does no I/O and keeps nothing between two documents. */
  check(context: RuleContext<MessageId, Options>): void;
}

/** What is known of one document and of the others when it is checked. */
export interface LintInput {
  readonly document: Document;
  readonly entry: Entry | undefined;
  /** Undefined where the document is of no type; then only what is wrong by anybody's rules is reported in full. */
  readonly type: DocTypeMatch | undefined;
  readonly records: Records;
  readonly surroundings: Surroundings;
  readonly config: Config;
  /** The words that Docket knows, with the team's own. */
  readonly vocabulary: Vocabulary;
  readonly language: Language;
  /** What the configuration knows of other repositories; left out, or undefined: nothing. */
  readonly repositories?: Repositories | undefined;
  /** Sees what each rule asks of the entry and the records; left out: nobody wants to know. */
  readonly watch?: Watch;
  /** Takes what findings go by of how the team follows a template; left out: nobody wants to know. */
  readonly practised?: Map<Finding, AskedPractice>;
}

/** What a rule says of one place. */
export interface Report<MessageId extends string = string> {
  readonly message: MessageId;
  readonly range: Range;
  readonly data?: MessageData;
  readonly expected?: readonly string[];
  /** The edits of the fix whose title `meta.fixes` has; it can be made without asking. */
  readonly fix?: readonly Edit[];
  /** Edits in other documents that belong to `fix`. */
  readonly elsewhere?: readonly FileEdits[];
  /** What it goes by of how the team follows a template that was found: with another practice there would be no such finding, or another fix. */
  readonly practice?: AskedPractice;
  /** Further fixes, which somebody has to choose. */
  readonly choices?: readonly (Omit<Fix, 'title' | 'isAutomatic'> & { readonly title: Text })[];
}

/** What the comments of a document silence among the findings of its rules. */
export interface Silenced {
  readonly silencers: readonly Silencer[];
  /** The ids of the rules that looked at the document, and whose silence means that they found nothing. */
  readonly ran: ReadonlySet<string>;
  /** The ids of all rules. */
  readonly known: readonly string[];
}

/** What a rule sees, and how it reports. */
export interface RuleContext<MessageId extends string = string, Options = unknown> extends LintInput {
  /** As `meta.options` makes them of what stands behind the severity in `.docket.yaml`. */
  readonly options: Options;
  /** The document seen through the template of its type; undefined where it has no type, or could not be read. */
  structure(): Structure | undefined;
  /** What comments of the document silence; it is settled only for a rule that is `meta.last`. */
  readonly silenced: Silenced;
  report(report: Report<MessageId>): void;
}

/** Lets the messages' names be checked where they are reported, and the options where they are used. */
export function rule<MessageId extends string, Options = unknown>(one: Rule<MessageId, Options>): Rule {
  return one as unknown as Rule;
}
