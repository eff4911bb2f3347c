import { eventually } from '../suite/expect.ts';
import { pane, pointAway, settle, type Tour } from './tour.ts';

/** What the views say in place of rows, in a window that has none. */
export async function emptiness(tour: Tour): Promise<void> {
  await tour.step('empty', async () => {
    await tour.page.locator('.activitybar .action-label[aria-label^="Docket"]').click();
    await tour.page.locator('.sidebar .pane-header').first().waitFor();
    await tour.window.widenSideBar(420);
    for (const view of ['decisions', 'actions', 'waiting'] as const) await pane(tour, view).locator('.welcome-view-content:visible, .monaco-list-row').first().waitFor({ timeout: 30_000 });
    await eventually('nothing is under way any more', async () => (await tour.page.locator('.sidebar .monaco-progress-container.active').count()) === 0, 60_000);
    await pointAway(tour);
    await settle(tour, 1000);
  });
  await tour.step('empty-narrow', async () => {
    await tour.window.widenSideBar(260);
    await pointAway(tour);
    await settle(tour);
  });
}
