import type { Act } from '../core/acts/act.ts';
import type { Choices, Emptiness, Subject, TreeNode } from '../core/trees/tree.ts';

export type { DueChoice } from '../core/acts/due-choices.ts';
export type { KnownPerson } from '../core/people.ts';
export type { Choices, Filter } from '../core/trees/tree.ts';

/** What client and server say to each other beyond LSP: the names of the messages and the shape of what they carry. */
export const Method = {
  /** client → server: TreeParams → TreeResult; answers when the workspace has been read. */
  tree: 'docket/tree',
  /** client → server: TooltipParams → lines of plain text on a row as the view was drawn last */
  treeTooltip: 'docket/treeTooltip',
  /** client → server: ViewParams → TreeChoices */
  treeChoices: 'docket/treeChoices',
  /** client → server: CopyParams → Markdown, or null where the row is gone */
  treeMarkdown: 'docket/treeMarkdown',
  /** client → server: ActParams → ActResult */
  act: 'docket/act',
  /** client → server: DocumentParams → StatusSteps; null where the document is none of the team's. */
  statusSteps: 'docket/statusSteps',
  /** client → server: DueParams → DueChoice[] */
  dueChoices: 'docket/dueChoices',
  /** client → server: PeopleParams → KnownPerson[], whoever looks first */
  people: 'docket/people',
  /** client → server: FolderParams → TypeChoice[] */
  types: 'docket/types',
  /** client → server: NewDocumentParams → NewDocumentResult */
  newDocument: 'docket/newDocument',
  /** client → server: the user trusts the folders from now on. */
  trusted: 'docket/trusted',
  /** client → server: SuccessionParams → ChangesResult */
  succeed: 'docket/succeed',
  /** client → server: RenumberParams → RenumberResult */
  renumber: 'docket/renumber',
  /** client → server: DraftMeetingParams → DraftMeetingResult */
  draftMeeting: 'docket/draftMeeting',
  /** client → server: DocumentParams → CloseMeetingResult */
  closeMeeting: 'docket/closeMeeting',
  /** client → server: IndexParams → IndexResult */
  updateIndex: 'docket/updateIndex',
  /** client → server: → TemplateChoice[]: the templates that lie in the workspace and that no configuration names */
  adoptableTemplates: 'docket/adoptableTemplates',
  /** client → server: AdoptParams → AdoptResult */
  adoptTemplate: 'docket/adoptTemplate',
  /** client → server: LintParams → LintSummary; on the way, LintProgress under the token that came with it. */
  lint: 'docket/lint',
  /** client → server: ReportParams → the report on a document as Markdown, whose links are relative to its folder; null where the document is not known. */
  report: 'docket/report',
  /** client → server: DashboardParams → Dashboard; answers when the workspace has been read. */
  dashboard: 'docket/dashboard',
  /** client → server: → RuleChoice[] */
  rules: 'docket/rules',
  /** client → server: forget what is known and read everything again. */
  refresh: 'docket/refresh',
  /** client → server: FoldersParams: folders appeared, or something vanished that may have been one; no answer. */
  foldersChanged: 'docket/foldersChanged',
  /** server → client: what the views show has changed; no answer. */
  itemsChanged: 'docket/itemsChanged',
  /** server → client: FolderParams → URIs of the files below it; of a file, its own. */
  listFiles: 'docket/listFiles',
  /** server → client: FolderParams → the names of what lies directly in it; none where it cannot be looked at. */
  listNames: 'docket/listNames',
  /** server → client: ReadFileParams → ReadFileResult */
  readFile: 'docket/readFile',
  /** server → client: LookParams → Look[]; null for a file that can become another one and look the same. */
  look: 'docket/look',
  /** server → client: StoredParams → ReadFileResult: what was stored under a name, at an earlier start too */
  readStored: 'docket/readStored',
  /** server → client: StoreParams → null; what cannot be stored is left out. */
  store: 'docket/store',
  /** server → client: a URI → the text of the file as it was committed, or null where Git cannot be asked. */
  committedText: 'docket/committedText',
} as const;

/** What a server in a web worker says first, before it speaks LSP: its script has been loaded. */
export const WORKER_READY = 'docket/ready';

const SIDECARS = ['kep', 'tep', 'adr', 'rfc', 'rfd', 'proposal', 'decision'].flatMap((name) => [`${name}.yaml`, `${name}.yml`]);

/** The files that the server wants to hear of, as a glob of the editor, which knows no braces inside braces. */
export const WATCHED_FILES = `**/{${['*.md', '*.markdown', '.docket.yaml', '.docket.yml', '.gitignore', ...SIDECARS].join(',')}}`;

/** Further files that a configuration may extend. */
export const WATCHED_SETTINGS = '**/*.{yaml,yml}';

