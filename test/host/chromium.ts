import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { exitCodeOf, runCommand } from './command.ts';
import { root } from './root.ts';
import { step } from './progress.mjs';

/** The executable of a Chromium: the one of DOCKET_CHROMIUM, one that is installed, or one installed now. */
export async function ensureChromium(): Promise<string> {
  const own = process.env['DOCKET_CHROMIUM'];
  if (own && !existsSync(own)) throw new Error(`DOCKET_CHROMIUM is ${own}, and there is no such file.`);
  const found = findChromium();
  if (found) return found;
  await installChromium();
  const installed = findChromium();
  if (!installed) throw new Error('Chromium was installed and cannot be found; set DOCKET_CHROMIUM to its executable.');
  return installed;
}

/** Starts a headless Chromium; signals are left to who starts it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureChromium(), ...QUIETLY });
}

/** Starts a headless Chromium that keeps in the folder `profile` what a page stores, as one does that somebody opens again. */
export async function launchChromiumWith(profile: string, options: { readonly viewport: { readonly width: number; readonly height: number }; readonly locale: string }): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, { executablePath: await ensureChromium(), ...QUIETLY, ...options });
}

const QUIETLY = { args: ['--disable-gpu'], handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

/** Makes sure that Korean text can be drawn, where that takes no more than a Debian package. */
export async function ensureKoreanFont(): Promise<void> {
  if (!isDebianRoot()) return;
  let fonts = '';
  await exitCodeOf('fc-list', [':lang=ko'], { onOutput: (text) => { fonts += text; } }).catch(() => 1);
  if (!fonts.trim()) await step('Installing a font with Korean (apt-get install fonts-noto-cjk)', () => aptInstall('fonts-noto-cjk'));
}

function findChromium(): string | undefined {
  return [process.env['DOCKET_CHROMIUM'], ...NAMES.map(onPath), ...PLACES, chromium.executablePath()].find((file) => file && existsSync(file));
}

async function installChromium(): Promise<void> {
  if (isDebianRoot()) {
    await step('No Chromium found: installing one (apt-get install chromium fonts-noto-cjk)', () => aptInstall('chromium', 'fonts-noto-cjk'));
  } else {
    const cli = path.join(root, 'node_modules', 'playwright-core', 'cli.js');
    await step('No Chromium found: installing one (npx playwright-core install chromium)', () => runCommand(process.execPath, [cli, 'install', 'chromium']));
  }
}

async function aptInstall(...packages: string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'update'], { env });
  await runCommand('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', ...packages], { env });
}

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** The file that a command name means on PATH. */
export function onPath(name: string): string | undefined {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))).find((file) => existsSync(file));
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env['PROGRAMFILES'] ?? ''}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env['PROGRAMFILES(X86)'] ?? ''}\\Microsoft\\Edge\\Application\\msedge.exe`,
];
