import type { Baseline } from '../baseline.ts';
import { CONFIG_FILE, DEFAULT_CONFIG, MISNAMED_CONFIG_FILE, type Config, type ConfigMistake } from '../config.ts';
import { defaultConfiguration, type Configuration } from '../configuration.ts';
import type { DocType } from '../doc-type.ts';
import { layeredRules, layeredTypes, layeredVocabulary, mistakesThrough, readLayers, type Layer } from '../extends.ts';
import { fileReason } from '../file-reasons.ts';
import { mostBytesAt, type Files } from '../files.ts';
import { isInFolderOfItsOwn } from '../front-pages.ts';
import { globBase, globTest } from '../globs.ts';
import { say, type Text } from '../language.ts';
import { nearest, slipOf } from '../nearest.ts';
import { folderOf, isAbsolutePath, isMarkdownPath, isReadme, nameOf, resolvePath, stepsUp } from '../paths.ts';
import type { Problem } from '../problems.ts';
import { readSharedIndex, type SharedIndex } from '../shared-index/read.ts';
import { repositoriesOf } from '../shared-index/repositories.ts';
import { readTemplate } from '../template.ts';
import { builtInVocabulary, vocabularyWith } from '../vocabulary/index.ts';
import { MESSAGES } from './messages.ts';
import { readBaseline } from './read-baseline.ts';
import { readConfig } from './read.ts';

// What is said of a `.docket.yml`: nothing in it holds.
function misnamedConfiguration(path: string, builtIn: readonly DocType[]): Configuration {
  const mistake: ConfigMistake = { message: MESSAGES['wrong-name'], data: { name: CONFIG_FILE }, range: { start: 0, end: 0 } };
  return { ...defaultConfiguration(builtIn), config: { ...DEFAULT_CONFIG, path }, mistakes: [mistake] };
}

/**
 * Reads the `.docket.yaml` at `path` and the templates it names. Where it lies above the root, `rootFromThere`
 * is the way down from its folder to the root; otherwise it is empty.
 */
