import type { Nodes, Parents } from 'mdast';

/** Shows every node below another, in the order of the text, with its parent. */
export function eachNode(tree: Parents, see: (node: Nodes, parent: Parents) => void): void {
  const enter = (parent: Parents): void => {
    const { children } = parent;
    for (let at = 0; at < children.length; at++) {
      const node = children[at]!;
      see(node, parent);
      if (node.type !== 'text' && (node as Partial<Parents>).children) enter(node as Parents);
    }
  };
  enter(tree);
}

/** Shows the blocks below another, in the order of the text, with their parents; what is written in paragraphs, headings and tables is left out. */
export function eachBlock(tree: Parents, see: (node: Nodes, parent: Parents) => void): void {
  const enter = (parent: Parents): void => {
    const { children } = parent;
    for (let at = 0; at < children.length; at++) {
      const node = children[at]!;
      see(node, parent);
      if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' || node.type === 'footnoteDefinition') enter(node);
    }
  };
  enter(tree);
}
