// Tests what no test inside the editor can see, what a window draws and what is left of `npm start`: `node --import tsx test/host/outside.ts [--newest]`.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
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
    describe('The dashboard', testDashboard);
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
    window = await openWindow({ folder, size: { width: 1280, height: 1800 }, settings: { 'docket.me': 'Oskar Lind' }, release: process.argv.includes('--newest') ? 'newest' : 'default' });
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

  it('has the number of what waits for whoever looks on its icon', async () => {
    await row('Waiting for Me', 'Give every carrier a retry budget').waitFor();
    const badge = window.page.locator('.activitybar .action-item', { has: window.page.locator('.action-label[aria-label^="Docket"]') }).locator('.badge-content');
    await eventually('a number', async () => Number(await badge.textContent()) > 2);
  });

  const action = (text: string): Locator => row('Action Items', text).first();
  const docketText = (name: string): Promise<string> => readFile(path.join(folder, ...name.split('/')), 'utf8');

  it('ticks an action by its box in the document’s text, and the row goes', async () => {
    const text = 'Ask Hanmaru for a price';
    await action(text).locator('.custom-view-tree-node-item-checkbox').click();
    await row('Action Items', text).waitFor({ state: 'hidden' });
    await window.openFile('0005-send-text-messages-through-one-provider.md');
    await window.page.locator('.tab.active.dirty').waitFor();
    await window.page.keyboard.press('Control+z');
    await row('Action Items', text).waitFor();
  });

  it('opens and ticks with the keyboard alone, and undoes it', async () => {
    const text = 'Ask Hanmaru for a price';
    await action(text).click();
    await window.page.keyboard.press('Space');
    await row('Action Items', text).waitFor({ state: 'hidden' });
    await window.palette('View: Focus Active Editor Group');
    await window.page.keyboard.press('Control+z');
    await row('Action Items', text).waitFor();
  });

  it('gives an action to whom it is dropped on', async () => {
    await window.palette('Docket: Action Items: Group By');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Owner' }).click();
    await row('Action Items', 'Due in 7 Days').waitFor({ state: 'hidden' });
    await action('Decide on a retry budget per carrier').dragTo(row('Action Items', '@hana').first());
    await eventually('the owner in the document', async () => {
      await window.openFile('2026-10-27-webhook-backlog.md');
      await window.page.keyboard.press('Control+s');
      return /a retry budget per carrier\][^\n]*@hana/.test(await docketText('docs/postmortems/2026-10-27-webhook-backlog.md'));
    });
  });

  it('shows only what fits the filter, says so, and clears it', async () => {
    await window.palette('Docket: Action Items: Filter');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Overdue' }).waitFor();
    await window.page.keyboard.insertText('hanmaru');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Rows with' }).waitFor();
    await window.page.keyboard.press('Enter');
    await row('Action Items', 'Decide on a retry budget').first().waitFor({ state: 'hidden' });
    await window.page.locator('.pane-header', { hasText: '“hanmaru”' }).waitFor();
    await window.palette('Docket: Action Items: Clear Filter');
    await row('Action Items', 'Decide on a retry budget').first().waitFor();
  });

  it('shows what looks like a command or a tag as text, in the row and where somebody points at it', async () => {
    const hostile = path.join(folder, 'docs', 'decisions', '0092-hostile.md');
    await writeFile(hostile, RECORD.replace('Weigh the parcels twice', 'Weigh ](command:workbench.action.quit) it').replace('Calibrate the scale', 'Say \\<img src=x onerror="document.title=1"\\> \\[x\\](command:workbench.action.closeWindow) often'));
    const found = action('Say <img');
    await found.hover();
    const hover = window.page.locator('.workbench-hover', { hasText: 'Say <img' });
    await hover.waitFor();
    equal(await hover.locator('img, a').count(), 0);
    equal(await found.locator('img, a[href]').count(), 0);
    await rm(hostile);
    await found.waitFor({ state: 'hidden' });
  });

  it('shows the status of the document in the status bar, and changes it by a click there', async () => {
    await window.openFile('0006-give-every-carrier-a-retry-budget.md');
    const status = window.page.locator('.statusbar-item', { hasText: 'Proposed' });
    await status.click();
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Accepted' }).click();
    await window.page.locator('.statusbar-item', { hasText: 'Accepted' }).waitFor();
    await window.palette('View: Focus Active Editor Group');
    await window.page.keyboard.press('Control+z');
    await status.waitFor();
  });

  it('says that the minutes of the next meeting are up to date when nothing has changed since they were drafted', async () => {
    const { page } = window;
    const meetings = path.join(folder, 'docs', 'meetings');
    const before = await readdir(meetings);
    await window.palette('Docket: Draft Next Meeting');
    await page.locator('.tab.active', { hasText: 'production-meeting.md' }).waitFor();
    await window.palette('Docket: Draft Next Meeting');
    await page.locator('.statusbar-item .codicon-bell-dot').waitFor();
    await window.palette('Notifications: Show Notifications');
    await page.locator('.notification-list-item', { hasText: 'The agenda is up to date.' }).waitFor();
    await window.palette('Notifications: Clear All Notifications');
    for (const name of await readdir(meetings)) if (!before.includes(name)) await rm(path.join(meetings, name));
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

function testDashboard(this: Mocha.Suite): void {
  this.timeout(PATIENCE);
  let window: Window;
  const refused: string[] = [];
  const page = (): FrameLocator => window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const active = (text: string): Locator => window.page.locator('.editor-group-container.active .tab.active', { hasText: text });
  const record = path.join(folder, 'docs', 'decisions', '0092-weigh-the-parcels-again.md');

  before(async () => {
    window = await openWindow({ folder, release: process.argv.includes('--newest') ? 'newest' : 'default' });
    window.page.setDefaultTimeout(PATIENCE / 2);
    window.page.on('console', (message) => { if (/Content Security Policy/.test(message.text()) && /dashboard|webview/.test(message.location().url)) refused.push(message.text()); });
    await window.openFile('0001-carrier-webhooks.md');
    await window.palette('Docket: Open Dashboard');
    await page().locator('h1', { hasText: 'What is open in sample' }).waitFor();
  });
  after(async () => {
    await window?.close();
    await rm(record, { force: true });
  });

  it('shows its numbers and figures, each with a table that opens', async () => {
    for (const id of ['decision-ages', 'action-owners', 'records']) {
      const figure = page().locator(`figure#${id}`);
      await figure.locator('svg').waitFor();
      await figure.locator('summary').click();
      await figure.locator('table').waitFor();
    }
  });

  it('is drawn again when a document changes, and keeps focus, place and open tables', async () => {
    const link = page().locator('.list a', { hasText: 'Give every carrier a retry budget' }).first();
    await link.focus();
    await page().locator('section').last().evaluate((section) => section.scrollIntoView());
    const top = (): Promise<number> => page().locator('html').evaluate((html) => html.scrollTop);
    const before = await top();
    await writeFile(record, RECORD.replaceAll('twice', 'again'));
    await page().locator('.list a', { hasText: 'Weigh the parcels again' }).waitFor();
    equal(await page().locator('.list a:focus').textContent(), await link.textContent());
    equal(await page().locator('figure#records details').getAttribute('open'), '');
    equal(Math.abs((await top()) - before) < 300 && before > 0, true, `It was at ${before} and is at ${await top()}.`);
  });

  it('is walked through with the arrow keys, and opens a record with Enter', async () => {
    await page().locator('.node', { hasText: 'Poll carriers' }).focus();
    await window.page.keyboard.press('ArrowRight');
    await page().locator('.node:focus', { hasText: 'Receive scans' }).waitFor();
    await window.page.keyboard.press('Enter');
    await active('0003-receive-scans-through-carrier-webhooks.md').waitFor();
  });

  it('opens an action at its line', async () => {
    await window.palette('Docket: Open Dashboard');
    await page().locator('.list a', { hasText: 'Decide on a retry budget per carrier' }).click();
    await active('2026-10-27-webhook-backlog.md').waitFor();
    await window.page.locator('.editor-status-selection', { hasText: 'Ln 81' }).or(window.page.locator('.statusbar-item', { hasText: 'Ln 81' })).first().waitFor();
  });

  it('saves a figure as SVG and as PNG', async () => {
    await window.palette('Docket: Open Dashboard');
    for (const kind of ['svg', 'png']) {
      const file = path.join(folder, `docket-records.${kind}`);
      await page().locator(`figure#records [data-save=${kind}]`).click();
      await window.page.locator('.quick-input-widget:visible input.input').waitFor();
      await window.page.keyboard.press('Enter');
      const bytes = await eventually(`the ${kind}`, async () => {
        const read = await readFile(file).catch(() => undefined);
        return read?.length ? read : undefined;
      }, PATIENCE / 2);
      equal(kind === 'png' ? bytes.subarray(1, 4).toString() : bytes.subarray(0, 4).toString(), kind === 'png' ? 'PNG' : '<svg');
      if (kind === 'svg') equal(/var\(|data-at|class=/.test(bytes.toString()), false, 'The picture stands alone.');
      await rm(file);
    }
  });

  it('was refused nothing by its policy', () => equal(refused, []));
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
