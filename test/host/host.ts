// Runs one suite in a real VS Code: `node --import tsx test/host/host.ts node|web|vsix [--newest|--desktop]`.
import { runTests } from '@vscode/test-electron';
import { chmod, cp, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleTests, type Suite } from './bundle.ts';
import { cacheDir } from './cache.ts';
import { ensureChromium } from './chromium.ts';
import { onSignals } from './command.ts';
import { installVscode, type ReleaseName } from './install.ts';
import { root } from './root.ts';
import { installExtension } from './server.ts';
import { QUIET_SETTINGS } from './settings.ts';
import { packageExtension } from './vsix.ts';

/** What makes the extension; tests run on a copy, so that a build in the meantime cannot pull it away. */
const EXTENSION = ['package.json', 'package.nls.json', 'package.nls.ko.json', 'dist', 'media', 'syntaxes'];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { newest: { type: 'boolean' }, desktop: { type: 'boolean' } } });
const [suite] = positionals;
if (suite !== 'node' && suite !== 'web' && suite !== 'vsix') throw new Error('usage: host.ts node|web|vsix [--newest|--desktop]');

const stop = new AbortController();
// The runner hands on SIGINT and no other signal; with a listener of ours it leaves the end to us.
onSignals((signal) => {
  process.exitCode = 130;
  if (!stop.signal.aborted && signal !== 'SIGINT') process.kill(process.pid, 'SIGINT');
  stop.abort();
});
const temporary = await mkdtemp(path.join(tmpdir(), 'docket-host-'));
try {
  await runSuite(suite, values.newest ? 'newest' : 'default', values.desktop ?? false);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode ??= 1;
} finally {
  await rm(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Runs a suite on a copy of the sample workspace and rejects unless it ends well. */
async function runSuite(suite: Suite, release: ReleaseName, desktop: boolean): Promise<void> {
  const place = (name: string): string => path.join(temporary, name);
  await cp(path.join(root, 'media', 'sample'), place('workspace'), { recursive: true, verbatimSymlinks: true });
  // An editor's watcher may miss what is written right after a new folder was made; only the test of folders that appear is about that.
  for (const folder of ['succession/adr', 'indexed/adr', 'renumbered/adr', 'adopted/carts', 'completion/adr']) await mkdir(path.join(place('workspace'), folder), { recursive: true });
  if (suite === 'web') await writeOldNotes(place('workspace/notes'));
  await mkdir(place('extensions'));
  await mkdir(place('user/User'), { recursive: true });
  await writeFile(place('user/User/settings.json'), JSON.stringify(QUIET_SETTINGS));
  await mkdir(place('extension'));
  if (suite === 'vsix') {
    const vscode = await installVscode(release);
    await installExtension(vscode, await packageExtension(), { dataDir: place('server'), extensionsDir: place('extensions') });
    await writeFile(place('extension/package.json'), JSON.stringify({ name: 'driver', publisher: 'docket-test', version: '0.0.0', engines: { vscode: '*' } }));
  } else {
    for (const part of EXTENSION) await cp(path.join(root, part), place(`extension/${part}`), { recursive: true });
  }
  // Tests run in the extension host of the extension whose folder they are in.
  await bundleTests(suite, place('extension/tests.cjs'));
  // The web-worker host of older releases appends `.js` to every path that does not end in it.
  if (suite === 'web') await cp(place('extension/tests.cjs'), place('extension/tests.cjs.js'));
  if (stop.signal.aborted) return;
  await runTests({
    ...desktop ? { version: 'stable', cachePath: path.join(cacheDir(), 'desktop') } : { vscodeExecutablePath: await launcher() },
    extensionDevelopmentPath: place('extension'),
    extensionTestsPath: place('extension/tests.cjs'),
    launchArgs: [place('workspace'), `--user-data-dir=${place('user')}`, `--extensions-dir=${place('extensions')}`, ...suite === 'web' ? ['--extensionDevelopmentKind=web'] : []],
    extensionTestsEnv: { DOCKET_TEST_VSCODE: release },
  });
}

/** So many documents that what was read of them is worth remembering, written long enough ago to be remembered. */
async function writeOldNotes(folder: string): Promise<void> {
  const longAgo = new Date('2026-01-02T03:04:05Z');
  await mkdir(folder);
  for (let number = 1; number <= 60; number++) {
    await writeFile(path.join(folder, `${number}.md`), `# Note ${number}\n`);
    await utimes(path.join(folder, `${number}.md`), longAgo, longAgo);
  }
}

/** The file that runs the launcher, after what the launcher needs is installed: its output would come late. */
async function launcher(): Promise<string> {
  await installVscode(values.newest ? 'newest' : 'default');
  await ensureChromium();
  const script = path.join(root, 'test', 'host', 'launcher.mjs');
  if (process.platform !== 'win32') {
    await chmod(script, 0o755);
    return script;
  }
  const command = path.join(temporary, 'launcher.cmd');
  await writeFile(command, `@"${process.execPath}" "${script}" %*\r\n`);
  return command;
}
