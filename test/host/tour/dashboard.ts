import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { eventually } from '../suite/expect.ts';
import { check, Missing, openDocket, settle, type Tour } from './tour.ts';

const FIGURES = ['decision-ages', 'action-owners', 'burn-down', 'records'];

/** The dashboard: its figures, their tables, what a click opens, and what is saved. */
export async function dashboard(tour: Tour): Promise<void> {
  const { page, step, window } = tour;
  const content = (): FrameLocator => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await openDocket(tour, 420);
  await step('dashboard', async () => {
    const start = Date.now();
    await window.palette(tour.command('docket.openDashboard'));
    await content().locator('h1').waitFor({ timeout: 60_000 });
    console.log(`    drawn after ${Date.now() - start} ms`);
    await page.keyboard.press('Control+B');
    await settle(tour, 4000);
  });
  for (const id of FIGURES) {
    const figure = content().locator(`figure#${id}`);
    await step(`dashboard-${id}`, async () => {
      if (!await figure.count()) throw new Missing('there is no such figure here');
      await figure.evaluate((one) => one.scrollIntoView());
      await settle(tour);
    });
    await step(`dashboard-${id}-table`, async () => {
      if (!await figure.locator('summary').count()) throw new Missing('it has no table here');
      await figure.locator('summary').click();
      check(await figure.locator('table tr').count() > 1, 'the table is empty');
      check(await figure.evaluate((one) => one.scrollWidth <= one.clientWidth), 'the table is wider than its figure');
      await figure.locator('details').evaluate((one) => one.scrollIntoView());
      await settle(tour);
    });
  }
  await step('dashboard-node-opened', async () => {
    const node = content().locator('figure#records .node').first();
    if (!await node.count()) throw new Missing('there is no record in the graph');
    await node.click();
    await page.locator('.tab.active', { hasText: '.md' }).waitFor();
    await settle(tour, 1500);
  });
  await window.palette(tour.command('docket.openDashboard'));
  for (const kind of ['svg', 'png']) {
    await step(`dashboard-saved-${kind}`, async () => {
      const button = content().locator(`figure [data-save=${kind}]`).last();
      await content().locator('figure').first().waitFor();
      if (!await button.count()) throw new Missing('there is no figure');
      const figure = await button.evaluate((one) => one.closest('figure')!.id);
      await button.click();
      await page.locator('.quick-input-widget:visible input.input').waitFor();
      await settle(tour, 1000);
      await page.keyboard.press('Enter');
      const bytes = await eventually(`the ${kind}`, () => readFile(path.join(tour.folder, `docket-${figure}.${kind}`)).catch(() => undefined), 20_000);
      check(bytes.length > 200, 'the picture is empty');
      await settle(tour);
    });
  }
}
