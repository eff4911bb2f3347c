import { dayOf } from '../../core/calendar.ts';
import { RECORD_KINDS, type Entry } from '../../core/entry.ts';
import { say } from '../../core/language.ts';
import { ownersIn } from '../../core/trees/owners.ts';
import { trees } from '../../core/trees/index.ts';
import { isSamePerson } from '../../core/people.ts';
import { asMarkdown, linkTo } from '../../core/trees/as-markdown.ts';
import { Rows, wholeOf } from '../../core/trees/rows.ts';
import type { Emptiness, Grown, Tree, TreeContext, TreeNode, WholeNode } from '../../core/trees/tree.ts';
import { KIND_WORDS } from '../../core/trees/words.ts';
import { Method, type CopyParams, type TooltipParams, type TreeChoices, type TreeParams, type TreeResult, type ViewNode, type ViewParams } from '../../protocol/protocol.ts';
import { answer } from '../answering.ts';
import { uriOf, type Folder } from '../folders.ts';
import { pauses } from '../pause.ts';
import type { Session } from '../session.ts';

/** Answers with the rows of a view, a level at a time; with several workspace folders each has a row of its own. */
export function treeViews(session: Session): void {
  const kept = new Map<Folder, Map<string, Kept>>();
  const pause = pauses();

  const viewIn = (tree: Tree, folder: Folder, params: ViewParams, isDrawn = true): Kept => {
    const context = contextOf(folder, params);
    const { entries, others, choices, me, language, today } = context;
    const key = JSON.stringify([choices, me, language, today]);
    const known = kept.get(folder)?.get(tree.id);
    if (known && known.entries === entries && known.others === others && known.key === key) return known;
    const grown = tree.grow(context);
    const view = { entries, others, key, params, grown, rows: new Rows(grown, language) };
    if (isDrawn) kept.set(folder, (kept.get(folder) ?? new Map<string, Kept>()).set(tree.id, view));
    return view;
  };

  const foldersNow = async (): Promise<Folder[]> => {
    const folders = session.folders.all();
    for (const folder of kept.keys()) if (!folders.includes(folder)) kept.delete(folder);
    await Promise.all(folders.map(({ upkeep }) => upkeep.loaded));
    return folders;
  };

  answer(session.connection, Method.tree, async (params: TreeParams, signal): Promise<TreeResult> => {
    const tree = trees.find(({ id }) => id === params.tree);
    const folders = await foldersNow();
    if (!tree) return { nodes: [], count: 0, empty: 'documents' };
    const views: { readonly folder: Folder; readonly view: Kept }[] = [];
    for (const folder of folders) {
      await pause();
      signal.throwIfAborted();
      views.push({ folder, view: viewIn(tree, folder, params, !params.countOnly && !params.whole) });
    }
    const count = views.reduce((sum, { view }) => sum + view.grown.count, 0);
    const empty = count ? undefined : (EMPTINESS.find((one) => views.some(({ view }) => view.grown.empty === one)) ?? 'documents');
    const nodes = params.countOnly ? [] : folders.length < 2
      ? views.flatMap(({ folder, view }) => nodesOf(folder, view, params))
      : amongSeveral(views.filter(({ view }) => view.grown.count > 0), params);
    return { nodes, count, ...(empty ? { empty } : {}) };
  });

  // The rows of the folder in which a row is, and its id there.
  const seen = async (params: Pick<ViewParams, 'tree'>, id: string): Promise<{ readonly rows: Rows; readonly inner: string } | undefined> => {
    const tree = trees.find((one) => one.id === params.tree);
    const folders = await foldersNow();
    const folder = folders.length < 2 ? folders[0] : folders.find(({ uri }) => id.startsWith(`${uri} `));
    return tree && folder && { rows: viewIn(tree, folder, kept.get(folder)?.get(tree.id)?.params ?? params).rows, inner: folders.length < 2 ? id : id.slice(folder.uri.length + 1) };
  };

  answer(session.connection, Method.treeTooltip, async (params: TooltipParams): Promise<readonly string[]> => {
    const found = await seen(params, params.id);
    return found?.rows.tooltip(found.inner) ?? [];
  });

  answer(session.connection, Method.treeMarkdown, async (params: CopyParams): Promise<string | null> => {
    const whole = await Promise.all(params.ids.map(async (id) => {
      const found = await seen(params, id);
      return found?.rows.whole(found.inner) ?? [];
    }));
    const nodes = whole.flat();
    if (!nodes.length) return null;
    return params.linkOnly ? nodes.map(linkTo).join('\n') : asMarkdown(nodes);
  });

  answer(session.connection, Method.treeChoices, async ({ tree: id }: ViewParams): Promise<TreeChoices> => {
    const tree = trees.find((one) => one.id === id);
    const folders = await foldersNow();
    const language = folders[0]?.workspace.languageOf('') ?? session.folders.language;
    const named = (all: Tree['groups']): TreeChoices['groups'] => all.map((one) => ({ id: one.id, label: say(one.label, language) }));
    const kinds = new Set(folders.flatMap((folder) => tree?.kinds(contextOf(folder, kept.get(folder)?.get(id)?.params ?? {})) ?? []));
    return {
      groups: named((tree?.groups ?? []).filter(({ needsOthers }) => !needsOthers || folders.some(({ workspace }) => workspace.others()))), orders: named(tree?.orders ?? []),
      kinds: RECORD_KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({ id: kind, label: say(KIND_WORDS[kind]!.many, language) })),
      owners: eachOnce(ownersIn(folders.flatMap(({ workspace }) => [...workspace.entries()])).slice(0, MOST_OWNERS)),
    };
  });
}

