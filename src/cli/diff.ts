import path from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Change } from '../core/change.ts';
import { applyEdits } from '../core/edit.ts';
import type { Files } from '../core/files.ts';
import { nodeFiles } from '../files/node.ts';
import { paintFor, printable, type Paint } from './display.ts';
import type { Io } from './io.ts';
import { slashes } from './targets.ts';

/** How a diff is shown: `path` as somebody at the prompt would write it. */
interface Showing {
  readonly path: (relative: string) => string;
  readonly paint: Paint;
  /** Is it for a terminal, which no document may drive, and not for `git apply`, which wants each character? */
  readonly isSafe: boolean;
}

/** Prints changes below `root` as a unified diff that `git apply` takes in the current folder; `before` has the text of every file that is edited, without its byte-order mark. */
export async function printDiff(changes: readonly Change[], before: ReadonlyMap<string, string>, io: Pick<Io, 'cwd' | 'out' | 'color' | 'columns'>, root: string): Promise<void> {
  const fromCwd = (name: string): string => slashes(path.relative(io.cwd, path.join(root, ...name.split('/'))));
  const showing = { path: fromCwd, paint: paintFor(io.color), isSafe: io.color || io.columns !== undefined };
  io.out(diffOf(changes, await withMarks(before, nodeFiles(root)), showing));
}

// The mark is part of the first line.
async function withMarks(texts: ReadonlyMap<string, string>, files: Files): Promise<ReadonlyMap<string, string>> {
  return new Map(await Promise.all([...texts].map(async ([name, text]) => {
    const read = await files.read(name);
    return [name, 'text' in read && read.hasByteOrderMark ? MARK + text : text] as const;
  })));
}

const MARK = '\uFEFF';

function diffOf(changes: readonly Change[], before: ReadonlyMap<string, string>, showing: Showing): string {
  const moves = new Map(changes.flatMap((change) => (change.kind === 'move' ? [[change.path, change.to] as const] : [])));
  const edited = new Set(changes.flatMap((change) => (change.kind === 'edit' ? [change.path] : [])));
  const shown = ({ path }: Change): string => showing.path(path);
  return changes.map((change) => {
    switch (change.kind) {
      case 'create':
        return patch('/dev/null', `b/${shown(change)}`, '', change.text, showing);
      case 'edit': {
        const text = before.get(change.path) ?? '';
        const mark = text.startsWith(MARK) ? MARK : '';
        const to = moves.get(change.path);
        return heading(shown(change), to, showing) + patch(`a/${shown(change)}`, `b/${to === undefined ? shown(change) : showing.path(to)}`, text, mark + applyEdits(text.slice(mark.length), change.edits), showing);
      }
      case 'move':
        return edited.has(change.path) ? '' : heading(shown(change), change.to, showing);
    }
  }).join('');
}

function heading(path: string, to: string | undefined, showing: Showing): string {
  if (to === undefined) return '';
  const given = showing.path(to);
  return [`diff --git a/${path} b/${given}`, `rename from ${path}`, `rename to ${given}`].map((line) => `${showing.paint(printable(line), 'bold')}\n`).join('');
}

// A name with anything but letters stands there in quotes, as Git writes it.
function patch(from: string, to: string, before: string, after: string, { paint, isSafe }: Showing): string {
  const text = createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
  return text.split('\n').map((line, index) => painted(isSafe ? shown(line) : line, index, paint)).join('\n');
}

// Tabs and carriage returns belong to a diff; nothing else may drive the terminal.
function shown(line: string): string {
  return line.split('\t').map((part) => (part.endsWith('\r') ? `${visible(part.slice(0, -1))}\r` : visible(part))).join('\t');
}

// Blanks at the start and the end of a line are part of what it says.
function visible(part: string): string {
  const inner = part.trim();
  const at = part.indexOf(inner);
  return part.slice(0, at) + printable(inner) + part.slice(at + inner.length);
}

function painted(line: string, index: number, paint: Paint): string {
  if (index < 2) return paint(line, 'bold');
  if (line.startsWith('@@')) return paint(line, 'blue');
  return line.startsWith('+') ? paint(line, 'green') : line.startsWith('-') ? paint(line, 'red') : line;
}
