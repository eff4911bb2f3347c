import path from 'node:path';
import { bundles as list, loadedGoal } from '../bundles/bundles.ts';
import { bytesLoaded } from '../bundles/loaded.ts';
import { bytesOf } from '../bundles/production.ts';
import type { Figure } from '../figure.ts';
import type { Subject } from '../subject.ts';

/** How large the bundles of a release are, and how much of the command line a short command loads. */
export const bundles: Subject = {
  id: 'bundles',
  async measure({ work, release, sets: { single } }) {
    const sizes = await Promise.all(list.map(async ({ name, files, goal }): Promise<Figure> => ({ name: `bundle: ${name}`, unit: 'kB', values: [(await bytesOf(release, files)) / 1000], goal: goal / 1000 })));
    const loaded = await bytesLoaded(path.join(release, 'cli.js'), single, path.join(work, 'coverage'));
    return { probes: [], figures: () => [...sizes, { name: 'bundle: command line, what is loaded to check one file', unit: 'kB', values: [loaded / 1000], goal: loadedGoal / 1000 }] };
  },
};
