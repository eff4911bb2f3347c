import type { Entry } from '../../core/entry.ts';
import type { Finding } from '../../core/finding.ts';
import { say, type Language, type Text } from '../../core/language.ts';
import type { Shown as ShownSummary } from '../../core/summary/markdown.ts';
import type { Summary } from '../../core/summary/summary.ts';
import type { Level } from './found.ts';

/** Makes a text of what a command found; prints nothing itself. */
export type Reporter<Report> = (report: Report) => string;

/** The same piece by piece, each as soon as what it is made of was found: thousands of documents are never all there at once. */
export type LintReporter = (report: LintReport) => AsyncIterable<string>;

/** How a report is to be written. */
export interface Output {
  readonly language: Language;
  readonly color: boolean;
  /** The width of the terminal; undefined: nothing is cut. */
  readonly columns: number | undefined;
  /** Why there is no document in the report; undefined where there is one. */
  readonly nothing: NothingShown | undefined;
}

/** Nothing was there, all of it is excluded, nothing of it has changed (since `ref`), nothing is staged, or a configuration alone was asked for. */
export type NothingShown = { readonly why: 'empty' | 'configuration' | 'unstaged' } | { readonly why: 'excluded'; readonly count: number } | { readonly why: 'unchanged'; readonly ref: string };

const NOTHING: Readonly<Record<NothingShown['why'], Text>> = {
  empty: { en: 'There are no Markdown documents here.', ko: '여기에는 Markdown 문서가 없습니다.' },
  excluded: { en: 'There are no Markdown documents here but those that .docket.yaml excludes ({count}).', ko: '여기에는 .docket.yaml에서 제외한 Markdown 문서 {count}개뿐입니다.' },
  unchanged: { en: 'No Markdown document here has changed since "{ref}".', ko: '"{ref}" 이후에 바뀐 Markdown 문서가 없습니다.' },
  unstaged: { en: 'No Markdown document here is staged.', ko: '스테이지된 Markdown 문서가 없습니다.' },
  configuration: { en: 'The configuration has no mistakes; name its folder to read the documents.', ko: '설정에 잘못이 없습니다. 문서를 읽으려면 폴더를 지정하세요.' },
};

/** Says why a report has no document, on a line. */
export function nothingLine(nothing: NothingShown, language: Language): string {
  return `${say(NOTHING[nothing.why], language, 'count' in nothing ? { count: nothing.count } : 'ref' in nothing ? { ref: nothing.ref } : {})}\n`;
}

/** A file of the output: by its path below the PATH given, and by the one that a person at the prompt would write. */
export interface Shown {
  readonly path: string;
  readonly pathFromCwd: string;
}

/** A document with what was found in it. */
export interface LintedFile extends Shown {
  readonly findings: readonly Finding[];
  /** The text in which the findings lie; empty where there are none, or the reporter does not need it. */
  readonly text: string;
  /** What a reviewer wants to know of it; empty where nobody asked. */
  readonly review: string;
  /** From the top of the Git repository, as services count; where there is none, from the current folder. */
  readonly pathFromTop: string;
  /** The other documents that its fixes change, by their paths in the workspace; empty where the format shows none. */
  readonly others: ReadonlyMap<string, OtherFile>;
}

/** Another document that a fix changes, too. */
export interface OtherFile {
  readonly pathFromTop: string;
  readonly text: string;
}

/** How much was found in some documents. */
export interface Counts {
  readonly documents: number;
  /** Those of them in which something was found that is shown. */
  readonly found: number;
  readonly shown: Readonly<Record<Level, number>>;
  readonly unshown: Unshown;
}

/** How many findings a report leaves out, and why. */
export interface Unshown {
  /** Those that a baseline accepts for now. */
  readonly accepted: number;
  /** Those that are no errors, where only errors are wanted. */
  readonly quiet: number;
}

export interface LintReport extends Output {
  /** Can be gone through once. */
  readonly files: AsyncIterable<LintedFile>;
  /** Counts the documents that have gone by. */
  readonly counts: () => Counts;
  readonly now: Date;
  /** The text of a rule's page; empty where there is none. */
  readonly rulePage: (id: string) => Promise<string>;
}

export interface ListReport extends Output {
  readonly documents: readonly (Shown & {
    readonly entry: Entry;
    /** The path, as it is shown, of another document of the same folder; words that are none stay. */
    readonly shown: (path: string) => string;
    /** The name of the other repository whose record it is, with the address of its page for a path; left out: it lies here. */
    readonly repository?: string;
  })[];
  /** YYYY-MM-DD */
  readonly today: string;
}

/** What is open in the documents that were named. */
export interface SummaryReport extends ShownSummary {
  readonly summary: Summary;
}
