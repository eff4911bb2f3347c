import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { trees } from '../../../src/core/trees/index.ts';
import { say, type Language } from '../../../src/core/language.ts';
import { root } from '../root.ts';
import { eventually } from '../suite/expect.ts';
import type { Window } from '../window.ts';

/** The id of a view, which is that of its tree. */
export type ViewName = 'decisions' | 'actions' | 'questions' | 'waiting';

/** What a step needs that the folder does not have, such as an action item with a box. */
export class Missing extends Error {}

/** A way through a window, step by step, each with its picture. */
export interface Tour {
  window: Window;
  page: Page;
  folder: string;
  language: Language;
  /** A command as the palette lists it, category included. */
  command(id: string): string;
  /** The title of a command, as a button or a menu has it. */
  title(id: string): string;
  /** A text of the editor's part, by its English form. */
  text(english: string): string;
  /** Does one thing, takes its picture, and keeps count of what did not go as it should. */
  step(name: string, run: () => Promise<void>): Promise<void>;
}

/** A part of the tour, in a window of its own. */
export type Part = (tour: Tour) => Promise<void>;

/** Where the pictures go and what was seen on the way. */
export interface Log {
  picture(step: string): string;
  failed: string[];
  missing: string[];
}

/** A tour of an open window. */
export function tourOf(window: Window, folder: string, language: Language, log: Log): Tour {
  const texts = textsIn(language);
  const title = (id: string): string => texts.nls(texts.commands.get(id)?.title ?? id);
  return {
    window, page: window.page, folder, language, title,
    command: (id) => `${texts.nls(texts.commands.get(id)?.category ?? '')}: ${title(id)}`,
    text: texts.bundle,
    async step(name, run) {
      const start = Date.now();
      try {
        await run();
        await window.page.screenshot({ path: log.picture(name) });
        console.log(`  ✓ ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
      } catch (error) {
        const why = (error instanceof Error ? error.message : String(error)).split('\nCall log')[0]!;
        if (error instanceof Missing) {
          log.missing.push(name);
          console.log(`  – ${name}: ${why}`);
        } else {
          log.failed.push(name);
          console.log(`  ✗ ${name}: ${why}`);
          await window.page.screenshot({ path: log.picture(`${name}-FAILED`) });
        }
        for (let times = 0; times < 2; times++) await window.page.keyboard.press('Escape');
      }
    },
  };
}

interface Texts {
  readonly commands: ReadonlyMap<string, { readonly title: string; readonly category: string }>;
  nls(text: string): string;
  bundle(english: string): string;
}

function textsIn(language: Language): Texts {
  const json = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  const { contributes } = json('package.json') as { contributes: { commands: { command: string; title: string; category: string }[] } };
  const nls = { ...(json('package.nls.json') as Record<string, string>), ...(language === 'ko' ? (json('package.nls.ko.json') as Record<string, string>) : {}) };
  const bundle = language === 'ko' ? (json('media/l10n/bundle.l10n.ko.json') as Record<string, string>) : {};
  return {
    commands: new Map(contributes.commands.map((one) => [one.command, one])),
    nls: (text) => text.replace(/^%(.*)%$/, (_, key: string) => nls[key] ?? key),
    bundle: (english) => bundle[english] ?? english,
  };
}

/** The name in a view's header. */
export function viewName(view: ViewName, language: Language): string {
  return say(trees.find(({ id }) => id === view)!.title, language);
}

/** A view of the container, folded or not. */
export function pane({ page, language }: Tour, view: ViewName): Locator {
  return page.locator('.sidebar .pane', { has: page.locator(`.pane-header[aria-label^="${viewName(view, language)}"]`) });
}

/** The rows of a view that are drawn: those of one level, counted from 1, or all. */
export function rows(tour: Tour, view: ViewName, level?: number): Locator {
  return pane(tour, view).locator(level === undefined ? '.monaco-list-row' : `.monaco-list-row[aria-level="${level}"]`);
}

/** The label of a row. */
export const labelOf = async (row: Locator): Promise<string> => (await row.locator('.label-name').first().textContent()) ?? '';

/** The uppermost of these that is drawn; a step ends where there is none. */
export async function firstOf(found: Locator, what: string): Promise<Locator> {
  await found.first().waitFor({ timeout: 8000 }).catch(() => { throw new Missing(`there is no ${what}`); });
  const [first] = await fromTop(found);
  return first!;
}

/** Rows from the top: a list keeps them in no order. */
export async function fromTop(found: Locator): Promise<Locator[]> {
  const placed = await found.evaluateAll((rows) => rows.map((row) => ({ id: row.id, top: row.getBoundingClientRect().top })));
  return placed.toSorted((one, other) => one.top - other.top).map(({ id }) => found.and(found.page().locator(`[id="${id}"]`)));
}

/** Moves the mouse onto a row, or to a part of it; what Playwright would do first may scroll the window itself. */
export async function pointAt({ page }: Tour, target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('It is not drawn.');
  const at = { x: box.x + Math.min(box.width / 2, 160), y: box.y + box.height / 2 };
  await page.mouse.move(at.x, at.y, { steps: 3 });
  return at;
}

/** Moves the mouse where it shows nothing. */
export async function pointAway({ page }: Tour): Promise<void> {
  await page.mouse.move(900, 560);
  await page.locator('.workbench-hover').waitFor({ state: 'hidden' }).catch(() => undefined);
}

/** Opens Docket's container. */
export async function openDocket(tour: Tour, width = 520): Promise<void> {
  const { page, window } = tour;
  await page.locator('.activitybar .action-label[aria-label^="Docket"]').click();
  await page.locator('.sidebar .pane-header').first().waitFor();
  await window.widenSideBar(width);
  await pointAway(tour);
}

/** Unfolds one view and folds the others, so that as many of its rows as can be are drawn. */
export async function only(tour: Tour, view: ViewName): Promise<void> {
  const show = async (one: ViewName, isOpen: boolean): Promise<void> => {
    const header = pane(tour, one).locator('.pane-header');
    if ((await header.getAttribute('aria-expanded') === 'true') !== isOpen) await header.click({ position: { x: 40, y: 10 } });
  };
  await show(view, true);
  for (const other of ['decisions', 'actions', 'questions', 'waiting'] as const) if (other !== view) await show(other, false);
  await pointAway(tour);
  await pane(tour, view).locator('.monaco-list-row, .welcome-view-content:visible').first().waitFor({ timeout: 60_000 });
}

/** Chooses in the list that is open, by the whole label. */
export async function choose({ page }: Tour, label: string): Promise<void> {
  const row = page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row', { has: page.locator('.label-name', { hasText: new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`) }) });
  await row.first().click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Lets the views be drawn. */
