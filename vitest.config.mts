import { readFile } from 'node:fs/promises';
import { defineConfig, type Plugin } from 'vitest/config';

/** Makes `import text from './page.md'` the text of that file, as the build does. */
const markdownAsText: Plugin = {
  name: 'docket:markdown-as-text',
  enforce: 'pre',
  async load(id) {
    const file = id.replace(/\?.*$/, '');
    return file.endsWith('.md') ? `export default ${JSON.stringify(await readFile(file, 'utf8'))};` : undefined;
  },
};

export default defineConfig({
  plugins: [markdownAsText],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/host/**'],
    setupFiles: ['test/seed.ts'],
    // A busy machine makes a test slow, not wrong.
    testTimeout: 60_000,
  },
});
