import { build } from 'esbuild';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromiumWith } from '../../host/chromium.ts';
import { onSignals } from '../../host/command.ts';
import { installVscode } from '../../host/install.ts';
import { root } from '../../host/root.ts';
import { startServer, windowUrl, type Server } from '../../host/server.ts';
import { decision } from '../made-document.ts';
import { EDITED, MARK } from './edited.ts';
import { TOLD, type Bare, type Told } from './told.ts';

/** When a row was first on the screen, and when one that the server had sent. */
interface Drawn {
  readonly drawn: number;
  /** Was the first one of an earlier window? */
  readonly isEarlier: boolean;
  readonly answered: number;
}

/** What a first window on a folder has shown, a second one in which a document was edited, and one without Docket in which it was edited, too. */
export type Windows = Readonly<Record<'cold' | 'warm', Told & Drawn>> & { readonly bare: Bare };

/** What an extension's folder holds beside its bundles. */
const PARTS = ['package.json', 'package.nls.json', 'package.nls.ko.json', 'media', 'syntaxes'];
/** The most that a window may take, in milliseconds. */
const LIMIT = 1_800_000;

/** Opens a copy of a folder with the extension, as released in `dist`, in two windows one after the other, and then without it, in a real VS Code with a new profile. */
export async function openWindows(folder: string, dist: string, work: string): Promise<Windows> {
  const place = (name: string): string => path.join(work, name);
  await rm(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  await mkdir(place('extension'), { recursive: true });
  for (const part of PARTS) await cp(path.join(root, part), place(`extension/${part}`), { recursive: true });
  await cp(dist, place('extension/dist'), { recursive: true });
  const entryPoints = ['cold', 'warm', 'bare'].map((name) => path.join(root, 'test', 'bench', 'editor', `${name}.ts`));
  await build({ entryPoints, outdir: place('extension'), outExtension: { '.js': '.cjs' }, bundle: true, platform: 'node', target: 'es2022', format: 'cjs', external: ['vscode'], logLevel: 'warning' });
  await cp(folder, place('workspace'), { recursive: true });
  await writeFile(path.join(place('workspace'), EDITED), `${decision(4, 100_000)}\n[nothing](${MARK}0000)\n`);
  await mkdir(place('bare'));
  await writeFile(path.join(place('bare'), 'package.json'), JSON.stringify({ name: 'bare', publisher: 'docket', version: '0.0.0', engines: { vscode: '*' } }));
  process.env['DOCKET_BENCH_SEEN'] = place('seen');
  const server = await startServer({ vscode: await installVscode('default'), dataDir: place('server'), settings: { 'git.enabled': false }, testDriver: true });
  const forget = onSignals((signal) => void server.stop().then(() => process.kill(process.pid, signal)));
  try {
    return { cold: await openOnce(server, work, 'cold'), warm: await openOnce(server, work, 'warm'), bare: await hear<Bare>(server, work, { name: 'bare', extension: 'bare' }, async () => ({})) };
  } finally {
    forget();
    await server.stop();
    await rm(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function openOnce(server: Server, work: string, name: 'cold' | 'warm'): Promise<Windows[typeof name]> {
  const seen = path.join(work, 'seen');
  await rm(seen, { force: true });
  return hear<Told, Drawn>(server, work, { name, extension: 'extension' }, async (page) => {
    const view = page.locator('.pane', { has: page.locator('.pane-header[aria-label^="Decisions"]') });
    await view.locator('.monaco-list-row').first().waitFor({ timeout: LIMIT });
    const drawn = Date.now();
    // The view says so above the rows for as long as they are not the server's.
    const reading = view.getByText('Reading the documents');
    const isEarlier = await reading.isVisible();
    await reading.waitFor({ state: 'hidden', timeout: LIMIT });
    const answered = Date.now();
    await writeFile(seen, '');
    return { drawn, isEarlier, answered };
  });
}

/** What the extension host of one window tells in the end, and what is seen in the window meanwhile. */
async function hear<Heard extends object, Seen extends object = object>(server: Server, work: string, { name, extension }: { readonly name: string; readonly extension: string }, look: (page: Page) => Promise<Seen>): Promise<Heard & Seen> {
  // VS Code for the web keeps in the browser what the desktop keeps in its own folder: what extensions remember of a workspace.
  const browser = await launchChromiumWith(path.join(work, 'profile'), { viewport: { width: 1400, height: 900 }, locale: 'en-US' });
  try {
    const page = await browser.newPage();
    const { promise: told, resolve, reject } = withResolvers<Heard>();
    const late = setTimeout(() => reject(new Error(`The ${name} window did not end within ${LIMIT / 60_000} minutes.`)), LIMIT);
    await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
      const line = String(args[0]);
      if (line.startsWith(TOLD)) resolve(JSON.parse(line.slice(TOLD.length)) as Heard);
      else if (process.env['DOCKET_TEST_TRACE']) console.error(type, ...args);
    });
    await page.exposeFunction('codeAutomationExit', (code: number) => reject(new Error(`The ${name} window ended with ${code} and told nothing.`)));
    await page.goto(windowUrl(server, { folder: path.join(work, 'workspace'), extension: path.join(work, extension), tests: path.join(work, 'extension', `${name}.cjs`) }));
    const [heard, seen] = await Promise.all([told, look(page)]);
    clearTimeout(late);
    return { ...heard, ...seen };
  } finally {
    await browser.close();
  }
}

function withResolvers<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void; readonly reject: (reason: Error) => void } {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<T>((...both) => { [resolve, reject] = both; });
  return { promise, resolve, reject };
}
