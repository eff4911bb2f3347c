import type { Task } from '../document.ts';
import type { Action } from '../entry.ts';
import { fieldsOf, readDetails } from './details.ts';
import { isActionTitle, isUnder } from './headings.ts';
import { textWithout } from './plain.ts';
import { FILLER, type Source } from './source.ts';
import { stateOfMark } from './states.ts';
import type { Syntax } from './syntax.ts';

/** `- [ ] text`, with every list marker, and the other marks that people put in the box. */
export const taskBoxes: Syntax = {
  id: 'task-boxes',
  read: (source) => source.document.tasks.flatMap((task) => actionOf(task, source) ?? []),
};

function actionOf(task: Task, source: Source): Action | undefined {
  const { document, visible } = source;
  if (visible[task.markRange.start] === FILLER || task.text === '') return undefined;
  const state = stateOfMark(task.mark);
  if (!state && /^[\p{L}\p{N}]$/u.test(task.mark)) return undefined; // a reference or an agenda's number
  const start = document.text.lastIndexOf('[', task.markRange.start - 1);
  const details = readDetails(source, task.textRange, isUnder(document, start, isActionTitle));
  const struck = state === 'open' && isStruck(task);
  const paragraph = task.node.children[0]!;
  return {
    text: textWithout(paragraph, details.cuts, task.textRange.start),
    done: state === undefined ? null : struck || state === 'done' || state === 'cancelled',
    state: struck ? 'cancelled' : (state ?? null),
    ...fieldsOf(details),
    dialect: taskBoxes.id,
    line: document.lines.lineNumberAt(start),
    range: { start: task.node.position?.start.offset ?? start, end: task.textRange.end },
    tokens: { state: task.markRange, owners: details.ownersToken, due: details.dueToken },
    flaws: state ? details.flaws : [{ id: 'unknown-state', range: task.markRange }, ...details.flaws],
  };
}

// `- [ ] ~~text~~`: the whole of it is struck out.
function isStruck(task: Task): boolean {
  const paragraph = task.node.children[0];
  if (paragraph?.type !== 'paragraph') return false;
  const parts = paragraph.children.filter((node) => !(node.type === 'text' && /^\s*(?:\[.\]\s*)?$/u.test(node.value)));
  return parts.length === 1 && parts[0]!.type === 'delete';
}
