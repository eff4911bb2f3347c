import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { ensureKoreanFont, launchChromium } from './chromium.ts';
import { onSignals } from './command.ts';
import { installVscode, type ReleaseName } from './install.ts';
import { root } from './root.ts';
import { startServer, windowUrl } from './server.ts';

/** What a window is opened on, and how it looks. */
export interface OpenWindowOptions {
  /** None is opened unless it is given. */
  folder?: string;
  /** The folder of the extension under development; the project itself unless it is given. */
  extension?: string;
  theme?: Theme;
  language?: 'en' | 'ko';
  /** Runs the extension in the Node or in the web-worker extension host. */
  host?: 'node' | 'web';
  release?: ReleaseName;
  /** Opens the folder in Restricted Mode, as one whose authors nobody has called trusted. */
  isRestricted?: boolean;
  settings?: Readonly<Record<string, unknown>>;
  size?: { width: number; height: number };
  /** Device pixels for each pixel of the window. */
  scale?: number;
}

/** The built-in colour themes that matter: one of each kind. */
export type Theme = 'Default Dark Modern' | 'Default Light Modern' | 'Default High Contrast' | 'Default High Contrast Light';

/** A window of a real VS Code; `page` reaches what the functions do not. */
export interface Window {
  page: Page;
  /** Runs a command by the title that the command palette shows, category included. */
  palette(title: string): Promise<void>;
  /** Opens a file of the folder by its name or path. */
  openFile(file: string): Promise<void>;
  /** A view by the name in its header, unfolded. */
  view(name: string): Promise<Locator>;
  /** The texts of the rows of a view that are drawn, from the top, once there are any; none after five seconds without. */
  rows(name: string): Promise<string[]>;
  /** Draws the edge of the side bar to this many pixels from the left. */
  widenSideBar(width: number): Promise<void>;
  /** Takes a picture without the mouse and what it would show. */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a window with the extension on a folder, in a profile of its own that is removed when it is closed. */
export async function openWindow(options: OpenWindowOptions): Promise<Window> {
  const { folder, extension = root, theme = 'Default Dark Modern', language = 'en', release = 'default' } = options;
  if (language === 'ko') await ensureKoreanFont();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'docket-window-'));
  const server = await startServer({
    vscode: await installVscode(release),
    dataDir,
    settings: {
      'workbench.colorTheme': theme,
      'git.enabled': false,
      ...options.host === 'web' ? { 'remote.extensionKind': { 'docket.docket': ['web'] } } : {},
      ...options.isRestricted ? { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' } : {},
      ...options.settings,
    },
    asksForTrust: options.isRestricted ?? false,
    // Newer releases develop an extension only with it; it hides the notifications, so older ones do without.
    testDriver: release === 'newest',
  });
  const browser = await launchChromium();
  const close = async (): Promise<void> => {
    forget();
    await browser.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const forget = onSignals((signal) => void close().then(() => process.kill(process.pid, signal)));
  try {
    const context = await browser.newContext({
      viewport: options.size ?? { width: 1280, height: 800 },
      deviceScaleFactor: options.scale ?? 1,
      reducedMotion: 'reduce',
      locale: language === 'ko' ? 'ko-KR' : 'en-US',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    // No language pack is at hand: what VS Code itself says stays English, and extensions are told that the language is Korean.
    if (language === 'ko') await context.addInitScript(() => { Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: 'ko' }); });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(windowUrl(server, { ...folder === undefined ? {} : { folder }, extension }));
    const isEmpty = folder === undefined || !(await readdir(folder)).length;
    await page.locator(isEmpty ? '.monaco-workbench .activitybar .action-label[aria-label^="Explorer"]' : '.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
    return { page, close, ...functionsOf(page) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** How often a quick pick that closed is opened again, and after how many milliseconds. */
const TRIES = 5;
const PAUSE = 10_000;

function functionsOf(page: Page): Omit<Window, 'page' | 'close'> {
  const input = page.locator('.quick-input-widget:visible input.input');
  const choice = page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');

  // An editor that opens at the same moment takes the focus, and the quick pick closes: then it is opened again.
  const pick = async (key: string, words: string, row: string): Promise<void> => {
    for (let left = TRIES; ; left--) {
      await page.keyboard.press(key);
      const isThere = input.fill(words, { timeout: PAUSE }).then(() => choice.filter({ hasText: row }).first().waitFor({ timeout: PAUSE }));
      if (left === 0) await isThere;
      else if (!(await isThere.then(() => true, () => false))) continue;
      await input.press('Enter');
      return;
    }
  };
  const palette: Window['palette'] = (title) => pick('F1', `>${title}`, title);
  const openFile: Window['openFile'] = async (file) => {
    await pick('Control+p', file, path.basename(file));
    await page.locator('.editor-group-container.active .tab.active', { hasText: path.basename(file) }).waitFor();
  };
  const view: Window['view'] = async (name) => {
    const pane = page.locator('.pane', { has: page.locator(`.pane-header[aria-label^="${name}"]`) });
    await pane.waitFor();
    const folded = pane.locator('.pane-header[aria-expanded="false"]');
    if (await folded.count() > 0) await folded.click();
    return pane;
  };
  const rows: Window['rows'] = async (name) => {
    const pane = await view(name);
    await pane.locator('.monaco-list-row').first().waitFor({ timeout: 5000 }).catch(() => undefined);
    const texts = await pane.locator('.monaco-list-row').all().then((found) => Promise.all(found.map((row) => row.locator('.label-name, .label-description').allTextContents())));
    return texts.map((parts) => parts.join(' '));
  };
  const widenSideBar: Window['widenSideBar'] = async (width) => {
    const box = await page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('The side bar is hidden.');
    await page.mouse.move(box.x + box.width, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(width, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
  };
  const screenshot: Window['screenshot'] = async (file) => {
    const { width, height } = page.viewportSize() ?? { width: 2, height: 2 };
    await page.mouse.move(width / 2, height - 1);
    await page.locator('.workbench-hover').waitFor({ state: 'hidden' });
    await page.locator('.monaco-sash.hover').waitFor({ state: 'hidden' });
    await page.screenshot({ path: file });
  };
  return { palette, openFile, view, rows, widenSideBar, screenshot };
}
