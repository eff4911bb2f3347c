// @ts-check
// `npm run score`: how well `docket list` reads a corpus of real documents with known answers.
//   npm run score -- --show status 50
// The corpus is no part of the project; where it is not there, nothing is scored.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const corpus = path.resolve(root, '../shared/corpus');

process.exitCode = main(process.argv.slice(2));

/**
 * @param {string[]} args what the scoring script is told beyond the files
 * @returns {number} the exit code
 */
function main(args) {
  if (!existsSync(path.join(corpus, 'score.mjs'))) {
    console.log('Skipped: there is no corpus of real documents beside this checkout (../shared/corpus).');
    return 0;
  }
  const cli = path.join(root, 'dist/cli.js');
  if (!existsSync(cli)) node(['src/build.mjs']);
  const folder = mkdtempSync(path.join(tmpdir(), 'docket-score-'));
  try {
    const listing = path.join(folder, 'listing.ndjson');
    const file = openSync(listing, 'w');
    const start = Date.now();
    const code = node([cli, 'list', '--format', 'ndjson', path.join(corpus, 'dev')], file);
    closeSync(file);
    if (code !== 0) return code;
    console.log(`Read in ${((Date.now() - start) / 1000).toFixed(1)} s.`);
    return node([path.join(corpus, 'score.mjs'), path.join(corpus, 'truth.jsonl'), listing, ...args]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs Node in the project.
 * @param {string[]} args
 * @param {number | 'inherit'} [stdout] a file that takes the output
 * @returns {number} the exit code
 */
function node(args, stdout = 'inherit') {
  return spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', stdout, 'inherit'] }).status ?? 1;
}