/** A longer list is not read. */
const MOST_OWNERS = 200;

// By the name that is used most: a filter for one finds the others.
function eachOnce(names: readonly string[]): string[] {
  return names.filter((name, at) => !names.slice(0, at).some((other) => isSamePerson(name, other)));
}

function contextOf({ workspace }: Folder, { choices, me }: Pick<ViewParams, 'choices' | 'me'>): TreeContext {
  return { entries: workspace.entries(), others: workspace.others(), repository: workspace.configurationOf('').config.repository?.name, language: workspace.languageOf(''), today: dayOf(new Date()), entryAt: (path) => workspace.entry(path), ...(choices ? { choices } : {}), ...(me ? { me } : {}) };
}

interface Kept {
  readonly entries: readonly Entry[];
  readonly others: TreeContext['others'];
  readonly key: string;
  readonly params: ViewParams;
  readonly grown: Grown;
  readonly rows: Rows;
}

/** Of several folders the first of these reasons that one has. */
const EMPTINESS: readonly Emptiness[] = ['filter', 'nobody', 'nothing', 'documents'];

function nodesOf(folder: Folder, { rows, grown }: Kept, params: TreeParams): ViewNode[] {
  const { below, whole } = params;
  return (whole ? wholeOf(grown.branches) : rows.below(below)).map((node) => toViewNode(node, folder, params.tree));
}

// The same id may stand in two folders; VS Code wants each once in a view.
function amongSeveral(views: readonly { readonly folder: Folder; readonly view: Kept }[], params: TreeParams): ViewNode[] {
  const { below, whole } = params;
  if (below === undefined) {
    return views.map(({ folder, view }) => ({
      id: folder.uri, tree: params.tree, kind: 'group', label: folder.name, spoken: `${folder.name}, ${view.grown.count}`, description: String(view.grown.count), icon: { name: 'root-folder' }, can: [], holds: 'open',
      ...(whole ? { children: prefixed(nodesOf(folder, view, params), folder.uri) } : {}),
    }));
  }
  const found = views.find(({ folder: { uri } }) => below === uri || below.startsWith(`${uri} `));
  if (!found) return [];
  const { folder, view } = found;
  const inner = below.slice(folder.uri.length + 1);
  return prefixed(nodesOf(folder, view, inner === '' ? { tree: params.tree } : { tree: params.tree, below: inner }), folder.uri);
}

function toViewNode(node: TreeNode & Partial<WholeNode>, folder: Folder, tree: string): ViewNode {
  const { place, subject, children, ...rest } = node;
  return {
    ...rest,
    tree,
    ...(place ? { open: { uri: uriOf(folder, place.path), line: Math.max(0, place.line - 1) } } : {}),
    ...(subject ? { subject: { uri: uriOf(folder, subject.path), ...(subject.action ? { action: subject.action } : {}), ...(subject.everywhere ? { everywhere: true } : {}) } } : {}),
    ...(children ? { children: children.map((child) => toViewNode(child, folder, tree)) } : {}),
  };
}

function prefixed(nodes: readonly ViewNode[], prefix: string): ViewNode[] {
  return nodes.map((node) => ({ ...node, id: `${prefix} ${node.id}`, ...(node.children ? { children: prefixed(node.children, prefix) } : {}) }));
}
