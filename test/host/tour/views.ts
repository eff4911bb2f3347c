import { say } from '../../../src/core/language.ts';
import { trees } from '../../../src/core/trees/index.ts';
import { eventually } from '../suite/expect.ts';
import { check, choose, firstOf, labelOf, Missing, only, openDocket, pane, pointAway, rows, settle, type Tour, type ViewName } from './tour.ts';

/** Every view with each of its groupings and orders, and its filter. */
export async function views(tour: Tour): Promise<void> {
  const { page, step } = tour;
  await step('container', async () => {
    await openDocket(tour);
    const start = Date.now();
    await rows(tour, 'decisions').or(pane(tour, 'decisions').locator('.welcome-view-content:visible')).first().waitFor({ timeout: 120_000 });
    console.log(`    first rows after ${Date.now() - start} ms`);
    await settle(tour, 2500);
  });
  for (const { id, groups, orders } of trees) {
    const view = id as ViewName;
    await only(tour, view);
    for (const group of groups.filter(({ needsOthers }) => !needsOthers)) await step(`${id}-by-${group.id}`, () => grouped(tour, view, say(group.label, tour.language)));
    await step(`${id}-groupings`, async () => {
      await tour.window.palette(tour.command(`docket.${id}.group`));
      await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await settle(tour);
    });
    await choose(tour, say(groups[0]!.label, tour.language));
    for (const order of orders) await step(`${id}-ordered-by-${order.id}`, () => ordered(tour, view, say(order.label, tour.language)));
    await tour.window.palette(tour.command(`docket.${id}.order`));
    await choose(tour, say(orders[0]!.label, tour.language));
    await filters(tour, view);
  }
  await only(tour, 'actions');
  await step('actions-with-done', async () => {
    await tour.window.palette(tour.command('docket.actions.showDone'));
    await settle(tour, 1500);
    await tour.window.palette(tour.command('docket.actions.order'));
    await page.keyboard.press('Escape');
  });
  await tour.window.palette(tour.command('docket.actions.hideDone'));
}

async function grouped(tour: Tour, view: ViewName, label: string): Promise<void> {
  await tour.window.palette(tour.command(`docket.${view}.group`));
  await choose(tour, label);
  await settle(tour, 1200);
  const top = rows(tour, view, 1);
  if (await pane(tour, view).locator('.welcome-view-content:visible').count()) throw new Missing('nothing is listed');
  await firstOf(top, 'group');
  for (const row of await top.all()) check((await row.getAttribute('aria-expanded')) !== null, `“${await labelOf(row)}” is no group`);
}

async function ordered(tour: Tour, view: ViewName, label: string): Promise<void> {
  await tour.window.palette(tour.command(`docket.${view}.order`));
  await choose(tour, label);
  await settle(tour, 1000);
  await firstOf(rows(tour, view, 2), 'row');
}

async function filters(tour: Tour, view: ViewName): Promise<void> {
  const { page, step } = tour;
  const clear = pane(tour, view).locator(`.pane-header .action-label[aria-label^="${tour.title(`docket.${view}.clearFilter`)}"]`);
  await step(`${view}-filter-choices`, async () => {
    await tour.window.palette(tour.command(`docket.${view}.filter`));
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await settle(tour);
  });
  await page.keyboard.press('Escape');
  let word = '';
  await step(`${view}-filtered`, async () => {
    const row = await firstOf(rows(tour, view, 2), 'row');
    word = (await labelOf(row)).split(/[\s"“”`@()[\]:]+/).toSorted((a, b) => b.length - a.length)[0]!;
    await type(tour, view, word);
    for (const one of await rows(tour, view, 2).all()) check(((await one.getAttribute('aria-label')) ?? '').length > 0, 'a row says nothing');
    await pane(tour, view).locator('.pane-header', { hasText: `“${word}”` }).waitFor();
  });
  if (!word) return;
  await step(`${view}-filter-cleared`, async () => {
    await pane(tour, view).locator('.pane-header').hover();
    await clear.click();
    await pointAway(tour);
    await eventually('the filter is gone', async () => !(await pane(tour, view).locator('.pane-header').innerText()).includes(word), 10_000);
    await settle(tour);
  });
  await step(`${view}-filter-without-match`, async () => {
    await type(tour, view, 'zzqx');
    await pointAway(tour);
    const welcome = pane(tour, view).locator('.welcome-view-content:visible');
    await welcome.waitFor();
    await settle(tour);
  });
  await pane(tour, view).locator('.welcome-view-content .monaco-button').first().click();
  await rows(tour, view).first().waitFor();
  await step(`${view}-mine`, async () => {
    await tour.window.palette(tour.command(`docket.${view}.filter`));
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    if (!await page.locator('.quick-input-list .monaco-list-row', { hasText: tour.text('Mine') }).count()) throw new Missing('the view has no such filter');
    await choose(tour, tour.text('Mine'));
    await settle(tour, 1200);
  });
  await page.keyboard.press('Escape');
  await step(`${view}-overdue`, async () => {
    await tour.window.palette(tour.command(`docket.${view}.filter`));
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    if (!await page.locator('.quick-input-list .monaco-list-row', { hasText: tour.text('Overdue') }).count()) throw new Missing('the view has no such filter');
    await choose(tour, tour.text('Overdue'));
    await settle(tour, 1200);
  });
  await page.keyboard.press('Escape');
  const button = pane(tour, view).locator('.welcome-view-content .monaco-button');
  if (await button.isVisible().catch(() => false)) await button.first().click();
  else {
    await pane(tour, view).locator('.pane-header').hover();
    if (await clear.count()) await clear.click();
  }
  await rows(tour, view).first().waitFor();
  await pointAway(tour);
}

async function type(tour: Tour, view: ViewName, words: string): Promise<void> {
  await tour.window.palette(tour.command(`docket.${view}.filter`));
  await tour.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await tour.page.keyboard.insertText(words);
  await tour.page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first().waitFor();
  await tour.page.keyboard.press('Enter');
  await settle(tour, 1200);
}
