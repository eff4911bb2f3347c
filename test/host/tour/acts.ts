import type { Locator } from 'playwright-core';
import { eventually } from '../suite/expect.ts';
import { changed, check, choose, firstOf, fromTop, labelOf, Missing, only, openDocket, pane, pointAt, pointAway, restore, rows, settle, type Tour, type ViewName } from './tour.ts';

/** All that can be done with a row: read, ticked, given to somebody, dated, copied, dragged. */
export async function acts(tour: Tour): Promise<void> {
  await openDocket(tour);
  await only(tour, 'decisions');
  await onDocuments(tour);
  await only(tour, 'actions');
  await onActions(tour);
  for (const view of ['questions', 'waiting'] as const) {
    await only(tour, view);
    await tour.step(`${view}-tooltip`, async () => hoverOver(tour, await firstOf(rows(tour, view, 2), 'row')));
    await tour.step(`${view}-menu`, async () => menuOf(tour, await firstOf(rows(tour, view, 2), 'row')));
    await tour.page.keyboard.press('Escape');
    await tour.step(`${view}-opened`, async () => openRow(tour, await firstOf(rows(tour, view, 2), 'row')));
    await restore(tour);
  }
  await tour.step('badge', async () => {
    const badge = tour.page.locator('.activitybar .action-item', { has: tour.page.locator('.action-label[aria-label^="Docket"]') }).locator('.badge-content');
    if (await pane(tour, 'waiting').locator('.welcome-view-content:visible').count()) throw new Missing('nothing waits for whoever looks');
    await eventually('a number', async () => Number(await badge.textContent()) > 0, 10_000);
    await pointAt(tour, tour.page.locator('.activitybar .action-label[aria-label^="Docket"]'));
    await settle(tour, 1500);
  });
}

async function onDocuments(tour: Tour): Promise<void> {
  const { page, step } = tour;
  const group = (): Promise<Locator> => firstOf(rows(tour, 'decisions', 1), 'group');
  const document = (): Promise<Locator> => firstOf(rows(tour, 'decisions', 2), 'document');
  await step('decisions-group-tooltip', async () => hoverOver(tour, await group()));
  await step('decisions-tooltip', async () => hoverOver(tour, await document()));
  await step('decisions-inline', async () => { await pointAt(tour, await document()); await settle(tour); });
  await step('decisions-group-menu', async () => menuOf(tour, await group()));
  await page.keyboard.press('Escape');
  await step('decisions-menu', async () => menuOf(tour, await document()));
  await page.keyboard.press('Escape');
  await step('decisions-opened', async () => openRow(tour, await document()));
  await step('status-bar', async () => {
    const status = page.locator('.statusbar-item[id="docket.docket.docket.status"], .statusbar-item[id*="docket.status"]');
    await status.waitFor();
    await pointAt(tour, status);
    await settle(tour, 1200);
  });
  await restore(tour);
  await step('status-choices', async () => {
    await pressInline(tour, await document(), 'docket.setStatus');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await settle(tour);
  });
  await step('status-changed', async () => {
    const before = await labelOf(await document());
    await page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row').first().click();
    await settle(tour, 1500);
    const { removed, added, files } = await changed(tour);
    check(files.length === 1 && added.length > 0 && added.length <= 3, `of “${before}” changed: ${JSON.stringify({ files, removed, added })}`);
  });
  await restore(tour);
  await step('decide-by-choices', async () => {
    await chooseInMenu(tour, await document(), 'docket.setDecideBy');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await settle(tour);
  });
  await step('decide-by-set', async () => {
    await page.keyboard.insertText('2027-01-29');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '2027-01-29' }).first().waitFor();
    await page.keyboard.press('Enter');
    await settle(tour, 1500);
    const { added, files } = await changed(tour);
    if (!files.length && await page.locator('.notification-list-item').count()) throw new Missing(`it is refused: ${await page.locator('.notification-list-item').first().innerText()}`);
    check(files.length === 1 && added.some((line) => line.includes('2027-01-29')), `changed: ${JSON.stringify({ files, added })}`);
  });
  await restore(tour);
  await copies(tour, 'decisions', document);
  await step('opened-beside', async () => {
    await chooseInMenu(tour, await document(), 'docket.openBeside');
    await page.locator('.editor-group-container .tab').first().waitFor();
    await settle(tour, 1500);
  });
  await restore(tour);
  await step('document-dropped', async () => {
    const groups = await fromTop(rows(tour, 'decisions', 1));
    const [from, to] = [groups[0], groups[1]];
    if (!from || !to) throw new Missing('there is one group alone');
    const name = await labelOf(to);
    await drag(tour, await document(), to);
    await settle(tour, 1500);
    const { added, files } = await changed(tour);
    check(files.length === 1 && added.length > 0, `dropped on “${name}”: ${JSON.stringify({ files, added })}`);
  });
  await restore(tour);
}

