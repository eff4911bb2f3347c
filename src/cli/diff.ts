import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Change } from '../core/change.ts';
import { applyEdits } from '../core/edit.ts';
import { paintFor, printable, type Paint } from './display.ts';

/** Changes as a unified diff that `git apply` takes; `before` has the text of every file that is edited. */
export function diffOf(changes: readonly Change[], before: ReadonlyMap<string, string>, color: boolean): string {
  const paint = paintFor(color);
  const moves = new Map(changes.flatMap((change) => (change.kind === 'move' ? [[change.path, change.to] as const] : [])));
  const edited = new Set(changes.flatMap((change) => (change.kind === 'edit' ? [change.path] : [])));
  return changes.map((change) => {
    switch (change.kind) {
      case 'create':
        return patch('/dev/null', `b/${change.path}`, '', change.text, paint);
      case 'edit': {
        const text = before.get(change.path) ?? '';
        return heading(change.path, moves.get(change.path), paint) + patch(`a/${change.path}`, `b/${moves.get(change.path) ?? change.path}`, text, applyEdits(text, change.edits), paint);
      }
      case 'move':
        return edited.has(change.path) ? '' : heading(change.path, change.to, paint);
    }
  }).join('');
}

function heading(path: string, to: string | undefined, paint: Paint): string {
  return to === undefined ? '' : paint(printable(`diff --git a/${path} b/${to}`), 'bold') + `\n${paint(printable(`rename from ${path}`), 'bold')}\n${paint(printable(`rename to ${to}`), 'bold')}\n`;
}

function patch(from: string, to: string, before: string, after: string, paint: Paint): string {
  const text = createTwoFilesPatch(printable(from), printable(to), before, after, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
  return text.split('\n').map((line, index) => painted(shown(line), index, paint)).join('\n');
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
