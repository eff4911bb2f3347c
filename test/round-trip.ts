// `npm run round-trip`: for every record of a corpus of real documents, its status is set to another one, read again and set back.
// The corpus is no part of the project; where it is not there, nothing is tried.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from '../src/core/document.ts';
import { applyEdits } from '../src/core/edit.ts';
import { isRefusal, setStatus, sidecarDocument } from '../src/core/edits.ts';
import { RECORD_KINDS, type Entry, type Evidence, type Status } from '../src/core/entry.ts';
import { folderOf } from '../src/core/paths.ts';
import { isSidecarPath, readDocumentFacts, readSidecar, type Reading } from '../src/core/reading.ts';
import { WorkspaceIndex } from '../src/core/workspace-index.ts';
import { textsOf } from './texts-of.ts';

const corpus = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../shared/corpus/dev');
const TARGETS: readonly Status[] = ['accepted', 'rejected', 'draft', 'superseded', 'implemented'];

process.exitCode = existsSync(corpus) ? await tryAll() : skip();

function skip(): number {
  console.log('Skipped: there is no corpus of real documents beside this checkout (../shared/corpus).');
  return 0;
}

async function tryAll(): Promise<number> {
  const counts: Record<string, number> = {};
  const count = (what: string): void => void (counts[what] = (counts[what] ?? 0) + 1);
  const broken: string[] = [];
  for (const project of (await readdir(corpus)).sort()) {
    const texts = await textsOf(path.join(corpus, project));
    const index = new WorkspaceIndex();
    for (const [file, text] of texts) index.set(readingOf(file, text));
    for (const [at, entry] of index.entries().entries()) {
      const evidence = entry.evidence.status;
      if (!RECORD_KINDS.includes(entry.kind) || entry.status === null || !evidence) continue;
      const others = TARGETS.filter((status) => status !== entry.status);
      const outcome = tryOne(entry, evidence, others[at % others.length]!, texts);
      count(outcome);
      if (outcome.startsWith('BROKEN')) broken.push(`${outcome}: ${project}/${entry.path}`);
    }
  }
  for (const [what, many] of Object.entries(counts).sort()) console.log(`${String(many).padStart(6)}  ${what}`);
  for (const line of broken) console.log(line);
  return broken.length ? 1 : 0;
}

// Everything outside the edited ranges is compared byte for byte by applying the edits backwards.
function tryOne(entry: Entry, evidence: Evidence, target: Status, texts: ReadonlyMap<string, string>): string {
  const file = evidence.path ?? entry.path;
  const before = texts.get(file)!;
  const documentOf = (text: string) => (isSidecarPath(file) ? sidecarDocument(file, text) : parseDocument(file, text));
  const edits = setStatus(documentOf(before), evidence, target);
  if (isRefusal(edits)) return `refused: ${edits.refused} (${evidence.dialect})`;
  const after = applyEdits(before, edits);
  const read = readAgain(entry.path, file, after, texts);
  if (read?.status !== target || !read.evidence.status) return `BROKEN: reads ${read?.status} and not ${target}`;
  const words = edits.map(({ range }) => before.slice(range.start, range.end));
  const back = setStatus(documentOf(after), read.evidence.status, words[0]!);
  if (isRefusal(back)) return `BROKEN: not set back, ${back.refused}`;
  return applyEdits(after, back) === before ? 'set, read and set back' : 'BROKEN: set back to something else';
}

function readAgain(document: string, changed: string, text: string, texts: ReadonlyMap<string, string>): Entry | undefined {
  const index = new WorkspaceIndex();
  for (const [file, own] of texts) {
    const isOwn = file === document || (isSidecarPath(file) && folderOf(file) === folderOf(document));
    if (isOwn) index.set(readingOf(file, file === changed ? text : own));
  }
  return index.entry(document);
}

function readingOf(file: string, text: string): Reading {
  return isSidecarPath(file) ? readSidecar(file, text) : readDocumentFacts(parseDocument(file, text));
}
