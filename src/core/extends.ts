import { CONFIG_FILE, type Config, type ConfigMistake } from './config.ts';
import { readConfig, type ConfigRead } from './config/read.ts';
import { fileReason, isAbsence } from './file-reasons.ts';
import type { Files } from './files.ts';
import { say, type MessageData, type Text } from './language.ts';
import { Lines, type Range } from './lines.ts';
import { folderOf, isAbsolutePath, resolvePath, stepsUp } from './paths.ts';
import type { Problem } from './problems.ts';
import { termOf } from './vocabulary/terms.ts';
import type { Additions } from './vocabulary/index.ts';

/** One file of settings: a configuration, or a file that it extends. */
export interface Layer {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
  readonly read: ConfigRead;
  /** More are added while what it names is read. */
  readonly mistakes: ConfigMistake[];
  /** The place in the configuration that leads here; undefined for the configuration itself. */
  readonly entry: Range | undefined;
  /** How many folders above the root its paths may lead. */
  readonly mostUp: number;
}

/** A configuration and all that it extends. */
export interface Layers {
  /** The strongest first, which is the configuration. */
  readonly all: readonly Layer[];
  /** Every file that was asked for, also where there is none. */
  readonly asked: readonly string[];
  /** Was everything found that is named? */
  readonly isComplete: boolean;
}

/** A type of document as all layers together name it. */
export interface LayeredType {
  readonly id: string;
  readonly files: readonly string[];
  readonly template: { readonly path: string; readonly layer: Layer; readonly range: Range } | undefined;
  /** Where the strongest layer names it. */
  readonly named: { readonly layer: Layer; readonly range: Range };
}

/** How far files are followed that extend each other … */
const MOST_DEEP = 10;

/** … and how many are read for one configuration. */
const MOST_FILES = 100;

const MESSAGES = {
  outside: { en: '"{path}" lies outside the workspace; move it inside, or install it as a package.', ko: '"{path}"이(가) 작업 영역 밖에 있습니다. 안으로 옮기거나 패키지로 설치하세요.' },
  missing: { en: '"{path}" cannot be found; check the path, which is relative to this file.', ko: '"{path}"을(를) 찾을 수 없습니다. 이 파일을 기준으로 한 경로인지 확인하세요.' },
  'no-package': { en: '"{path}" is neither a file or folder here nor a package in node_modules; check the name, or install the package, which Docket never does by itself.', ko: '"{path}"은(는) 여기에 있는 파일이나 폴더도, node_modules에 있는 패키지도 아닙니다. 이름을 확인하거나 패키지를 설치하세요. Docket이 직접 설치하지는 않습니다.' },
  virtual: { en: '"{path}" is no file or folder here, and packages cannot be read in a virtual workspace; name a path in this workspace.', ko: '"{path}" 파일이나 폴더가 없으며, 가상 작업 영역에서는 패키지를 읽을 수 없습니다. 이 작업 영역 안의 경로를 쓰세요.' },
  'no-settings': { en: 'There is no {name} in "{path}"; name the file to extend.', ko: '"{path}"에 {name} 파일이 없습니다. 확장할 파일의 경로를 쓰세요.' },
  cycle: { en: 'This leads in a circle: {circle}; remove one of these "extends".', ko: '서로를 확장합니다: {circle}. 이 중 하나의 "extends"를 지우세요.' },
  deep: { en: '"{path}" is not read: more than {most} files extend each other in a row; extend it directly.', ko: '{most}개가 넘는 파일이 차례로 확장되어 "{path}"을(를) 읽지 않습니다. 직접 확장하세요.' },
  many: { en: '"{path}" is not read: a configuration can extend no more than {most} files.', ko: '한 구성이 확장할 수 있는 파일은 {most}개까지이므로 "{path}"을(를) 읽지 않습니다.' },
} satisfies Record<string, Text>;

// These two hold a text that has a form in each language itself.
const UNREADABLE: Text = { en: '"{path}" cannot be read: {reason}.', ko: '"{path}"을(를) 읽을 수 없습니다: {reason}.' };
const MISTAKE: Text = { en: '"{path}" has a mistake on line {line}: {reason}', ko: '"{path}" {line}번째 줄에 오류가 있습니다. {reason}' };

export interface LayersOptions {
  readonly files: Files;
  /** Gives a file the path that it has everywhere else. */
  readonly placed: (path: string) => string;
  /** How many folders above the root files and packages may lie: as far as the repository goes. */
  readonly mostUp: number;
}

/** Reads all that a configuration extends, and what that extends; whatever goes wrong is a mistake of the layer that says so. */
export async function readLayers(own: Layer, options: LayersOptions): Promise<Layers> {
  const all = [own];
  const asked = new Set<string>();
  let isComplete = true;
  const follow = async (layer: Layer, chain: readonly string[]): Promise<void> => {
    // Later ones win, and what was taken from a stronger place adds nothing at a weaker one.
    for (const { path, range } of [...layer.read.extends].reverse()) {
      const mistake = (message: Text, data: MessageData = {}): void => {
        isComplete = false;
        layer.mistakes.push({ message, data: { path, ...data }, range });
      };
      if (all.length > MOST_FILES) return mistake(MESSAGES.many, { most: MOST_FILES });
      const found = await find(path, layer, asked, options);
      if ('message' in found) mistake(found.message, found.data);
      else if (chain.includes(found.path)) mistake(MESSAGES.cycle, { circle: [...chain.slice(chain.indexOf(found.path)), found.path].join(' → ') });
      else if (all.some((one) => one.path === found.path)) continue;
      else if (chain.length > MOST_DEEP) mistake(MESSAGES.deep, { most: MOST_DEEP });
      else {
        const read = readConfig(found.path, found.text);
        const next = { ...found, read, mistakes: [...read.mistakes], entry: layer.entry ?? range, mostUp: Math.max(layer.mostUp, stepsUp(found.path)) };
        all.push(next);
        await follow(next, [...chain, next.path]);
      }
    }
  };
  await follow(own, [own.path]);
  return { all, asked: [...asked], isComplete };
}

