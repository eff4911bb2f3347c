import type { Language, Text } from '../../core/language.ts';
import type { Io } from '../io.ts';

/** What the user wrote behind a command's name. */
export interface Args {
  readonly operands: readonly string[];
  /** By the long name in camel case. */
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  /** The language asked for with `--lang`; undefined: the configuration's, or the user's. */
  readonly lang: Language | undefined;
  /** The user's language, from the environment. */
  readonly userLanguage: Language;
}

export interface Operand {
  /** As commander writes it: `<title>`, `[path...]`. */
  readonly flags: string;
  readonly text: Text;
  /** What a user can write there, for one who wrote nothing. */
  readonly known?: () => readonly string[];
}

export interface Option {
  /** As commander writes it: `--format <name>`. */
  readonly flags: string;
  readonly text: Text;
  readonly choices?: readonly string[];
  readonly default?: string;
  /** Can it be given again and again? Its value is the list of all. */
  readonly repeats?: boolean;
  /** The options, by their long names, that cannot be given beside it. */
  readonly conflicts?: readonly string[];
}

/** One command: what its help is made from, and what it does. Its name is its file's. */
export interface Command {
  readonly name: string;
  readonly summary: Text;
  readonly operands: readonly Operand[];
  readonly options: readonly Option[];
  /** What its help says at the end: plain lines. */
  readonly more: (language: Language) => string;
  /** Does it and returns the exit code; throws a Failure where it cannot run. */
  run(args: Args, io: Io): Promise<ExitCode>;
}

/** 0: nothing found; 1: warnings or errors were found; 2: it could not run. */
export type ExitCode = 0 | 1 | 2;

/** The documents that a command is about. */
export const PATHS: Operand = {
  flags: '[path...]',
  text: { en: 'files, or folders with all Markdown below them that Git does not ignore, except in node_modules (default: the current folder)', ko: '파일, 또는 Git이 무시하지 않는 모든 Markdown을 읽을 폴더(node_modules 제외, 기본값: 현재 폴더)' },
};
