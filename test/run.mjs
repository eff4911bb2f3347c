// @ts-check
// `npm test`: sets up and runs every test; the last line is `N passed, N failed`.
import { parseArgs } from 'node:util';
import { setUp } from './setup.mjs';

const USAGE = 'usage: npm test -- [--only types|unit|node|web|outside|vsix]… [--newest | --desktop]';

process.exitCode = await main();

/** @returns {Promise<number>} */
async function main() {
  let options;
  try {
    options = parseArgs({ options: { only: { type: 'string', multiple: true }, newest: { type: 'boolean', default: false }, desktop: { type: 'boolean', default: false } } }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 2;
  }
  try {
    await setUp();
  } catch (error) {
    console.log(`The set-up failed: ${error instanceof Error ? error.message : error}`);
    console.log('0 passed, 1 failed');
    return 1;
  }
  const { register } = await import('tsx/esm/api');
  register();
  const { STEPS, runSteps } = await import('./host/steps.ts');
  const unknown = options.only?.filter((name) => !(name in STEPS)) ?? [];
  if (unknown.length > 0) {
    console.error(`There is no step ${unknown.join(', ')}.\n${USAGE}`);
    return 2;
  }
  const all = /** @type {(keyof typeof STEPS)[]} */ (Object.keys(STEPS));
  const names = all.filter((name) => options.only?.includes(name) ?? (!(options.desktop && (name === 'web' || name === 'outside' || name === 'vsix'))));
  const { passed, failed } = await runSteps(names, options);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