/** The mistakes of what a configuration extends, each at the entry that leads there. */
export function mistakesThrough(layers: readonly Layer[]): ConfigMistake[] {
  return layers.flatMap(({ path, text, mistakes, entry }) => {
    if (!entry || !mistakes.length) return [];
    const lines = new Lines(text);
    return mistakes.map(({ message, data, range }) => ({ message: bilingual(MISTAKE, (language) => ({ path, line: lines.lineNumberAt(range.start), reason: say(message, language, data) })), data: {}, range: entry }));
  });
}

/** The types of all layers: of each the strongest template and the strongest globs that are named. */
export function layeredTypes(layers: readonly Layer[]): LayeredType[] {
  const types = new Map<string, LayeredType>();
  for (const layer of layers) {
    for (const { id, template, files, range } of layer.read.types) {
      const known = types.get(id);
      const own = template === undefined ? undefined : { path: template, layer, range };
      types.set(id, { id, files: known?.files.length ? known.files : files, template: known?.template ?? own, named: known?.named ?? { layer, range } });
    }
  }
  return [...types.values()];
}

/** The severity of each rule, from the strongest layer that names it. */
export function layeredRules(layers: readonly Layer[]): Config['rules'] {
  return Object.assign({}, ...layers.map(({ read }) => read.config.rules).reverse()) as Config['rules'];
}

/** The words of all layers; a word that a stronger one has means what it says there. */
export function layeredVocabulary(layers: readonly Layer[]): Additions | undefined {
  const all = layers.flatMap(({ read }) => read.config.vocabulary ?? []);
  return all.length > 1 ? all.reduce(withWords) : all[0];
}

type Table = Readonly<Record<string, readonly string[]>>;

function withWords(strong: Additions, weak: Additions): Additions {
  const tables = [...new Set([...Object.keys(strong), ...Object.keys(weak)])] as (keyof Additions)[];
  return Object.fromEntries(tables.map((name) => [name, withTable((strong[name] ?? {}) as Table, (weak[name] ?? {}) as Table)]));
}

function withTable(strong: Table, weak: Table): Table {
  const taken = new Set(Object.values(strong).flat().map(termOf));
  const added = Object.entries(weak).map(([key, words]) => [key, [...(strong[key] ?? []), ...words.filter((word) => !taken.has(termOf(word)))]]);
  return { ...strong, ...Object.fromEntries(added) };
}

type Found = { readonly path: string; readonly text: string };
type NotFound = { readonly message: Text; readonly data: MessageData };

// A path goes before a package of the same name, as all other paths in the file have no "./" either.
async function find(entry: string, layer: Layer, asked: Set<string>, { files, placed, mostUp }: LayersOptions): Promise<Found | NotFound> {
  const folder = folderOf(layer.path);
  const path = placed(resolvePath(folder, entry));
  if (isAbsolutePath(entry) || stepsUp(path) > Math.max(layer.mostUp, mostUp)) return { message: MESSAGES.outside, data: {} };
  const isPackage = isPackageName(entry);
  const found = await fileOrFolder(path, files, asked);
  if (found && (!isPackage || !('message' in found) || found.message !== MESSAGES['no-settings'])) return found;
  if (!isPackage) return { message: MESSAGES.missing, data: {} };
  if (files.isVirtual) return found ?? { message: MESSAGES.virtual, data: {} };
  for (let above = folder; stepsUp(above) <= mostUp; above = resolvePath(above, '..')) {
    const installed = await fileOrFolder(placed(resolvePath(above, `node_modules/${entry}`)), files, asked);
    if (installed) return installed;
  }
  return found ?? { message: MESSAGES['no-package'], data: {} };
}

// Undefined where nothing is there.
async function fileOrFolder(path: string, files: Files, asked: Set<string>): Promise<Found | NotFound | undefined> {
  const inside = resolvePath(path, CONFIG_FILE);
  const problems: Problem[] = [];
  for (const one of [path, inside]) {
    asked.add(one);
    const read = await files.read(one);
    if ('text' in read) return { path: one, text: read.text };
    problems.unshift(read.problem);
  }
  if (problems.every((one) => isAbsence(reasonOf(one))) && !(await files.names(path)).length) return undefined;
  const problem = problems.find((one) => !isAbsence(reasonOf(one)) && !isFolder(one));
  if (!problem) return { message: MESSAGES['no-settings'], data: { name: CONFIG_FILE } };
  return { message: bilingual(UNREADABLE, (language) => ({ path, reason: fileReason(reasonOf(problem))[language] })), data: {} };
}

const reasonOf = ({ id, data }: Problem): string => String(data['reason'] ?? id);
const isFolder = (problem: Problem): boolean => /^(?:EISDIR|FileIsADirectory|EntryIsADirectory)$/.test(reasonOf(problem));

// `name`, `@scope/name`, and what lies in the package.
function isPackageName(entry: string): boolean {
  return !/[\\:]/.test(entry) && entry.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

function bilingual(text: Text, data: (language: 'en' | 'ko') => MessageData): Text {
  return { en: say(text, 'en', data('en')), ko: say(text, 'ko', data('ko')) };
}