export async function loadConfiguration(path: string, files: Files, builtIn: readonly DocType[], rootFromThere: string): Promise<Configuration> {
  if (nameOf(path) === MISNAMED_CONFIG_FILE) return misnamedConfiguration(path, builtIn);
  const read = await files.read(path);
  const text = 'text' in read ? read.text : '';
  const own: Layer = { path, text, read: readConfig(path, text), mistakes: [], entry: undefined, mostUp: stepsUp(path) };
  const { config, mistakes } = own.read;
  const all = own.mistakes;
  all.push(...mistakes);
  if ('problem' in read) all.push({ message: withReason(MESSAGES.unreadable, read.problem), data: {}, range: { start: 0, end: 0 } });
  const folder = folderOf(path);
  const fromConfig = pathFrom(folder, rootFromThere);
  const configured: DocType[] = [];
  const templates: string[] = [];
  const placed = (file: string): string => fromRoot(file, folder, rootFromThere);
  // What lies above the root in the same repository is the team's own.
  const mostUp = Math.max(own.mostUp, (await files.above()).split('/').filter(Boolean).length);
  const layers = await readLayers(own, { files, placed, mostUp });
  for (const type of layeredTypes(layers.all)) {
    const base = builtIn.find((one) => one.id === type.id);
    const { layer, range } = type.template ?? type.named;
    const mistake = (message: keyof typeof MESSAGES, similar = ''): void => void layer.mistakes.push({ message: MESSAGES[message], data: { template: type.template?.path ?? '', type: type.id, similar }, range });
    let schema = base?.templates;
    if (type.template !== undefined) {
      const file = placed(resolvePath(folderOf(layer.path), type.template.path));
      if (isAbsolutePath(type.template.path) || stepsUp(file) > Math.max(layer.mostUp, mostUp)) {
        mistake('template-outside');
        continue;
      }
      templates.push(file);
      const source = await files.read(file);
      if (!('text' in source)) {
        if (isThere(source.problem)) layer.mistakes.push({ message: withReason(MESSAGES['bad-template'], source.problem), data: { template: type.template.path }, range });
        else if (builtIn.some(({ id }) => id === type.template!.path)) mistake('type-as-template');
        else {
          const similar = slipOf(nameOf(file), (await files.names(folderOf(file))).filter(isMarkdownPath));
          mistake(similar === undefined ? 'no-template' : 'similar-template', similar === undefined ? '' : resolvePath(folderOf(type.template.path), similar));
        }
        continue;
      }
      const template = readTemplate(type.id, source.text, undefined, base?.templates[0]);
      if (!template.sections.length) mistake('no-sections');
      schema = [{ ...template, id: type.id }];
    }
    if (!schema) {
      const similar = nearest(type.id, builtIn.map(({ id }) => id));
      if (layers.isComplete) mistake(similar === undefined ? 'no-schema' : 'similar-type', similar);
      continue;
    }
    const matches = globTest(type.files);
    const begins = type.files[0] === undefined || rootFromThere ? undefined : resolvePath(folder, globBase(type.files[0]));
    configured.push({ id: type.id, kind: schema[0]!.kind, templates: schema, claims: (one) => isNamedBy(type.files, one) && matches(fromConfig(one)), builtIn: type.template === undefined, byHeadings: base !== undefined && (type.template === undefined || !type.files.length), ...(begins === undefined ? {} : { base: begins }) });
  }
  const baseline = config.baseline && (await baselineAt(config.baseline, files, folder, rootFromThere, all));
  const indexes = await indexesAt(config.indexes, { files, placed: (file) => placed(resolvePath(folder, file)), mostUp, mistakes: all });
  // Who hands one folder of indexes to every repository hands each its own, too.
  const others = indexes.read.filter(({ name, url }) => url === undefined ? name !== config.repository?.name : url !== config.repository?.url);
  const ruleFiles = await lookForRuleFiles(layers.all, folder, files, mostUp);
  const held = mistakes.length ? [] : configured;
  const excluded = globTest(config.exclude);
  const vocabulary = mistakes.length ? undefined : layeredVocabulary(layers.all);
  return {
    config: mistakes.length ? config : { ...config, rules: layeredRules(layers.all), vocabulary },
    text, templates,
    mistakes: [...all, ...mistakesThrough(layers.all)].sort((one, other) => one.range.start - other.range.start),
    extended: layers.all.slice(1),
    asked: [...layers.asked, ...ruleFiles, ...indexes.asked],
    repositories: others.length ? repositoriesOf(others) : undefined,
    types: [...held, ...builtIn.filter((type) => !held.some((one) => one.id === type.id))],
    excludes: (one) => excluded(fromConfig(one)),
    adopts: config.adopt ?? true,
    baseline: baseline && { ...baseline, nameOf: fromConfig },
    vocabulary: vocabulary ? vocabularyWith(vocabulary) : builtInVocabulary,
  };
}

const reasonOf = ({ id, data }: Problem): string => String(data['reason'] ?? id);

const isThere = (problem: Problem): boolean => !['ENOENT', 'ENOTDIR', 'FileNotFound', 'unreadable'].includes(reasonOf(problem));

function withReason(message: Text, problem: Problem): Text {
  const reason = fileReason(reasonOf(problem));
  return { en: message.en.replace('{reason}', () => reason.en), ko: message.ko.replace('{reason}', () => reason.ko) };
}

// A wildcard does not mean the page that introduces its folder, unless that folder holds one record; a glob that ends in its name does.
function isNamedBy(globs: readonly string[], path: string): boolean {
  const name = nameOf(path);
  return !isReadme(path) || isInFolderOfItsOwn(path) || globs.some((glob) => nameOf(glob) === name);
}

