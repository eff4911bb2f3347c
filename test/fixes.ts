// `npm run fixes`: makes every automatic fix in a copy of a corpus of real documents and looks at what became of the documents:
// each can still be read, a second time changes nothing, no word that a person wrote is lost, and what has no fix is the same byte for byte.
// First as `docket lint --fix` does it, then also what only informs, once. The corpus is no part of the project; where it is not there, nothing is tried.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayOf } from '../src/core/calendar.ts';
import { parseDocument } from '../src/core/document.ts';
import type { Edit } from '../src/core/edit.ts';
import type { Finding } from '../src/core/finding.ts';
import { fixAll } from '../src/core/fix-all.ts';
import { lostWords } from '../src/core/words.ts';
import { Workspace } from '../src/core/workspace.ts';
import { memoryFiles } from '../src/files/memory.ts';
import { builtInTemplates } from './templates-on-disk.ts';
import { textsOf } from './texts-of.ts';

const corpus = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../shared/corpus/dev');

process.exitCode = existsSync(corpus) ? await tryAll() : skip();

function skip(): number {
  console.log('Skipped: there is no corpus of real documents beside this checkout (../shared/corpus).');
  return 0;
}

async function tryAll(): Promise<number> {
  let mistakes = 0;
  for (const [name, settles] of [['warnings and errors', undefined], ['all findings', () => true]] as const) {
    const counts = { documents: 0, changed: 0, fixes: 0 };
    const wrong: string[] = [];
    for (const project of (await readdir(corpus)).sort()) {
      const before = await textsOf(path.join(corpus, project));
      const first = await fixed(before, settles);
      // What only informs follows what most documents of a folder do, and that has changed by now.
      const second = settles ? first : await fixed(first.texts, settles);
      counts.documents += before.size;
      counts.fixes += first.count;
      for (const [file, text] of before) {
        const after = first.texts.get(file)!;
        if (after !== text) counts.changed++;
        const tell = (what: string): void => void wrong.push(`${project}/${file}: ${what}`);
        if (second.texts.get(file) !== after) tell('a second time changes it again');
        if (after !== text && !first.offered.has(file)) tell('changed, though nothing offered a fix for it');
        if (after !== text && file.endsWith('.md')) {
          const [was, is] = [parseDocument(file, text), parseDocument(file, after)];
          if (is.problems.length > was.problems.length) tell('cannot be read any more');
          const lost = lostWords(was, is, first.edits.get(file) ?? []);
          if (lost.length) tell(`lost: ${lost.slice(0, 12).join(' ')}`);
        }
      }
    }
    console.log(`${name}: ${counts.fixes} fixes in ${counts.changed} of ${counts.documents} files, ${wrong.length} wrong`);
    for (const line of wrong) console.log(`  ${line}`);
    mistakes += wrong.length;
  }
  return mistakes ? 1 : 0;
}

async function fixed(texts: ReadonlyMap<string, string>, settles: ((finding: Finding) => boolean) | undefined): Promise<{ texts: Map<string, string>; edits: Map<string, readonly Edit[]>; count: number; offered: Set<string> }> {
  const workspace = new Workspace({ files: memoryFiles(texts), templates: await builtInTemplates(), language: 'en', rulePage: (id) => id, today: () => dayOf(new Date()) });
  await workspace.load();
  const { texts: changed, changes, count } = await fixAll(workspace, workspace.paths(), settles ? { settles } : {});
  const offered = new Set<string>();
  for (const document of workspace.paths()) {
    for (const { fixes: [fix] } of await workspace.lint(document)) {
      if (!fix?.isAutomatic) continue;
      if (fix.edits.length) offered.add(document);
      for (const one of fix.elsewhere ?? []) offered.add(one.path);
    }
  }
  return { texts: new Map([...texts].map(([file, text]) => [file, changed.get(file) ?? text])), edits: new Map(changes.map(({ path: file, edits }) => [file, edits])), count, offered };
}
