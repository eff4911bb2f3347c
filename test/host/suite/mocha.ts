// What `import … from 'mocha'` means inside the editor: the functions of the run that is being set up.
const { describe, it, before, after, beforeEach, afterEach } = globalThis;
export { describe, it, before, after, beforeEach, afterEach };
