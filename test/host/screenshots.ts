// Takes the pictures of the README: `npm run screenshots -- FOLDER [NAME …]`.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commitByDate } from './dated-commits.ts';
import { root } from './root.ts';
import { openWindow, type OpenWindowOptions, type Window } from './window.ts';

/** A picture: its name, how its window looks, and what is done before it is taken. */
interface Picture {
  name: string;
  window: Pick<OpenWindowOptions, 'theme' | 'language' | 'size' | 'scale'>;
  prepare(window: Window, language: 'en' | 'ko'): Promise<void>;
}

const PICTURES: readonly Picture[] = [
  { name: 'views', window: { theme: 'Default Dark Modern' }, prepare: showViews },
  { name: 'problems', window: { theme: 'Default Light Modern' }, prepare: showProblems },
  { name: 'report', window: { theme: 'Default Dark Modern' }, prepare: showReport },
  { name: 'dashboard', window: { theme: 'Default Light Modern', size: { width: 1280, height: 1120 } }, prepare: showDashboard },
  { name: 'agenda', window: { theme: 'Default Dark Modern' }, prepare: showAgenda },
  { name: 'new-document', window: { theme: 'Default Dark Modern' }, prepare: showNewDocument },
  { name: 'views.ko', window: { theme: 'Default Light Modern', language: 'ko' }, prepare: showViews },
  { name: 'problems.ko', window: { theme: 'Default Dark Modern', language: 'ko' }, prepare: showProblems },
  { name: 'report.ko', window: { theme: 'Default Light Modern', language: 'ko' }, prepare: showReport },
  { name: 'dashboard.ko', window: { theme: 'Default Dark Modern', language: 'ko', size: { width: 1280, height: 1120 } }, prepare: showDashboard },
  { name: 'agenda.ko', window: { theme: 'Default Light Modern', language: 'ko' }, prepare: showAgenda },
  { name: 'new-document.ko', window: { theme: 'Default Light Modern', language: 'ko' }, prepare: showNewDocument },
];

/** Without the title bar, which would say that Docket is being developed. */
const QUIET_LOOK = { 'docket.me': 'Oskar Lind, oskar', 'workbench.layoutControl.enabled': false, 'window.menuBarVisibility': 'hidden', 'remote.autoForwardPorts': false };

const [folder = '.', ...names] = process.argv.slice(2);
const into = path.resolve(process.env['INIT_CWD'] ?? '.', folder);
await mkdir(into, { recursive: true });
for (const picture of PICTURES.filter(({ name }) => !names.length || names.includes(name))) await take(picture);

/** Takes one picture on a copy of the sample workspace. */
async function take({ name, window: look, prepare }: Picture): Promise<void> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'docket-picture-'));
  const folder = path.join(temporary, 'sample');
  try {
    await cp(path.join(root, 'media', 'sample'), folder, { recursive: true });
    await commitByDate(folder);
    const window = await openWindow({ folder, settings: QUIET_LOOK, ...look });
    try {
      await prepare(window, look.language ?? 'en');
      const file = path.join(into, `${name}.png`);
      await window.screenshot(file);
      console.log(file);
    } finally {
      await window.close();
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Docket's views, with the record open that has waited longest. */
async function showViews(window: Window): Promise<void> {
  await openDocket(window);
  await window.page.locator('.sidebar .monaco-list-row', { hasText: 'retry budget' }).first().click();
  await window.page.locator('.view-line', { hasText: 'Context and Problem Statement' }).first().waitFor();
  await window.page.locator('.view-line .mtk6, .view-line .mtkb').first().waitFor();
  await window.page.waitForTimeout(2000);
}

/** The problems of the workspace, and what can be done about one of them. */
async function showProblems(window: Window, language: 'en' | 'ko'): Promise<void> {
  const { page } = window;
  await openDocket(window);
  await window.palette(language === 'ko' ? 'Docket: 작업 영역 검사' : 'Docket: Lint Workspace');
  await page.locator('.notification-list-item', { hasText: language === 'ko' ? '경고' : 'warning' }).waitFor({ timeout: 60_000 });
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').first().click();
  await page.keyboard.press('Control+F');
  await page.keyboard.insertText('0001-invoice');
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: '0001-invoice-per-shipment' });
  await row.first().dblclick();
  await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
  await window.palette('Notifications: Clear All Notifications');
  await window.palette('View: Focus Active Editor Group');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
  await page.waitForTimeout(500);
}