// The files that rules are told to look at, as the strongest layer names them; gives back where each was looked for.
async function lookForRuleFiles(layers: readonly Layer[], folder: string, files: Files, mostUp: number): Promise<string[]> {
  const known = new Set<string>();
  const asked: string[] = [];
  for (const layer of layers) {
    const { ruleFiles, rules } = layer.read.config;
    for (const { rule, path, range } of ruleFiles) {
      if (known.has(rule)) continue;
      const file = resolvePath(folder, path);
      asked.push(file);
      const source = isAbsolutePath(path) || stepsUp(file) > mostUp ? undefined : await files.read(file);
      if (!source || !('text' in source)) layer.mistakes.push({ message: MESSAGES['no-rule-file'], data: { rule, file: path }, range });
    }
    for (const rule of Object.keys(rules)) known.add(rule);
  }
  return asked;
}

async function baselineAt({ path, range }: NonNullable<Config['baseline']>, files: Files, folder: string, rootFromThere: string, mistakes: ConfigMistake[]): Promise<{ file: string; documents: Baseline } | undefined> {
  const file = fromRoot(resolvePath(folder, path), folder, rootFromThere);
  if (isAbsolutePath(path) || stepsUp(file) > stepsUp(folder)) {
    mistakes.push({ message: MESSAGES['baseline-outside'], data: { baseline: path }, range });
    return undefined;
  }
  const source = await files.read(file);
  if (!('text' in source)) {
    mistakes.push({ id: 'no-baseline', message: MESSAGES['no-baseline'], data: { baseline: path }, range });
    return { file, documents: {} };
  }
  const read = readBaseline(source.text);
  if ('documents' in read) return { file, documents: read.documents };
  const { reason, ...place } = read.mistake;
  const message = { en: say(MESSAGES['not-a-baseline'], 'en', { baseline: path, reason: reason.en, ...place }), ko: say(MESSAGES['not-a-baseline'], 'ko', { baseline: path, reason: reason.ko, ...place }) };
  mistakes.push({ message, data: {}, range });
  return undefined;
}

// The indexes of other repositories; each that cannot be used is a mistake, and the others hold.
async function indexesAt(named: Config['indexes'], { files, placed, mostUp, mistakes }: { readonly files: Files; readonly placed: (file: string) => string; readonly mostUp: number; readonly mistakes: ConfigMistake[] }): Promise<{ readonly read: readonly SharedIndex[]; readonly asked: readonly string[] }> {
  const read: SharedIndex[] = [];
  const asked: string[] = [];
  for (const { path, range } of named) {
    const file = placed(path);
    const data = { index: path };
    const isAddress = /^https?:\/\//i.test(path);
    if (isAddress || isAbsolutePath(path) || stepsUp(file) > mostUp) {
      mistakes.push({ message: MESSAGES[isAddress ? 'index-address' : 'index-outside'], data, range });
      continue;
    }
    asked.push(file);
    const source = await files.read(file);
    if (!('text' in source)) {
      const { id, data: { megabytes } } = source.problem;
      if (id === 'too-large') mistakes.push({ message: MESSAGES['large-index'], data: { ...data, megabytes: megabytes ?? '', most: mostBytesAt(file) / 1e6 }, range });
      else mistakes.push({ message: withReason(MESSAGES['no-index'], source.problem), data, range });
      continue;
    }
    const found = readSharedIndex(source.text, folderOf(file));
    if ('index' in found) read.push(found.index);
    else {
      const { reason, ...place } = found.mistake;
      const message = { en: say(MESSAGES['not-an-index'], 'en', { ...data, reason: reason.en, ...place }), ko: say(MESSAGES['not-an-index'], 'ko', { ...data, reason: reason.ko, ...place }) };
      mistakes.push({ message, data: {}, range });
    }
  }
  return { read, asked };
}

function pathFrom(folder: string, rootFromThere: string): (path: string) => string {
  if (rootFromThere) return (path) => `${rootFromThere}/${path}`;
  return folder === '' ? (path) => path : (path) => path.slice(folder.length + 1);
}

// A file below the root that a configuration above it names, by the path it has everywhere else.
function fromRoot(file: string, folder: string, rootFromThere: string): string {
  const root = `${folder}/${rootFromThere}/`;
  return rootFromThere && file.startsWith(root) ? file.slice(root.length) : file;
}
