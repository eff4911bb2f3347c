// Run by npm after each installation. A package that is installed straight from Git has no dist yet, and npm names it in
// the environment; in the project itself nobody waits for a build.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const { _PACOTE_NO_PREPARE_: fromGit, npm_execpath: npm, npm_config_global: _, ...env } = process.env;

if (fromGit) {
  // With --global, npm has not installed what the build needs.
  if (npm && !existsSync(new URL('../node_modules/esbuild', import.meta.url))) {
    spawnSync(process.execPath, [npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: fileURLToPath(new URL('..', import.meta.url)), env, stdio: 'inherit' });
  }
  process.argv.push('--production');
  await import('./build.mjs');
}
