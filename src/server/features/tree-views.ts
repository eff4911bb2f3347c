import { dayOf } from '../../core/calendar.ts';
import { trees } from '../../core/trees/index.ts';
import type { Tree, TreeNode } from '../../core/trees/tree.ts';
import { Method, type TreeParams, type ViewNode } from '../../protocol/protocol.ts';
import { uriOf, type Folder } from '../folders.ts';
import type { Session } from '../session.ts';

/** Answers with the rows of a view; with several workspace folders each has a row of its own. */
export function treeViews(session: Session): void {
  session.connection.onRequest(Method.tree, async ({ tree: id }: TreeParams): Promise<ViewNode[]> => {
    const tree = trees.find((one) => one.id === id);
    if (!tree) return [];
    const folders = session.folders.all();
    await Promise.all(folders.map(({ upkeep }) => upkeep.loaded));
    const rows = folders.map((folder) => ({ folder, nodes: build(tree, folder) })).filter(({ nodes }) => nodes.length);
    if (folders.length < 2) return rows.flatMap(({ nodes }) => nodes);
    return rows.map(({ folder, nodes }) => ({ id: folder.uri, label: folder.name, icon: { name: 'root-folder' }, expanded: true, children: prefixed(nodes, folder.uri) }));
  });
}

function build(tree: Tree, folder: Folder): ViewNode[] {
  const { workspace } = folder;
  const nodes = tree.build({ entries: workspace.entries(), language: workspace.languageOf(''), today: dayOf(new Date()) });
  return nodes.map((node) => toViewNode(node, folder));
}

function toViewNode({ place, children, ...node }: TreeNode, folder: Folder): ViewNode {
  return {
    ...node,
    ...(place ? { open: { uri: uriOf(folder, place.path), line: Math.max(0, place.line - 1) } } : {}),
    ...(children ? { children: children.map((child) => toViewNode(child, folder)) } : {}),
  };
}

// The same id may stand in two folders; VS Code wants each once in a view.
function prefixed(nodes: readonly ViewNode[], prefix: string): ViewNode[] {
  return nodes.map((node) => ({ ...node, id: `${prefix} ${node.id}`, ...(node.children ? { children: prefixed(node.children, prefix) } : {}) }));
}
