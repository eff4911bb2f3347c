import { URI, Utils } from 'vscode-uri';
import { dayOf } from '../core/calendar.ts';
import type { Files } from '../core/files.ts';
import type { Language } from '../core/language.ts';
import { isWithin, nameOf } from '../core/paths.ts';
import { readTemplates } from '../core/template.ts';
import type { PackedReading } from '../core/reading.ts';
import { isWanted, Workspace, type Recall } from '../core/workspace.ts';
import { memoryFiles } from '../files/memory.ts';
import { templates } from '../templates/index.ts';
import { pauses } from './pause.ts';
import { Upkeep, type UpkeepOptions } from './upkeep.ts';

/** One workspace folder and its documents. */
export interface Folder {
  /** Without a slash at its end. */
  readonly uri: string;
  readonly name: string;
  readonly workspace: Workspace;
  readonly upkeep: Upkeep;
}

/** Remembers what was read of a folder from one start of the server to the next. */
export interface Memory {
  readonly recall: Recall;
  /** `readings`: of what lies on disk. */
  keep(readings: () => readonly PackedReading[]): Promise<void>;
}

/** Where a document is: its folder and its path there. */
export interface Located {
  readonly folder: Folder;
  readonly path: string;
}

export interface FoldersOptions {
  readonly filesOf: (folderUri: string) => Files;
  readonly memoryOf: (folderUri: string, files: Files) => Memory | undefined;
  readonly language: Language;
  readonly rulePage: (id: string) => string;
  readonly upkeep: (folder: () => Folder) => Omit<UpkeepOptions, 'workspace' | 'pause' | 'remember'>;
}

/** The workspace folders, and one of its own for each open document that lies in none. A document belongs to the innermost folder. */
export class Folders {
  readonly #options: FoldersOptions;
  readonly #templates = readTemplates(templates);
  readonly #folders = new Map<string, Folder>();
  readonly #alone = new Map<string, Located>();
  #language: Language;

  constructor(options: FoldersOptions) {
    this.#options = options;
    this.#language = options.language;
  }

  /** The one where no configuration names another. */
  get language(): Language {
    return this.#language;
  }

  /** In the order in which the editor shows them. */
  all(): Folder[] {
    return [...this.#folders.values()];
  }

  /** The workspace folder with this URI. */
  at(uri: string): Folder | undefined {
    return this.#folders.get(canonicalUri(uri));
  }

  add(uri: string, name: string): void {
    const clean = canonicalUri(uri);
    if (this.#folders.has(clean)) return;
    const files = this.#options.filesOf(clean);
    this.#folders.set(clean, this.#make(clean, name, { ...files, list: (wanted, signal, below) => files.list((path) => wanted(path) && !this.#isInner(clean, path), signal, below) }, this.#options.memoryOf(clean, files)));
    this.#lookAround(clean);
  }

  remove(uri: string): void {
    const clean = canonicalUri(uri);
    this.#folders.get(clean)?.upkeep.stop();
    this.#folders.delete(clean);
    this.#lookAround(clean);
  }

  /** Where a file belongs; undefined where it lies in no folder and has not been given one of its own. */
  locate(uri: string): Located | undefined {
    const clean = canonicalUri(uri);
    let best: Folder | undefined;
    for (const folder of this.#folders.values()) if (clean.startsWith(`${folder.uri}/`) && folder.uri.length > (best?.uri.length ?? -1)) best = folder;
    return best ? { folder: best, path: pathBelow(best.uri, clean) } : this.#alone.get(uri);
  }

  /** As `locate` for an open document, which gets a folder of its own without files where it lies in none. */
  home(uri: string): Located {
    const known = this.locate(uri);
    if (known) return known;
    const { path } = URI.parse(uri);
    const name = nameOf(path) || 'untitled';
    const alone = { folder: this.#make(uri, '', memoryFiles(new Map())), path: isWanted(name) ? name : `${name}.md` };
    this.#alone.set(uri, alone);
    return alone;
  }

  /** Forgets the folder that `home` made for a document that is closed now, or belongs to another one. */
  forget(uri: string): void {
    this.#alone.get(uri)?.folder.upkeep.stop();
    this.#alone.delete(uri);
  }

  /** Uses another language in every folder where no configuration names one; false where it is the one in use. */
  speak(language: Language): boolean {
    if (language === this.#language) return false;
    this.#language = language;
    for (const { workspace } of this.#everyFolder()) workspace.speak(language);
    this.checkAgain();
    return true;
  }

  /** Any finding may be another one now: what is shown is checked, and views are drawn again. */
  checkAgain(): void {
    for (const { upkeep } of this.#everyFolder()) void upkeep.reconfigured();
  }

  /** The paths in each folder of what lies at a URI: in the folder that holds it, and in those that it holds. */
  within(uri: string): Located[] {
    const clean = canonicalUri(uri);
    const outer = this.locate(uri);
    const inner = this.all().filter((folder) => folder.uri === clean || folder.uri.startsWith(`${clean}/`)).map((folder) => ({ folder, path: '' }));
    return [...(outer ? [outer] : []), ...inner];
  }

  /** Ends all work. */
  stop(): void {
    for (const { upkeep } of this.#folders.values()) upkeep.stop();
    for (const uri of [...this.#alone.keys()]) this.forget(uri);
  }

  #everyFolder(): Folder[] {
    return [...this.#folders.values(), ...[...this.#alone.values()].map(({ folder }) => folder)];
  }

  // Does the path of a folder belong to another one inside it?
  #isInner(folder: string, path: string): boolean {
    for (const inner of this.#folders.keys()) if (inner.startsWith(`${folder}/`) && isWithin(path, pathBelow(folder, inner))) return true;
    return false;
  }

  // What lies in a folder that came or went has another owner now.
  #lookAround(uri: string): void {
    const outer = this.locate(uri);
    if (outer) void outer.folder.upkeep.look([outer.path]);
  }

  #make(uri: string, name: string, files: Files, memory?: Memory): Folder {
    const { rulePage, upkeep } = this.#options;
    const pause = pauses();
    const workspace = new Workspace({ files, templates: this.#templates, language: this.#language, rulePage, today: () => dayOf(new Date()), pause, ...(memory && { recall: memory.recall }) });
    const folder: Folder = { uri, name, workspace, upkeep: new Upkeep({ ...upkeep(() => folder), workspace, pause, ...(memory && { remember: () => memory.keep(() => workspace.readings()) }) }) };
    return folder;
  }
}

/** The URI of a file in a folder, in the form that the editor gives it; `path` may begin with `../`. */
export function uriOf(folder: Folder, path: string): string {
  return Utils.joinPath(URI.parse(folder.uri), ...path.split('/')).toString();
}

/** A URI as the editor writes it, whatever was left unescaped in it, without a slash at its end. */
export function canonicalUri(uri: string): string {
  return URI.parse(uri).toString().replace(/\/$/, '');
}

function pathBelow(folder: string, uri: string): string {
  return uri.slice(folder.length + 1).split('/').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  }).join('/');
}
