// @ts-check
// `npm start [-- FOLDER]`: sets up and opens an editor with Docket on FOLDER, or on the sample workspace.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, setUp } from './setup.mjs';

const USAGE = 'usage: npm start -- [FOLDER] [--browser] [--newest]';

process.exitCode = await main();

/** @returns {Promise<number>} */
async function main() {
  let options, positionals;
  try {
    ({ values: options, positionals } = parseArgs({ allowPositionals: true, options: { browser: { type: 'boolean', default: false }, newest: { type: 'boolean', default: false } } }));
    if (positionals.length > 1) throw new Error('One folder at a time.');
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 2;
  }
  const [argument] = positionals;
  // npm runs scripts in the folder of the package, and tells where the user was.
  const folder = argument === undefined ? path.join(root, 'media', 'sample') : path.resolve(process.env['INIT_CWD'] ?? '.', argument);
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) {
    console.error(`There is no folder ${folder}`);
    return 2;
  }
  try {
    await setUp();
    const { register } = await import('tsx/esm/api');
    register();
    const { openEditor } = await import('./host/open.ts');
    return await openEditor({ folder, ...options });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}