export interface InitializationOptions {
  /** A BCP 47 tag, in place of the client's locale. */
  readonly language: string;
  /** What the address of a rule's page begins with; its name, `<id>.md`, follows. */
  readonly rulePages: string;
  /** Does the client have the commands of the editor extension? Left out: no. */
  readonly hasCommands: boolean;
  /** Does the client tell of every file and folder that comes or goes, by `docket/foldersChanged`, too? Left out: no. */
  readonly tellsOfFiles: boolean;
  /** Does the user trust the folders? Otherwise no program is run there. Left out: yes. */
  readonly isTrusted: boolean;
  /** What a server that crashed had been asked to check. */
  readonly asked: Asked;
  /** The URI of a folder, which may not be there yet, in which the server can remember what it has read. Left out: nothing is remembered. */
  readonly storage: string;
  /** The address of the server's second script, for a web worker, which does not know where its own lies. */
  readonly later: string;
}

/** What a user has had checked: the findings there are kept up to date. */
export interface Asked {
  /** Every document, those that come later too. */
  readonly workspace: boolean;
  /** The URIs of single ones. */
  readonly documents: readonly string[];
}

export interface FoldersParams {
  readonly uris: readonly string[];
  /** Did files come that are no documents? */
  readonly hasOthers?: boolean;
}

/** A view as somebody wants it. */
export interface ViewParams {
  readonly tree: string;
  readonly choices?: Choices;
  /** The names and handles of whoever looks; left out or empty where nobody knows. */
  readonly me?: readonly string[];
}

export interface TreeParams extends ViewParams {
  /** The row whose rows are asked for; the first ones where it is missing. */
  readonly below?: string;
  /** Also what is in each row, and all that is said of it. */
  readonly whole?: boolean;
  /** Not to be drawn: only how many things there are. */
  readonly countOnly?: boolean;
}

export interface TooltipParams {
  readonly tree: string;
  readonly id: string;
}

export interface TreeResult {
  readonly nodes: readonly ViewNode[];
  /** How many things the whole view shows. */
  readonly count: number;
  /** Why it shows none. */
  readonly empty?: Emptiness;
}

/** A row of a view with the URI that a click opens; positions are 0-based, in UTF-16 units. */
export interface ViewNode extends Omit<TreeNode, 'place' | 'subject'> {
  /** The tree whose row it is. */
  readonly tree: string;
  readonly open?: { readonly uri: string; readonly line: number };
  readonly subject?: Omit<Subject, 'path'> & { readonly uri: string };
  /** Only where the whole tree was asked for, as is `children`. */
  readonly tooltip?: readonly string[];
  readonly children?: readonly ViewNode[];
}

/** What somebody does with the thing that a row stands for, or with the action on a 0-based line of a document. */
export interface ActParams {
  readonly subject: NonNullable<ViewNode['subject']> | { readonly uri: string; readonly line: number };
  readonly act: Act;
}

/** The edits, none where it is so already; `notice` is to be shown beside them. */
export type ActResult = { readonly changes: readonly FileChange[]; readonly notice?: string } | { readonly refused: string };

export interface DocumentParams {
  readonly uri: string;
}

export interface PeopleParams extends DocumentParams {
  readonly me: readonly string[];
}

/** The status of a document, how it is drawn, and what may follow it. */
export interface StatusSteps {
  readonly label: string;
  /** A codicon's name. */
  readonly icon: string;
  readonly steps: readonly { readonly value: string; readonly label: string; readonly description: string; readonly icon: string }[];
}

export interface DueParams extends DocumentParams {
  readonly written: string;
}

export interface CopyParams {
  readonly tree: string;
  /** Of rows as the view was drawn last. */
  readonly ids: readonly string[];
  /** Only what leads there, and not what is said of it. */
  readonly linkOnly: boolean;
}

/** What a view can be grouped, ordered and filtered by, in the words of the user. */
export interface TreeChoices {
  readonly groups: readonly NamedChoice[];
  readonly orders: readonly NamedChoice[];
  readonly kinds: readonly NamedChoice[];
  /** Who owns something that the view shows, those with most of it first. */
  readonly owners: readonly string[];
}

export interface NamedChoice {
  readonly id: string;
  readonly label: string;
}

export interface FolderParams {
  /** The URI of a workspace folder. */
  readonly folder: string;
}

export interface TypeChoice {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** A codicon's name. */
  readonly icon: string;
}

export interface NewDocumentParams extends FolderParams {
  readonly type: string;
  readonly title: string;
  /** Who writes, where the editor knows. */
  readonly author?: string;
}

/** `notice` is to be shown beside the new document. */
export type NewDocumentResult = { readonly uri: string; readonly snippet: string; readonly notice?: string } | { readonly refused: string };

export interface LintParams {
  /** One document; all of them where it is missing. */
  readonly uri?: string;
  /** Under it the client hears how far the server has come. */
  readonly progressToken: string;
}

export interface ReportParams {
  readonly uri: string;
}

export interface DashboardParams {
  /** Wait until the Git history has been read? Otherwise it is shown where it is known already. */
  readonly history: boolean;
}

