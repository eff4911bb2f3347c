import { parentPort, workerData } from 'node:worker_threads';
import type { RuleSettings } from '../../core/config.ts';
import { parseDocument, unreadDocument, type Document } from '../../core/document.ts';
import { packFindings } from '../../core/finding.ts';
import type { Language } from '../../core/language.ts';
import { packReading, readDocumentFacts, type PackedReading } from '../../core/reading.ts';
import { RecentDocuments } from '../../core/recent-documents.ts';
import { once } from '../../core/remembering.ts';
import { readTemplates } from '../../core/template.ts';
import { Workspace } from '../../core/workspace.ts';
import { nodeFiles } from '../../files/node.ts';
import { templates } from '../../templates/index.ts';
import { recordedFiles } from '../cache/answers.ts';
import { SharedTexts, type Place, type SharedReading, type SharedReadings } from './shared-texts.ts';

/** What a thread is started with: the workspace of the command that has it. */
export interface ThreadData {
  /** The absolute folder from which paths count. */
  readonly root: string;
  readonly deep: boolean;
  readonly revision: string | undefined;
  readonly language: Language;
  readonly alwaysLanguage: Language | undefined;
  readonly rules: RuleSettings;
  /** YYYY-MM-DD */
  readonly today: string;
  /** The address of each rule's page. */
  readonly rulePages: Readonly<Record<string, string>>;
  /** Is it written down what the files are asked? */
  readonly isRecorded: boolean;
  /** Are documents checked, too, as soon as they are read? */
  readonly isChecking: boolean;
}

/** What a thread is told to do: to read documents, some of which are asked for, to check those that it has read, to take in what was read of all, to check some among all, or to tell what it has asked the files. */
export type ThreadOrder = { readonly read: readonly string[]; readonly asked: readonly string[] } | { readonly check: 'read' } | { readonly take: SharedReadings } | { readonly lint: readonly string[] } | { readonly tell: 'answers' };

/** What a thread says: once that it is up, then one answer to each order. What it has found early it tells with what was read meanwhile, and keeps nothing of it. `come` are the buffers of texts that have come since any were told last. */
export type ThreadAnswer = { readonly ready: true } | { readonly readings: readonly SharedReading[]; readonly found: readonly SharedFound[]; readonly come: readonly SharedArrayBuffer[] } | { readonly taken: true } | { readonly linted: Linted; readonly come: readonly SharedArrayBuffer[] } | { readonly answers: readonly (readonly [key: string, digest: string])[] };

/** What was found early in a document: where the findings lie, and what they went by. */
export type SharedFound = readonly [path: string, findings: Place, basis: Place];

type Linted = readonly (readonly [path: string, packed: Place])[];

/** How many UTF-16 units of documents a thread keeps parsed between reading and checking them. */
const KEPT_UNITS = 1_000_000;

/** Runs a thread: orders come in, answers go out in their order. */
export function serveThread(): void {
  const port = parentPort!;
  const data = workerData as ThreadData;
  const { root, deep, revision } = data;
  const onDisk = nodeFiles(root, { deep, forOneRun: true, ...(revision === undefined ? {} : { revision }) });
  const { files, answers } = data.isRecorded ? recordedFiles(onDisk) : { files: onDisk, answers: new Map<string, string>() };
  const above = files.above();
  const kept = new RecentDocuments(KEPT_UNITS);
  const asked = new Set<string>();
  const readings = new Map<string, PackedReading>();
  const texts = new SharedTexts();
  const parse = (path: string, text: string): Document => {
    const known = kept.get(path);
    return known?.text === text ? known : parseDocument(path, text);
  };

  const workspace = once(async () => {
    const { language, alwaysLanguage, rules, today, rulePages, isChecking } = data;
    const made = new Workspace({
      files, keeping: texts, templates: readTemplates(templates), language, alwaysRules: rules, rulePage: (id) => rulePages[id]!, today: () => today,
      ...(alwaysLanguage ? { alwaysLanguage } : {}),
      ...(isChecking ? { isChecked: (path) => asked.has(path) } : { parse }),
      recall: async (wanted) => wanted.flatMap(({ path }) => readings.get(path) ?? []),
    });
    await made.look(['']);
    return made;
  });

  async function readToCheck(path: string): Promise<PackedReading> {
    const all = await workspace();
    await all.refresh(path);
    return all.reading(path)!;
  }

  async function readAlone(path: string): Promise<PackedReading> {
    const read = await files.read(path);
    const document = 'text' in read ? parseDocument(path, read.text) : unreadDocument(path, '', read.problem);
    if (!kept.isFull) kept.set(path, document);
    return packReading(readDocumentFacts(document, undefined, await above));
  }

  async function found(): Promise<{ readonly found: readonly SharedFound[]; readonly come: readonly SharedArrayBuffer[] }> {
    const early = data.isChecking ? (await workspace()).handOver() : [];
    return { found: early.map(([path, { findings, basis }]) => [path, texts.kept(findings).place, texts.kept(basis).place]), come: texts.come() };
  }

  async function answer(order: ThreadOrder): Promise<ThreadAnswer> {
    if ('read' in order) {
      for (const path of order.asked) asked.add(path);
      const readings: SharedReading[] = [];
      for (const path of order.read) readings.push(texts.reading(await (data.isChecking ? readToCheck(path) : readAlone(path))).shared);
      return { readings, ...(await found()) };
    }
    if ('check' in order) {
      await (await workspace()).checkEarly();
      return { readings: [], ...(await found()) };
    }
    if ('take' in order) {
      for (const [path, reading] of SharedTexts.of(order.take)) readings.set(path, reading);
      const all = await workspace();
      await all.catchUp();
      readings.clear();
      return { taken: true };
    }
    if ('tell' in order) return { answers: [...answers] };
    const linted: [string, Place][] = [];
    for (const path of order.lint) {
      linted.push([path, texts.text(packFindings(await (await workspace()).lintFully(path))).place]);
      kept.delete(path);
    }
    return { linted, come: texts.come() };
  }

  // One after the other, also where they come together.
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', (order: ThreadOrder) => {
    last = last.then(async () => port.postMessage(await answer(order)));
  });
  port.postMessage({ ready: true } satisfies ThreadAnswer);
}
