// Runs an extension's tests as the desktop `code` does, with its options, in a VS Code server and a headless Chromium.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from './chromium.ts';
import { onSignals } from './command.ts';
import { installVscode, type ReleaseName } from './install.ts';
import { isNoise } from './noise.ts';
import { startServer, windowUrl } from './server.ts';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionDevelopmentKind: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'extensions-dir': { type: 'string' },
    'user-data-dir': { type: 'string' },
  },
});
const option = (name: string): string | undefined => typeof values[name] === 'string' ? values[name] : undefined;

const extension = option('extensionDevelopmentPath');
const tests = option('extensionTestsPath');
const [folder] = positionals;
if (!extension || !tests || !folder) {
  console.error('usage: launcher.mjs FOLDER --extensionDevelopmentPath=… --extensionTestsPath=… [--extensionDevelopmentKind=web]');
  process.exit(2);
}

const dataDir = await mkdtemp(path.join(tmpdir(), 'docket-vscode-'));
process.exitCode = await runTests().catch((error: unknown) => {
  console.error(error);
  return 1;
});
await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
process.exit();

/** Runs the tests and returns their exit code, or another than 0 when they did not run to their end. */
async function runTests(): Promise<number> {
  const vscode = await installVscode((process.env['DOCKET_TEST_VSCODE'] ?? 'default') as ReleaseName);
  const { promise: ended, resolve: end } = promiseWithResolve<number>();
  let over = false;
  const fail = (why: string): void => {
    if (!over) console.error(`[host] ${why}`);
    end(70);
  };
  const limit = Number(process.env['DOCKET_TEST_SECONDS'] ?? 180);
  setTimeout(() => fail(`the tests did not end within ${limit} s`), limit * 1000).unref();
  onSignals((signal) => fail(`stopped by ${signal}`));

  const server = await startServer({
    vscode,
    dataDir,
    ...optional('userDataDir', option('user-data-dir')),
    ...optional('extensionsDir', option('extensions-dir')),
    settings: await settings(extension!),
    testDriver: true,
    // When the extension host dies, the window reports the exit code 0.
    onOutput: (text) => {
      if (process.env['DOCKET_TEST_TRACE']) process.stderr.write(text);
      const death = /Extension Host Process exited with code: (?!0, signal: null)[^\n]*/.exec(text);
      if (death) fail(death[0]);
    },
  });
  void server.ended.then(() => fail('the VS Code server ended'));
  try {
    const browser = await launchChromium();
    try {
      const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'en-US' })).newPage();
      page.on('crash', () => fail('the page crashed'));
      page.on('pageerror', (error) => console.error(`[page] ${error.message}`));
      await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
        if (!isNoise(String(args[0]))) console[type === 'error' || type === 'warn' ? type : 'log'](...args);
      });
      await page.exposeFunction('codeAutomationExit', (code: number) => end(code));
      await page.goto(windowUrl(server, { folder: folder!, extension: extension!, tests: tests! }));
      return await ended;
    } finally {
      over = true;
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** Git is of no use to a test, and a setting moves the extension into the web-worker host: that window ignores the option for it. */
async function settings(extension: string): Promise<Record<string, unknown>> {
  const quiet = { 'git.enabled': false };
  if (option('extensionDevelopmentKind') !== 'web') return quiet;
  const { publisher, name } = JSON.parse(await readFile(path.join(extension, 'package.json'), 'utf8')) as { publisher: string; name: string };
  return { ...quiet, 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
}

function promiseWithResolve<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  return { promise: new Promise<T>((call) => { resolve = call; }), resolve };
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : { [key]: value } as { [P in K]: string };
}
