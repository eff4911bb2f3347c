import type { Nodes, Parents } from 'mdast';

/** Shows every node below another, in the order of the text, with its parent. */
export function eachNode(tree: Parents, see: (node: Nodes, parent: Parents) => void): void {
  const enter = (parent: Parents): void => {
    for (const node of parent.children) {
      see(node, parent);
      if ('children' in node) enter(node);
    }
  };
  enter(tree);
}

/** Shows the blocks below another, in the order of the text, with their parents; what is written in paragraphs, headings and tables is left out. */
export function eachBlock(tree: Parents, see: (node: Nodes, parent: Parents) => void): void {
  const enter = (parent: Parents): void => {
    for (const node of parent.children) {
      see(node, parent);
      if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' || node.type === 'footnoteDefinition') enter(node);
    }
  };
  enter(tree);
}
