// Takes the pictures of the README: `npm run screenshots -- FOLDER`.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './root.ts';
import { openWindow, type OpenWindowOptions, type Window } from './window.ts';

/** A picture: its name, how its window looks, and what is done before it is taken. */
interface Picture {
  name: string;
  window: Pick<OpenWindowOptions, 'theme' | 'language' | 'size' | 'scale'>;
  prepare(window: Window): Promise<void>;
}

const PICTURES: readonly Picture[] = [
  { name: 'docket', window: { theme: 'Default Dark Modern', scale: 2 }, prepare: openDocket },
  { name: 'docket.ko', window: { theme: 'Default Light Modern', language: 'ko', scale: 2 }, prepare: openDocket },
];

/** Without the title bar, which would say that Docket is being developed. */
const QUIET_LOOK = { 'workbench.layoutControl.enabled': false, 'window.menuBarVisibility': 'hidden', 'remote.autoForwardPorts': false };

const into = path.resolve(process.env['INIT_CWD'] ?? '.', process.argv[2] ?? '.');
await mkdir(into, { recursive: true });
for (const picture of PICTURES) await take(picture);

/** Takes one picture on a copy of the sample workspace. */
async function take({ name, window: look, prepare }: Picture): Promise<void> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'docket-picture-'));
  const folder = path.join(temporary, 'sample');
  try {
    await cp(path.join(root, 'media', 'sample'), folder, { recursive: true });
    const window = await openWindow({ folder, settings: QUIET_LOOK, ...look });
    try {
      await prepare(window);
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

/** Opens Docket's views and waits until each has rows. */
async function openDocket({ page, widenSideBar }: Window): Promise<void> {
  await page.locator('.activitybar .action-label[aria-label^="Docket"]').click();
  for (const pane of await page.locator('.sidebar .pane').all()) await pane.locator('.monaco-list-row').first().waitFor();
  await widenSideBar(560);
}