/** What is open as the content of a page. */
export interface Dashboard {
  readonly language: 'en' | 'ko';
  /** Elements in which all that documents say is text; links have a `data-at`, a URI, and a `data-line` that counts from 1. */
  readonly html: string;
  /** The URIs to which the links may lead. */
  readonly documents: readonly string[];
}

/** A rule and what it asks for. */
export interface RuleChoice {
  readonly id: string;
  readonly title: string;
}

export interface LintProgress {
  readonly done: number;
  readonly total: number;
}

export interface LintSummary {
  readonly documents: number;
  readonly errors: number;
  readonly warnings: number;
  /** Infos and hints. */
  readonly infos: number;
  /** Is the document, where one was asked for, of a type that has rules? */
  readonly typed: boolean;
  readonly cancelled: boolean;
}

export interface ReadFileParams {
  readonly uri: string;
  /** A file of more bytes is not read. */
  readonly most: number;
  /** Do the bytes come over the wire as they are? Only between workers they do. */
  readonly plain?: boolean;
}

/** The bytes of a file, or the editor's code for why there are none. */
export type ReadFileResult = Bytes | { readonly tooLong: number } | { readonly failed: string };

/** Bytes on the wire. */
export type Bytes = { readonly base64: string } | { readonly bytes: Uint8Array };

export interface LookParams {
  readonly uris: readonly string[];
}

/** What a file looks like without being read: as long as it looks so, it has the same bytes. */
export interface Look {
  readonly seen: string;
  readonly bytes: number;
}

export interface StoredParams extends Omit<ReadFileParams, 'uri'> {
  /** Hexadecimal digits. */
  readonly name: string;
}

export interface StoreParams {
  readonly name: string;
  readonly content: Bytes;
}

export interface SuccessionParams {
  /** The document that is superseded or amended. */
  readonly uri: string;
  readonly how: 'supersede' | 'amend';
  readonly title: string;
}

/** What a command is to change, for the editor to apply as one edit; `open` is the document to show then. */
export type ChangesResult = { readonly changes: readonly FileChange[]; readonly open?: string } | { readonly refused: string };

export type FileChange =
  | { readonly kind: 'create'; readonly uri: string; readonly text: string }
  /** `isReadOnly` where it is known that the file may not be written. */
  | { readonly kind: 'edit'; readonly uri: string; readonly edits: readonly LineEdit[]; readonly isReadOnly?: true }
  | { readonly kind: 'move'; readonly uri: string; readonly to: string };

/** One replacement; positions are 0-based, in UTF-16 units. */
export interface LineEdit {
  readonly range: { readonly start: LinePosition; readonly end: LinePosition };
  readonly newText: string;
  /** The line on which it begins, as it was read: where it is another one now, the text has moved on. */
  readonly line: string;
}

interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export interface IndexParams {
  /** One document; every index of the workspace where it is missing. */
  readonly uri?: string;
  /** Take out the rows whose record is gone. */
  readonly removesGone?: boolean;
}

/** The edits of the indexes, and what only people can decide: records without a place, and rows whose record is gone. */
export type IndexResult = { readonly changes: readonly FileChange[]; readonly found: number; readonly added: number; readonly changed: number; readonly unplaced: readonly string[]; readonly gone: readonly string[] } | { readonly refused: string };

export interface RenumberParams {
  readonly uri: string;
  /** The next one that is free where it is missing. */
  readonly number?: number;
}

/** What a new number changes, where the document is then, and the mentions that may mean another one, as `path:line text`. */
export type RenumberResult = { readonly changes: readonly FileChange[]; readonly open: string; readonly undecided: readonly string[] } | { readonly refused: string };

export interface DraftMeetingParams extends FolderParams {
  /** The document that the user looks at: where it is minutes of a meeting that is still to come, their agenda is drawn again. */
  readonly uri?: string;
  /** Minutes that are closed: the meeting after theirs is meant. */
  readonly after?: string;
}

/** The next minutes, new or drawn again; `account` says line by line what was done to minutes that were there, and of new ones what there is to know. */
export type DraftMeetingResult = { readonly changes: readonly FileChange[]; readonly open: string; readonly isNew: boolean; readonly account: readonly string[] } | { readonly refused: string };

/** What closing a meeting changes, what of it there is to say, and what is left to people. */
export type CloseMeetingResult = { readonly changes: readonly FileChange[]; readonly account: readonly string[]; readonly left: readonly string[] } | { readonly refused: string };

/** A type as `.docket.yaml` is to name it; paths and globs are relative to the folder. */
export interface AdoptParams extends FolderParams {
  readonly type: string;
  readonly template: string;
  readonly files: readonly string[];
}

/** A template to adopt, and how many documents follow it, have all it asks for, or lie beside it and follow another one. */
export interface TemplateChoice extends AdoptParams {
  readonly documents: number;
  readonly conforming: number;
  readonly others: number;
}

/** The edit of `.docket.yaml`, the document to show then, and where in it the new lines will stand. */
export type AdoptResult = { readonly changes: readonly FileChange[]; readonly open: string; readonly added: LineEdit['range'] } | { readonly refused: string };