export const settle = ({ page }: Tour, milliseconds = 700): Promise<void> => page.waitForTimeout(milliseconds);

/** The lines that differ between what is on disk and what was committed, once all is saved. */
export async function changed(tour: Tour): Promise<{ removed: string[]; added: string[]; files: string[] }> {
  await eventually('all is saved', async () => {
    await tour.window.palette('File: Save All');
    await settle(tour);
    return (await tour.page.locator('.tab.dirty').count()) === 0;
  }, 20_000);
  const git = (...args: string[]): string => execFileSync('git', ['-c', 'core.quotePath=false', ...args], { cwd: tour.folder, encoding: 'utf8' });
  git('add', '--all', '--intent-to-add');
  const lines = git('diff', '-U0').split('\n');
  const starting = (sign: string): string[] => lines.filter((line) => line.startsWith(sign) && !line.startsWith(sign.repeat(3))).map((line) => line.slice(1));
  return { removed: starting('-'), added: starting('+'), files: git('diff', '--name-only').split('\n').filter(Boolean) };
}

/** Brings the folder back to what was committed, and closes the editors. */
export async function restore(tour: Tour): Promise<void> {
  execFileSync('git', ['reset', '--hard', '--quiet'], { cwd: tour.folder });
  execFileSync('git', ['clean', '-fdq'], { cwd: tour.folder });
  await tour.window.palette('View: Close All Editors');
  await tour.window.palette('Notifications: Clear All Notifications');
  await settle(tour, 1500);
}

/** Fails with a reason unless something holds. */
export function check(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
