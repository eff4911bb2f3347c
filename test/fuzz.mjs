// @ts-check
// `npm run fuzz [ROUNDS]`: the properties again, each round with another seed; ends with the seed of the first round that fails.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const files = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' }).map((file) => path.join('test', file)).filter((file) => file.endsWith('.test.ts') && readFileSync(path.join(root, file), 'utf8').includes("from 'fast-check'"));
const rounds = Number(process.argv[2] ?? 10);
const first = Date.now() % 1_000_000_000;

for (let seed = first; seed < first + rounds; seed++) {
  const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=dot', ...files], {
    cwd: root, stdio: 'inherit', env: { ...process.env, DOCKET_SEED: String(seed) },
  });
  if (status !== 0) {
    console.error(`DOCKET_SEED=${seed} fails.`);
    process.exitCode = 1;
    break;
  }
}
