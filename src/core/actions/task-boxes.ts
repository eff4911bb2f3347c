import type { ListItem } from 'mdast';
import { rangeOf, type Task } from '../document.ts';
import type { Action } from '../entry.ts';
import { eachBlock } from '../markdown/each-node.ts';
import { isOver, itemAction } from './item.ts';
import { FILLER, type Source } from './source.ts';
import { stateOfMark } from './states.ts';
import type { Syntax } from './syntax.ts';

/** `- [ ] text`, with every list marker, and the other marks that people put in the box. */
export const taskBoxes: Syntax = {
  id: 'task-boxes',
  read(source) {
    const besideBoxes = itemsBesideBoxes(source);
    return source.document.tasks.flatMap((task) => actionOf(task, source, besideBoxes) ?? []);
  },
};

// Those of the items that lie in a list in which others have boxes for Markdown, too.
function itemsBesideBoxes({ document }: Source): ReadonlySet<ListItem> {
  const found = new Set<ListItem>();
  if (!document.tasks.some(({ mark }) => isLetter(mark))) return found;
  eachBlock(document.tree, (node) => {
    if (node.type === 'list' && node.children.some(({ checked }) => typeof checked === 'boolean')) for (const item of node.children) found.add(item);
  });
  return found;
}

function isLetter(mark: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(mark) && mark.toLowerCase() !== 'o';
}

function actionOf(task: Task, source: Source, besideBoxes: ReadonlySet<ListItem>): Action | undefined {
  const paragraph = task.node.children[0];
  if (source.visible[task.markRange.start] === FILLER || task.text === '' || paragraph?.type !== 'paragraph') return undefined;
  const state = stateOfMark(task.mark);
  if (!state && isLetter(task.mark) && !besideBoxes.has(task.node)) return undefined; // a reference, or a number on an agenda
  return itemAction(source, {
    dialect: taskBoxes.id,
    paragraph,
    range: { start: rangeOf(task.node).start, end: task.textRange.end },
    text: task.textRange,
    state: state ?? null,
    done: state ? isOver(state) : null,
    stateToken: task.markRange,
    flaws: state ? [] : [{ id: 'unknown-state', range: task.markRange }],
  });
}
