// `npm run acts [-- FOLDER SEED]`: does with 500 action items and 200 documents, drawn from all projects in a folder of real documents, what the views can do with them; each changes one place.
// Nothing is written. The corpus is no part of the project; where it is not there, nothing is tried.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WholeNode } from '../src/core/trees/tree.ts';
import { Workspace } from '../src/core/workspace.ts';
import { nodeFiles } from '../src/files/node.ts';
import { actionRows, decisionRows, tryAction, tryDocument, type Tried } from './act-everywhere.ts';
import { randomFrom, shuffled } from './seeded.ts';
import { builtInTemplates } from './templates-on-disk.ts';

const [given, seed = '1'] = process.argv.slice(2);
const corpus = given === undefined ? path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../shared/corpus/dev') : path.resolve(process.env['INIT_CWD'] ?? '.', given);
const ACTIONS = 500;
const DOCUMENTS = 200;

process.exitCode = existsSync(corpus) ? await tryAll() : skip();

function skip(): number {
  console.log('Skipped: there is no corpus of real documents beside this checkout (../shared/corpus).');
  return 0;
}

async function tryAll(): Promise<number> {
  const templates = await builtInTemplates();
  const random = randomFrom(Number(seed));
  const workspaces = new Map<string, Workspace>();
  const drawn: { readonly project: string; readonly row: WholeNode }[] = [];
  for (const project of (await readdir(corpus)).sort()) {
    const workspace = new Workspace({ files: nodeFiles(path.join(corpus, project)), templates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
    await workspace.load();
    workspaces.set(project, workspace);
    drawn.push(...[...actionRows(workspace), ...decisionRows(workspace)].map((row) => ({ project, row })));
  }
  const some = shuffled(drawn, random);
  const chosen = [...some.filter(({ row }) => row.kind === 'action').slice(0, ACTIONS), ...some.filter(({ row }) => row.kind === 'document').slice(0, DOCUMENTS)];
  const counts = new Map<string, number>();
  const broken: string[] = [];
  for (const { project, row } of chosen) {
    const workspace = workspaces.get(project)!;
    const tried: readonly Tried[] = row.kind === 'action' ? await tryAction(workspace, row) : await tryDocument(workspace, row);
    for (const one of tried) {
      counts.set(one.outcome, (counts.get(one.outcome) ?? 0) + 1);
      if (one.broken !== undefined) broken.push(`${project}/${one.broken}`);
    }
  }
  for (const [outcome, count] of [...counts].sort()) console.log(`${String(count).padStart(6)}  ${outcome}`);
  for (const line of broken) console.log(line);
  return broken.length ? 1 : 0;
}
