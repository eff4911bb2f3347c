// Drives Docket through a window on copies of a folder, with a picture of each step: `npm run tour -- FOLDER [--repo PATH] [--theme NAME] [--language en|ko] [--part NAME]…`.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { execFileSync } from 'node:child_process';
import type { Language } from '../../src/core/language.ts';
import { commitByDate } from './dated-commits.ts';
import { root } from './root.ts';
import { acts } from './tour/acts.ts';
import { dashboard } from './tour/dashboard.ts';
import { emptiness } from './tour/emptiness.ts';
import { meetings } from './tour/meetings.ts';
import { tourOf, type Log, type Part } from './tour/tour.ts';
import { views } from './tour/views.ts';
import { openWindow, type OpenWindowOptions, type Theme } from './window.ts';

/** What a part of the tour does, and on which folder. */
interface Stop {
  part: Part;
  /** `copy` is one of the repository; the others have nothing to list. */
  on: 'copy' | 'no-folder' | 'no-documents' | 'nothing-open';
  window?: Pick<OpenWindowOptions, 'isRestricted' | 'size'>;
}

const STOPS: Readonly<Record<string, Stop>> = {
  views: { part: views, on: 'copy' },
  acts: { part: acts, on: 'copy' },
  meetings: { part: meetings, on: 'copy' },
  dashboard: { part: dashboard, on: 'copy' },
  restricted: { part: views, on: 'copy', window: { isRestricted: true } },
  'no-folder': { part: emptiness, on: 'no-folder' },
  'no-documents': { part: emptiness, on: 'no-documents' },
  'nothing-open': { part: emptiness, on: 'nothing-open' },
};

const THEMES: Readonly<Record<string, Theme>> = { dark: 'Default Dark Modern', light: 'Default Light Modern', 'high-contrast': 'Default High Contrast', 'high-contrast-light': 'Default High Contrast Light' };

const DECIDED = '---\nstatus: accepted\ndate: 2026-02-03\n---\n\n# Keep the records here\n\n## Context and Problem Statement\n\nThey were in many places.\n\n## Decision Outcome\n\nThey are in one.\n';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    repo: { type: 'string' }, theme: { type: 'string', default: 'dark' }, language: { type: 'string', default: 'en' }, me: { type: 'string', default: 'Oskar Lind, oskar' },
    part: { type: 'string', multiple: true }, host: { type: 'string', default: 'node' }, newest: { type: 'boolean', default: false },
  },
});
const from = process.env['INIT_CWD'] ?? '.';
const into = path.resolve(from, positionals[0] ?? '.');
const repo = values.repo === undefined ? path.join(root, 'media', 'sample') : path.resolve(from, values.repo);
const theme = THEMES[values.theme];
if (!theme) throw new Error(`--theme is one of ${Object.keys(THEMES).join(', ')}.`);
const language: Language = values.language === 'ko' ? 'ko' : 'en';
await mkdir(into, { recursive: true });

const failed: string[] = [];
for (const [name, stop] of Object.entries(STOPS)) if (values.part?.includes(name) ?? name !== 'restricted') failed.push(...(await visit(name, stop)));
console.log(failed.length ? `Not as it should be: ${failed.join(', ')}` : 'All went as it should.');
process.exitCode = failed.length ? 1 : 0;

/** Goes through one part in a window of its own; returns the names of the steps that failed. */
async function visit(name: string, { part, on, window: look }: Stop): Promise<string[]> {
  const title = [path.basename(repo), language, values.theme, ...(values.host === 'web' ? ['web'] : [])].join('.');
  console.log(`${title} ${name}`);
  const temporary = await mkdtemp(path.join(tmpdir(), 'docket-tour-'));
  const folder = path.join(temporary, path.basename(repo));
  const log: Log = { picture: (step) => path.join(into, `${title}.${name}.${step}.png`), failed: [], missing: [] };
  try {
    await fill(folder, on);
    const window = await openWindow({
      ...(on === 'no-folder' ? {} : { folder }), theme: theme!, language, host: values.host === 'web' ? 'web' : 'node', release: values.newest ? 'newest' : 'default',
      settings: { 'docket.me': on === 'nothing-open' ? '' : values.me, 'workbench.layoutControl.enabled': false, 'window.menuBarVisibility': 'hidden', 'remote.autoForwardPorts': false }, ...look,
    });
    try {
      await part(tourOf(window, folder, language, log));
    } catch (error) {
      await window.page.screenshot({ path: log.picture('BROKEN') });
      log.failed.push(name);
      console.log(`  ✗ ${name}: ${error instanceof Error ? error.message : error}`);
    } finally {
      await window.close();
    }
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return log.failed;
}

async function fill(folder: string, on: Stop['on']): Promise<void> {
  if (on === 'copy') {
    await cp(repo, folder, { recursive: true });
    execFileSync('chmod', ['-R', 'u+w', folder]);
    await commitByDate(folder);
    // What is no document too, for what is not committed is swept away between the steps.
    execFileSync('sh', ['-c', 'git add --all && { git diff --cached --quiet || git -c user.name=A -c user.email=a@example.org commit --quiet -m "Add the rest"; }'], { cwd: folder });
    return;
  }
  await mkdir(folder, { recursive: true });
  if (on === 'nothing-open') {
    await mkdir(path.join(folder, 'docs', 'decisions'), { recursive: true });
    await writeFile(path.join(folder, 'docs', 'decisions', '0001-keep-the-records-here.md'), DECIDED);
  }
}
