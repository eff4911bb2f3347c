import { URI, Utils } from 'vscode-uri';
import type { Files } from '../core/files.ts';
import type { Language } from '../core/language.ts';
import { folderOf } from '../core/paths.ts';
import { readTemplate, type Template } from '../core/template.ts';
import { Workspace } from '../core/workspace.ts';
import { memoryFiles } from '../files/memory.ts';
import { templates } from '../templates/index.ts';

/** One workspace folder and its documents. */
export interface Folder {
  /** Without a slash at its end. */
  readonly uri: string;
  readonly name: string;
  readonly workspace: Workspace;
  /** Settles when every file has been read; never rejects. */
  readonly loaded: Promise<void>;
  readonly abort: AbortController;
}

/** Where a document is: its folder and its path there. */
export interface Located {
  readonly folder: Folder;
  readonly path: string;
}

export interface FoldersOptions {
  readonly filesOf: (folderUri: string) => Files;
  readonly language: Language;
  readonly rulePage: (id: string) => string;
  readonly onError: (error: unknown) => void;
}

/** The built-in templates in every language. */
export function builtInTemplates(): Template[] {
  return Object.entries(templates).flatMap(([language, texts]) => texts.map((text, index) => readTemplate(`template-${index}`, text, language as Language)));
}

/** The workspace folders, and one of its own for each document that lies in none. */
export class Folders {
  readonly #options: FoldersOptions;
  readonly #templates = builtInTemplates();
  readonly #folders = new Map<string, Folder>();
  readonly #alone = new Map<string, Folder>();

  constructor(options: FoldersOptions) {
    this.#options = options;
  }

  /** In the order in which the editor shows them. */
  all(): Folder[] {
    return [...this.#folders.values()];
  }

  add(uri: string, name: string): Folder {
    const clean = canonicalUri(uri);
    const folder = this.#make(clean, name, this.#options.filesOf(clean));
    this.#folders.set(clean, folder);
    return folder;
  }

  remove(uri: string): void {
    const clean = canonicalUri(uri);
    this.#folders.get(clean)?.abort.abort();
    this.#folders.delete(clean);
  }

  /** The innermost folder that holds the file; a document outside all of them gets a folder of its own without files. */
  locate(uri: string): Located {
    let best: Folder | undefined;
    for (const folder of this.#folders.values()) if (uri.startsWith(`${folder.uri}/`) && folder.uri.length > (best?.uri.length ?? -1)) best = folder;
    if (best) return { folder: best, path: decodePath(uri.slice(best.uri.length + 1)) };
    const parent = folderOf(uri);
    let alone = this.#alone.get(uri);
    if (!alone) this.#alone.set(uri, (alone = this.#make(parent, '', memoryFiles(new Map()))));
    return { folder: alone, path: decodePath(uri.slice(parent.length + 1)) };
  }

  /** Forgets the folder that `locate` made for a document that is closed now. */
  forget(uri: string): void {
    this.#alone.delete(uri);
  }

  #make(uri: string, name: string, files: Files): Folder {
    const abort = new AbortController();
    const { language, rulePage, onError } = this.#options;
    const workspace = new Workspace({ files, templates: this.#templates, language, rulePage });
    return { uri, name, workspace, abort, loaded: workspace.load(undefined, abort.signal).catch(onError) };
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

function decodePath(path: string): string {
  return path.split('/').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  }).join('/');
}
