import { dayOf } from '../core/calendar.ts';
import type { Entry } from '../core/entry.ts';
import { isDrawnAlike } from '../core/outward.ts';
import type { Folder } from './folders.ts';

/** Milliseconds in which changes are gathered. */
const GATHER = 50;
/** Milliseconds without a change after which views are drawn again that were drawn just now. */
const QUIET = 400;
/** Milliseconds in which views are not drawn a second time for changes that go on. */
const JUST_NOW = 1000;

/** Tells the client that its views are to be drawn again, where what they show is something else now. */
export class Announcing {
  readonly #folders: () => readonly Folder[];
  readonly #tell: () => void;
  /** The entries of each folder when the client was told last. */
  #told: ReadonlyMap<Folder, readonly Entry[]> = new Map();
  /** The day on which it was told: what is due is late on the next one. */
  #day = '';
  #isCertain = false;
  #last = -Infinity;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(folders: () => readonly Folder[], tell: () => void) {
    this.#folders = folders;
    this.#tell = tell;
  }

  /** Views are drawn again whatever the entries say: they speak another language, or somebody asked for it. */
  certainly(): void {
    this.#isCertain = true;
    this.perhaps();
  }

  /** Something was read: views are drawn again where they show something of it. While somebody types, they wait for a pause. */
  perhaps(): void {
    const isSoon = Date.now() - this.#last > JUST_NOW;
    if (this.#waiting && isSoon) return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#compare(), isSoon ? GATHER : QUIET);
  }

  stop(): void {
    clearTimeout(this.#waiting);
  }

  #compare(): void {
    this.#waiting = undefined;
    const now = new Map(this.#folders().map((folder) => [folder, folder.workspace.entries()]));
    const today = dayOf(new Date());
    const isDifferent = this.#isCertain || today !== this.#day || now.size !== this.#told.size || [...now].some(([folder, entries]) => !areDrawnAlike(this.#told.get(folder), entries));
    this.#told = now;
    this.#day = today;
    this.#isCertain = false;
    if (!isDifferent) return;
    this.#last = Date.now();
    this.#tell();
  }
}

function areDrawnAlike(before: readonly Entry[] | undefined, now: readonly Entry[]): boolean {
  return before === now || (before?.length === now.length && now.every((entry, place) => entry === before[place] || isDrawnAlike(before[place]!, entry)));
}
