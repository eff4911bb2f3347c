// Tests what no test inside the editor can see, what a window draws and what is left of `npm start`: `node --import tsx test/host/outside.ts [--newest]`.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { root } from './root.ts';
import { equal, eventually } from './suite/expect.ts';
import { runTests } from './suite/run.ts';
import { openWindow, type Window } from './window.ts';

/** Milliseconds that a test may take, and anything in it: a busy machine draws late. */
const PATIENCE = 120_000;

const RECORD = `---
status: proposed
date: 2026-11-01
decision-makers: Ann
---
# Weigh the parcels twice

## Context and Problem Statement

The scale of hub 3 drifts.

- [ ] @ann Calibrate the scale (due: 2026-01-05)
`;

// What a draft lacks is a hint, which the panel does not list.
// Of one of the first files, for rows below the edge are not drawn.
const OVERDUE = '"Replay the traffic of 27 October';

const temporary = await mkdtemp(path.join(tmpdir(), 'docket-outside-'));
const folder = path.join(temporary, 'sample');
try {
  await cp(path.join(root, 'media', 'sample'), folder, { recursive: true });
  await runTests(() => {
    describe('The window', testWindow);
    describe('npm start', testStart);
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

function testWindow(this: Mocha.Suite): void {
  this.timeout(PATIENCE);
  let window: Window;
  const row = (view: string, text: string): Locator =>
    window.page.locator('.sidebar .pane', { has: window.page.locator(`.pane-header[aria-label^="${view}"]`) }).locator('.monaco-list-row', { hasText: text });
  const problem = (text: string): Locator => window.page.locator('.markers-panel .monaco-list-row', { hasText: text });

  before(async () => {
    // High enough that no row of the sample is below the edge: rows that cannot be seen are not drawn.
    window = await openWindow({ folder, size: { width: 1280, height: 1800 }, release: process.argv.includes('--newest') ? 'newest' : 'default' });
    window.page.setDefaultTimeout(PATIENCE / 2);
    await window.page.locator('.activitybar .action-label[aria-label^="Docket"]').click();
  });
  after(() => window?.close());

  it('shows the rows of the sample workspace in both views', async () => {
    await row('Decisions', 'Give every carrier a retry budget').waitFor();
    await row('Action Items', 'retry budget').first().waitFor();
  });

  const file = path.join(folder, 'docs', 'decisions', '0091-weigh-the-parcels-twice.md');

  it('shows a file that another program writes, in both views', async () => {
    await writeFile(file, RECORD);
    await row('Decisions', 'Weigh the parcels twice').waitFor();
    await row('Action Items', 'Calibrate the scale').waitFor();
  });

  it('shows what becomes of the file when it is changed and deleted', async () => {
    await writeFile(file, RECORD.replace('Weigh the parcels twice', 'Weigh every parcel').replace('- [ ]', '- [x]'));
    await row('Decisions', 'Weigh every parcel').waitFor();
    await row('Action Items', 'Calibrate the scale').waitFor({ state: 'hidden' });
    await rm(file);
    await row('Decisions', 'Weigh every parcel').waitFor({ state: 'hidden' });
  });

  it('has every problem in the Problems panel after Lint Workspace', async () => {
    await window.palette('Docket: Lint Workspace');
    await window.palette('Problems: Focus on Problems View');
    for (const text of [OVERDUE, 'is also that of "0006-배송', 'needs quotes']) await problem(text).waitFor();
  });

  it('marks an action as done by its quick fix, and the problem goes', async () => {
    const { page } = window;
    await problem(OVERDUE).dblclick();
    await page.locator('.monaco-editor').locator('.squiggly-info, .squiggly-warning').first().waitFor();
    await window.palette('View: Focus Active Editor Group');
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: /^Mark/ });
    // Right after the squiggle has been drawn there may be no fix yet.
    await eventually('the quick fix', async () => {
      await page.keyboard.press('Control+.');
      return fix.waitFor({ timeout: 5000 }).then(() => true, () => page.keyboard.press('Escape').then(() => false));
    }, PATIENCE / 2);
    await page.keyboard.press('Enter');
    await problem(OVERDUE).waitFor({ state: 'hidden' });
  });
}

function testStart(this: Mocha.Suite): void {
  this.timeout(PATIENCE);

  it('leaves nothing behind when it is interrupted while the editor is starting', async function () {
    if (process.platform !== 'linux') this.skip();
    const mark = randomUUID();
    const start = spawn(process.execPath, [path.join(root, 'test', 'start.mjs'), '--browser', folder], { env: { ...process.env, DOCKET_START: mark }, stdio: 'ignore' });
    const ended = once(start, 'exit');
    const others = async (): Promise<string[]> => (await marked(mark)).filter((pid) => pid !== String(start.pid));
    await eventually('the editor’s process', async () => (await commandsOf(await others())).some((command) => command.includes('server-main.js')), PATIENCE / 2);
    start.kill('SIGINT');
    const [code] = await ended;
    equal(code, 0);
    await eventually('the end of all that was started', async () => (await others()).length === 0);
  });
}

/** The processes whose environment holds a mark. */
async function marked(mark: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const environments = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')));
  return pids.filter((_, index) => environments[index]!.includes(mark));
}

function commandsOf(pids: readonly string[]): Promise<string[]> {
  return Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
}
