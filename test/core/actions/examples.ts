/** One example of a page: a sentence, what is read, and the blocks that follow it. */
export interface Example {
  readonly sentence: string;
  readonly blocks: readonly { readonly language: string; readonly text: string }[];
}

const FENCE = /^(`{3,})(\w+)\n([\s\S]*?)^\1$/gm;

/** The examples of a page: each run of fenced blocks belongs to the sentence above it. */
export function examplesOf(page: string): Example[] {
  const examples: { sentence: string; blocks: { language: string; text: string }[] }[] = [];
  let at = 0;
  for (const fence of page.matchAll(FENCE)) {
    const prose = page.slice(at, fence.index).trim();
    const sentence = prose.split(/\n\s*\n/).at(-1)!.replace(/\s+/g, ' ');
    if (sentence !== '') examples.push({ sentence, blocks: [] });
    examples.at(-1)!.blocks.push({ language: fence[2]!, text: fence[3]! });
    at = fence.index + fence[0].length;
  }
  return examples;
}
