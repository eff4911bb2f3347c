// @ts-check
// Modules of Node that a short command can do without, and that take longer to load than it takes to find its files.

/** What is used of them: functions alone. @type {Readonly<Record<string, readonly string[]>>} */
const LATE = { 'node:child_process': ['execFile', 'spawn'], 'node:crypto': ['createHash', 'randomBytes'] };

/** Loads these modules when one of their functions is first called. @type {import('esbuild').Plugin} */
export const lateBuiltins = {
  name: 'docket:late-builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:(?:child_process|crypto)$/ }, ({ path, namespace }) => (namespace === 'late' ? { path, external: true } : { path, namespace: 'late' }));
    onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({ contents: LATE[path]?.map((name) => `export const ${name} = (...given) => require(${JSON.stringify(path)}).${name}(...given);`).join('\n') ?? '' }));
  },
};
