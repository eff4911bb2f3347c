// `npm run engines`: for every document of a corpus of real ones, Docket's tree is held against remark's, with all places.
// The corpus is no part of the project; where it is not there, nothing is compared.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { parseMarkdown } from '../src/core/markdown.ts';
import { isMarkdownPath } from '../src/core/paths.ts';
import { TOO_LONG } from '../src/core/problems.ts';
import { referenceTree } from './core/markdown/reference.ts';

const corpus = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../shared/corpus/dev');

process.exitCode = existsSync(corpus) ? compareAll() : skip();

function skip(): number {
  console.log('Skipped: there is no corpus of real documents beside this checkout (../shared/corpus).');
  return 0;
}

function compareAll(): number {
  const names = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(isMarkdownPath).sort();
  const different: string[] = [];
  const spent = { docket: 0, remark: 0 };
  let characters = 0;
  for (const name of names) {
    const text = readFileSync(path.join(corpus, name), 'utf8');
    if (text.length > TOO_LONG) continue;
    characters += text.length;
    const start = performance.now();
    const tree = parseMarkdown(text);
    const middle = performance.now();
    const reference = referenceTree(text);
    spent.docket += middle - start;
    spent.remark += performance.now() - middle;
    if (!isDeepStrictEqual(plain(tree), plain(reference))) different.push(name);
  }
  for (const name of different) console.log(`different: ${name}`);
  const speed = (milliseconds: number): string => `${(characters / 1000 / milliseconds).toFixed(1)} MB/s`;
  console.log(`${names.length} documents, ${different.length} different; Docket ${speed(spent.docket)}, remark ${speed(spent.remark)}`);
  return different.length ? 1 : 0;
}

function plain(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree));
}
