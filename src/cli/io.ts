/** All that a command may touch of the world beyond files; it is handed in, so a test needs no process. */
export interface Io {
  /** The absolute folder from which paths count. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  out(text: string): void;
  err(text: string): void;
  /** The width of the terminal; undefined where the output goes elsewhere, so that nothing is cut. */
  readonly columns: number | undefined;
  readonly color: boolean;
  /** Is standard error a terminal that can show how far a command has come? */
  readonly showsProgress: boolean;
  /** All that standard input brings. */
  stdin(): Promise<Uint8Array>;
  now(): Date;
  /** The name of the person at the keyboard; undefined where nobody knows. */
  author(): Promise<string | undefined>;
  /** The program that a thread runs; undefined: everything is read and checked in this thread. */
  readonly thread: URL | undefined;
  /** The folder for what can be made again; undefined: nothing is remembered where no folder is named. */
  readonly cacheFolder: string | undefined;
  /** What finds: another one may find something else. */
  readonly engine: string;
  /** The same on every machine that has this version. */
  readonly release: string;
  /** The address of a rule's page. */
  rulePage(id: string): string;
  /** The text of a rule's page. */
  rulePageText(id: string): Promise<string>;
}
