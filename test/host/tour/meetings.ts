import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../suite/expect.ts';
import { changed, check, openDocket, restore, settle, type Tour } from './tour.ts';

/** The minutes of the next meeting: drafted, drawn again, and closed. */
export async function meetings(tour: Tour): Promise<void> {
  const { page, step, window } = tour;
  await openDocket(tour, 420);
  let file = '';
  await step('meeting-drafted', async () => {
    await window.palette(tour.command('docket.draftMeeting'));
    await page.locator('.tab.active').waitFor();
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await settle(tour, 2500);
    const { files } = await changed(tour);
    check(files.length === 1, `new: ${JSON.stringify(files)}`);
    file = path.join(tour.folder, files[0]!);
  });
  await step('meeting-preview', async () => {
    await window.palette('Markdown: Open Preview to the Side');
    await page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('h2').first().waitFor();
    await settle(tour, 2500);
    await window.palette('Notifications: Clear All Notifications');
  });
  await window.palette('View: Close All Editors');
  await step('meeting-drawn-again', async () => {
    const text = await readFile(file, 'utf8');
    await writeFile(file, `${text}\nSomebody wrote this.\n`);
    await window.openFile(path.basename(file));
    await window.palette(tour.command('docket.draftMeeting'));
    const said = page.locator('.notification-list-item').first();
    await said.waitFor();
    check((await said.innerText()).includes(tour.text('The agenda is up to date.')) || (await said.innerText()).includes(tour.text('The agenda was drawn again; what people wrote stayed.')), `it says: ${await said.innerText()}`);
    await settle(tour, 1000);
    await changed(tour);
    check((await readFile(file, 'utf8')).includes('Somebody wrote this.'), 'what somebody wrote is gone');
  });
  await window.palette('Notifications: Clear All Notifications');
  await window.palette('View: Close All Editors');
  await step('meeting-closing', async () => {
    const text = await readFile(file, 'utf8');
    await writeFile(file, `${text.replace('- [ ]', '- [x]')}\n- TODO(zoe): Write down what the tour has shown (due: 2027-01-29)\n`);
    await window.openFile(path.basename(file));
    await settle(tour, 1500);
    await window.palette(tour.command('docket.closeMeeting'));
    await page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor();
    await settle(tour, 1500);
    const boxes = await page.locator('.bulk-edit-panel input[type=checkbox]').all();
    for (const box of boxes) check(await box.isChecked(), 'a change is shown unticked');
  });
  await step('meeting-closed', async () => {
    await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).click();
    await settle(tour, 1500);
    await eventually('the action item is there', async () => {
      await changed(tour);
      return /- \[ \].*zoe|zoe.*\[ \]|@zoe/.test(await readFile(file, 'utf8'));
    }, 30_000);
    await settle(tour, 1000);
  });
  await restore(tour);
}
