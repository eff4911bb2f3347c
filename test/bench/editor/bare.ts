import { measureEdits } from './edits.ts';
import { activateFloor } from './floor.ts';
import { TOLD, type Edits } from './told.ts';

/** A window without Docket, in which the same document is edited: what VS Code and its own extension for Markdown do with it is not Docket's. */
export async function run(): Promise<void> {
  const floor = activateFloor();
  const told: Edits = { edits: await measureEdits() };
  floor.dispose();
  console.log(TOLD + JSON.stringify(told));
}
