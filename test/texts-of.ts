import { isWanted } from '../src/core/workspace.ts';
import { nodeFiles } from '../src/files/node.ts';

/** The texts of every file below `root` that Docket reads, by their paths. */
export async function textsOf(root: string): Promise<Map<string, string>> {
  const files = nodeFiles(root);
  const texts = new Map<string, string>();
  for (const file of await files.list(isWanted)) {
    const read = await files.read(file);
    if ('text' in read) texts.set(file, read.text);
  }
  return texts;
}
