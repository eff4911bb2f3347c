import type { Task } from '../document.ts';
import type { Action } from '../entry.ts';
import { isOver, itemAction } from './item.ts';
import { FILLER, type Source } from './source.ts';
import { stateOfMark } from './states.ts';
import type { Syntax } from './syntax.ts';

/** `- [ ] text`, with every list marker, and the other marks that people put in the box. */
export const taskBoxes: Syntax = {
  id: 'task-boxes',
  read: (source) => source.document.tasks.flatMap((task) => actionOf(task, source) ?? []),
};

function actionOf(task: Task, source: Source): Action | undefined {
  const paragraph = task.node.children[0];
  if (source.visible[task.markRange.start] === FILLER || task.text === '' || paragraph?.type !== 'paragraph') return undefined;
  const state = stateOfMark(task.mark);
  if (!state && /^[\p{L}\p{N}]$/u.test(task.mark) && task.mark.toLowerCase() !== 'o') return undefined; // a reference, or a number on an agenda
  return itemAction(source, {
    dialect: taskBoxes.id,
    paragraph,
    range: { start: task.node.position?.start.offset ?? task.markRange.start, end: task.textRange.end },
    text: task.textRange,
    state: state ?? null,
    done: state ? isOver(state) : null,
    stateToken: task.markRange,
    flaws: state ? [] : [{ id: 'unknown-state', range: task.markRange }],
  });
}
