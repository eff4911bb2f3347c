import type { Command } from './command.ts';

/** Every command, in the order of the help, which is made from this list. A command is one source and one line here. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  lint: () => import('./lint.ts').then((source) => source.lint),
  merge: () => import('./merge.ts').then((source) => source.merge),
  list: () => import('./list.ts').then((source) => source.list),
  report: () => import('./report.ts').then((source) => source.report),
  index: () => import('./publish-index.ts').then((source) => source.publishIndex),
  new: () => import('./new.ts').then((source) => source.newCommand),
  supersede: () => import('./supersede.ts').then((source) => source.supersede),
  amend: () => import('./amend.ts').then((source) => source.amend),
  'update-index': () => import('./update-index.ts').then((source) => source.updateIndex),
  renumber: () => import('./renumber.ts').then((source) => source.renumber),
  agenda: () => import('./agenda.ts').then((source) => source.agenda),
  'close-meeting': () => import('./close-meeting.ts').then((source) => source.closeMeeting),
  init: () => import('./init.ts').then((source) => source.init),
};

/** The names of all commands, in the order of the help. */
export const commandNames: readonly string[] = Object.keys(commands);

/** The command of this name, alone: no other one has to be loaded to run it. All of them where none has it. */
export function commandsFor(name?: string): Promise<readonly Command[]> {
  return Promise.all((name !== undefined && commandNames.includes(name) ? [name] : commandNames).map((one) => commands[one]!()));
}
