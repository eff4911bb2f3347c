import { longestOf, watchDelay } from './delay.ts';
import { measureEdits } from './edits.ts';
import { activateFloor } from './floor.ts';
import { TOLD, type Bare } from './told.ts';

/** A window without Docket, in which the same document is edited: what VS Code and its own extension for Markdown do with it is not Docket's. */
export async function run(): Promise<void> {
  const delay = watchDelay();
  const floor = activateFloor();
  const edits = await measureEdits();
  delay.disable();
  const told: Bare = { edits, block: longestOf(delay) };
  floor.dispose();
  console.log(TOLD + JSON.stringify(told));
}