/** A postmortem, and the report on it beside it. */
async function showReport(window: Window, language: 'en' | 'ko'): Promise<void> {
  const { page } = window;
  await openDocket(window);
  await window.openFile('2026-10-27-webhook-backlog.md');
  await page.keyboard.press('Control+B');
  await window.palette(language === 'ko' ? 'Docket: 문서 검사' : 'Docket: Lint Document');
  await page.locator('.view-line', { hasText: language === 'ko' ? '준비도' : 'Readiness' }).first().waitFor();
  await window.palette('Notifications: Clear All Notifications');
  await page.waitForTimeout(1500);
}

/** The minutes of the next meeting, and what they look like to the meeting. */
async function showAgenda(window: Window, language: 'en' | 'ko'): Promise<void> {
  const { page } = window;
  await openDocket(window);
  await window.palette(language === 'ko' ? 'Docket: 다음 회의 초안 만들기' : 'Docket: Draft Next Meeting');
  const heading = page.locator('.view-line', { hasText: 'Prior Action Items' }).first();
  await heading.waitFor();
  await page.keyboard.press('Control+B');
  await page.keyboard.press('Control+S');
  await page.waitForTimeout(500);
  await window.palette('Markdown: Open Preview to the Side');
  const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await preview.locator('h2', { hasText: 'Prior Action Items' }).waitFor();
  await preview.locator('h2', { hasText: 'Prior Action Items' }).evaluate((one) => one.scrollIntoView());
  await window.palette('Notifications: Clear All Notifications');
  await page.waitForTimeout(2000);
}

/** What is open, in figures. */
async function showDashboard(window: Window, language: 'en' | 'ko'): Promise<void> {
  const { page } = window;
  await openDocket(window);
  await window.palette(language === 'ko' ? 'Docket: 대시보드 열기' : 'Docket: Open Dashboard');
  await page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('figure#burn-down svg').waitFor();
  await page.keyboard.press('Control+B');
  await page.waitForTimeout(1500);
}

/** A new decision record, its first prompt selected. */
async function showNewDocument(window: Window, language: 'en' | 'ko'): Promise<void> {
  const { page } = window;
  await openDocket(window);
  await window.palette(language === 'ko' ? 'Docket: 새 문서' : 'Docket: New Document');
  const input = page.locator('.quick-input-widget:visible input.input');
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.screenshot({ path: path.join(into, `new-document-types${language === 'ko' ? '.ko' : ''}.png`) });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-list').waitFor({ state: 'hidden' });
  await input.fill(language === 'ko' ? '택배함 도착 알림은 한 번만 보낸다' : 'Tell the customer once when a parcel reaches the locker');
  await page.keyboard.press('Enter');
  await page.locator('.view-line', { hasText: language === 'ko' ? '배경과 문제 정의' : 'Context and Problem Statement' }).first().waitFor();
  await page.waitForTimeout(800);
}

/** Opens Docket's views and waits until each that is unfolded has rows. */
async function openDocket({ page, widenSideBar }: Window): Promise<void> {
  await page.locator('.activitybar .action-label[aria-label^="Docket"]').click();
  for (const pane of await page.locator('.sidebar .pane', { has: page.locator('.pane-header[aria-expanded="true"]') }).all()) await pane.locator('.monaco-list-row').first().waitFor();
  await widenSideBar(560);
}
