import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

/** The tree that remark makes of a text: what `parseMarkdown` is held against. */
export function referenceTree(text: string): Root {
  // The parser would skip a byte-order mark and count every place without it.
  return processor.parse(text.replace(/^\uFEFF/, ' '));
}

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(gfmOfDocuments).freeze();

// remark-gfm without autolink literals: nothing reads bare addresses.
function gfmOfDocuments(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmTable(), gfmTaskListItem(), gfmStrikethrough());
  (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown(), gfmStrikethroughFromMarkdown(), destinations());
}

type FromMarkdown = ReturnType<typeof gfmTableFromMarkdown>;
type Handle = NonNullable<NonNullable<FromMarkdown['enter']>[string]>;

function destinations(): FromMarkdown {
  const keep = (inset: number): Handle => function (token) {
    const node = this.stack.at(-1);
    if (node) (node.data ??= {}).destination = { start: token.start.offset + inset, end: token.end.offset - inset };
  };
  return {
    enter: {
      resourceDestinationLiteral: keep(1), resourceDestinationRaw: keep(0),
      definitionDestinationLiteral: keep(1), definitionDestinationRaw: keep(0),
    },
  };
}