async function onActions(tour: Tour): Promise<void> {
  const { page, step } = tour;
  const any = (): Promise<Locator> => firstOf(rows(tour, 'actions', 2), 'action');
  const boxed = (): Promise<Locator> => firstOf(rows(tour, 'actions', 2).filter({ has: page.locator('.custom-view-tree-node-item-checkbox') }), 'action with a box');
  await step('actions-tooltip', async () => hoverOver(tour, await any()));
  await step('actions-inline', async () => { await pointAt(tour, await any()); await settle(tour); });
  await step('actions-menu', async () => menuOf(tour, await any()));
  await page.keyboard.press('Escape');
  await step('carried-opened', async () => {
    const carried = await firstOf(rows(tour, 'actions', 2).filter({ hasText: tour.language === 'ko' ? '이월' : 'carried' }), 'carried action');
    await clickOn(tour, carried.locator('.monaco-tl-twistie'));
    await rows(tour, 'actions', 3).first().waitFor();
    await settle(tour);
    await hoverOver(tour, await firstOf(rows(tour, 'actions', 3), 'place'));
  });
  await step('ticked', async () => {
    const row = await boxed();
    const text = await labelOf(row);
    await clickOn(tour, row.locator('.custom-view-tree-node-item-checkbox'));
    await pointAway(tour);
    await settle(tour, 1500);
    const { removed, added, files } = await changed(tour);
    check(added.length >= 1 && added.length === removed.length && added.length <= Math.max(1, files.length), `ticking “${text}” made ${JSON.stringify({ files, removed, added })}`);
  });
  await restore(tour);
  await step('owner-choices', async () => {
    await pressInline(tour, await any(), 'docket.setOwner');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await settle(tour);
  });
  await step('owner-set', async () => {
    await page.keyboard.insertText('zoe');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'zoe' }).first().click();
    await settle(tour, 1500);
    const { added, files } = await changed(tour);
    check(files.length >= 1 && added.every((line) => line.includes('zoe')), `changed: ${JSON.stringify({ files, added })}`);
  });
  await restore(tour);
  await step('due-choices', async () => {
    await pressInline(tour, await any(), 'docket.setDue');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await settle(tour);
  });
  await step('due-typed', async () => {
    await page.keyboard.insertText('+10d');
    await settle(tour, 1000);
  });
  await step('due-set', async () => {
    await page.keyboard.press('Enter');
    await settle(tour, 1500);
    const { added, files } = await changed(tour);
    check(files.length >= 1 && added.every((line) => /\d{4}-\d\d-\d\d/.test(line)), `changed: ${JSON.stringify({ files, added })}`);
  });
  await restore(tour);
  await copies(tour, 'actions', any);
  await step('action-dropped', async () => {
    await tour.window.palette(tour.command('docket.actions.group'));
    await choose(tour, tour.language === 'ko' ? '담당자' : 'Owner');
    await settle(tour, 1200);
    const groups = await fromTop(rows(tour, 'actions', 1));
    const to = groups[1];
    if (!to) throw new Missing('there is one owner alone');
    const name = (await labelOf(to)).replace(/^@/, '');
    await drag(tour, await any(), to);
    await settle(tour, 1500);
    const { added, files } = await changed(tour);
    check(files.length >= 1 && added.every((line) => line.includes(name)), `dropped on “${name}”: ${JSON.stringify({ files, added })}`);
  });
  await restore(tour);
  await tour.window.palette(tour.command('docket.actions.group'));
  await choose(tour, tour.language === 'ko' ? '기한' : 'Due Date');
}

async function copies(tour: Tour, view: ViewName, row: () => Promise<Locator>): Promise<void> {
  const clipboard = (): Promise<string> => tour.page.evaluate('navigator.clipboard.readText()') as Promise<string>;
  for (const [name, id, looks] of [['link', 'docket.copyLink', /^\[.*\]\(.*\)/s], ['markdown', 'docket.copyMarkdown', /^[-*] /]] as const) {
    await tour.step(`${view}-copied-${name}`, async () => {
      await chooseInMenu(tour, await row(), id);
      await settle(tour);
      const text = await clipboard();
      console.log(`    ${text.replaceAll('\n', '\n    ')}`);
      check(looks.test(text), `copied: ${text}`);
    });
  }
}

async function hoverOver(tour: Tour, row: Locator): Promise<void> {
  const label = await labelOf(row);
  await pointAway(tour);
  await pointAt(tour, row.locator('.label-name').first());
  const hover = tour.page.locator('.workbench-hover').last();
  await hover.waitFor();
  await settle(tour, 1200);
  const said = (await hover.innerText()).replace(/\s+/g, ' ');
  check(said.length > label.trim().length, `the tooltip of “${label}” says: ${said}`);
}

async function openRow(tour: Tour, row: Locator): Promise<void> {
  await clickOn(tour, row.locator('.label-name').first());
  await tour.page.locator('.editor-group-container.active .tab.active').waitFor();
  await tour.page.locator('.monaco-editor .view-line').first().waitFor();
  await settle(tour, 1500);
}

async function menuOf(tour: Tour, row: Locator): Promise<void> {
  const { x, y } = await pointAt(tour, row);
  await tour.page.mouse.click(x, y, { button: 'right' });
  await tour.page.locator('.monaco-menu .action-menu-item').first().waitFor();
  await settle(tour, 400);
}

async function chooseInMenu(tour: Tour, row: Locator, command: string): Promise<void> {
  await menuOf(tour, row);
  await tour.page.locator('.monaco-menu .action-menu-item', { hasText: tour.title(command) }).first().click();
}

async function pressInline(tour: Tour, row: Locator, command: string): Promise<void> {
  await pointAt(tour, row);
  await clickOn(tour, row.locator(`.actions .action-label[aria-label^="${tour.title(command)}"]`));
  await pointAway(tour);
}

async function clickOn(tour: Tour, target: Locator): Promise<void> {
  const { x, y } = await pointAt(tour, target);
  await tour.page.mouse.click(x, y);
}

async function drag(tour: Tour, from: Locator, to: Locator): Promise<void> {
  const start = await pointAt(tour, from);
  await tour.page.mouse.down();
  await tour.page.mouse.move(start.x + 12, start.y + 3, { steps: 4 });
  await settle(tour, 300);
  const { x, y } = await pointAt(tour, to);
  await tour.page.mouse.move(x + 4, y, { steps: 8 });
  await settle(tour, 600);
  await tour.page.mouse.up();
  await pointAway(tour);
}
