import { agenda } from './agenda.ts';
import { amend } from './amend.ts';
import { closeMeeting } from './close-meeting.ts';
import type { Command } from './command.ts';
import { init } from './init.ts';
import { lint } from './lint.ts';
import { list } from './list.ts';
import { merge } from './merge.ts';
import { newCommand } from './new.ts';
import { publishIndex } from './publish-index.ts';
import { renumber } from './renumber.ts';
import { report } from './report.ts';
import { supersede } from './supersede.ts';
import { updateIndex } from './update-index.ts';

/** Every command, in the order of the help, which is made from this list. A command is one source and one line here. */
export const commands: readonly Command[] = [lint, merge, list, report, publishIndex, newCommand, supersede, amend, updateIndex, renumber, agenda, closeMeeting, init];
