import path from 'node:path';
import { dayOf } from '../core/calendar.ts';
import type { Entry } from '../core/entry.ts';
import type { Language, Text } from '../core/language.ts';
import { trees } from '../core/trees/index.ts';
import { namesOf } from '../core/trees/mine.ts';
import { wholeOf } from '../core/trees/rows.ts';
import type { Choices, Filter, Tree, WholeNode } from '../core/trees/tree.ts';
import type { Workspace } from '../core/workspace.ts';
import type { Asked } from './asked.ts';
import type { Args } from './commands/command.ts';
import { failure } from './failure.ts';
import type { Io } from './io.ts';
import type { TreeReport } from './tree-text.ts';

const NO_CHOICE: Text = { en: '"{value}" is no value for "{option}" of the tree {tree}; use one of {known}', ko: '{tree} 트리의 "{option}"에 "{value}" 값은 쓸 수 없습니다. {known} 중 하나를 쓰세요' };

/** The rows of the tree that the options name, of the documents that were asked for; several folders have a row each. Throws a Failure where the tree cannot be grouped like that. */
export async function treeOf(asked: readonly (Asked & { readonly entry: Entry })[], args: Args, io: Io, language: Language): Promise<Pick<TreeReport, 'nodes' | 'empty'>> {
  const tree = trees.find(({ id }) => id === args.options['tree'])!;
  const choices = choicesOf(tree, args, language);
  const given = args.options['me'];
  const me = typeof given === 'string' ? namesOf(given) : [(await io.author()) ?? ''].filter(Boolean);
  const folders = new Map<Workspace, { readonly root: string; readonly entries: Entry[]; readonly paths: Map<string, string> }>();
  for (const { workspace, root, entry, name, pathFromCwd } of asked) {
    const folder = folders.get(workspace) ?? { root, entries: [], paths: new Map<string, string>() };
    folders.set(workspace, folder);
    folder.entries.push(entry);
    folder.paths.set(name, pathFromCwd);
  }
  const grown = [...folders].map(([workspace, { root, entries, paths }]) => {
    const { branches, count, empty } = tree.grow({ entries, entryAt: (one) => workspace.entry(one), others: workspace.others(), repository: workspace.configurationOf('').config.repository?.name, language, today: dayOf(io.now()), me, choices });
    return { root, count, empty, nodes: placed(wholeOf(branches), (one) => paths.get(one) ?? one) };
  });
  const full = grown.filter(({ count }) => count > 0);
  const nodes = full.length < 2 ? full.flatMap((one) => one.nodes) : full.map(({ root, count, nodes: children }): WholeNode => ({ id: root, kind: 'group', label: path.basename(root), spoken: path.basename(root), description: String(count), can: [], tooltip: [], children }));
  return { nodes, empty: full.length ? undefined : (grown.find((one) => one.empty !== 'documents')?.empty ?? 'documents') };
}

function choicesOf(tree: Tree, { options }: Args, language: Language): Choices {
  const choice = (option: 'group' | 'order', known: readonly { readonly id: string }[]): string | undefined => {
    const value = options[option];
    if (typeof value !== 'string') return undefined;
    if (!known.some(({ id }) => id === value)) throw failure(NO_CHOICE, language, { value, option: `--${option}`, tree: tree.id, known: known.map(({ id }) => id).join(', ') });
    return value;
  };
  const group = choice('group', tree.groups);
  const order = choice('order', tree.orders);
  const text = (name: string): string | undefined => (typeof options[name] === 'string' ? options[name] : undefined);
  const filter: Filter = {
    ...(text('filter') === undefined ? {} : { text: text('filter')! }),
    ...(text('owner') === undefined ? {} : { owner: text('owner')! }),
    ...(options['mine'] ? { mine: true } : {}),
    ...(options['overdue'] ? { overdue: true } : {}),
  };
  return { ...(group === undefined ? {} : { group }), ...(order === undefined ? {} : { order }), ...(options['done'] ? { done: true } : {}), ...(options['allRepositories'] ? { allRepositories: true } : {}), filter };
}

function placed(nodes: readonly WholeNode[], shown: (path: string) => string): WholeNode[] {
  return nodes.map((node) => ({ ...node, ...(node.place ? { place: { ...node.place, path: shown(node.place.path) } } : {}), ...(node.children ? { children: placed(node.children, shown) } : {}) }));
}
