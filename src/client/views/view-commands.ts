import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type Filter, type NamedChoice, type TreeChoices, type ViewParams } from '../../protocol/protocol.ts';
import { answerOf } from '../answer.ts';
import { askPatiently } from '../patience.ts';
import type { TreeName } from './names.ts';
import type { Wishes } from './wishes.ts';

/** What can be done with a view as a whole, by the last part of its command: `docket.actions.group`. */
const COMMANDS = { group, order, filter, clearFilter } as const;

/** What can be done with a view that leaves out what is done. */
const OF_DONE = { showDone, hideDone } as const;

interface Asking {
  readonly tree: TreeName;
  readonly client: BaseLanguageClient;
  readonly wishes: Wishes;
}

/** The commands of one view; what is given to one, by a key binding or another extension, is not asked. */
export function viewCommands(asking: Asking): vscode.Disposable {
  return vscode.Disposable.from(...Object.entries({ ...COMMANDS, ...(asking.tree === 'actions' ? OF_DONE : {}) }).map(([name, run]) => vscode.commands.registerCommand(`docket.${asking.tree}.${name}`, (given: unknown) => run(asking, given))));
}

function choicesOf({ client, tree }: Asking): Promise<TreeChoices | undefined> {
  return askPatiently<TreeChoices>(client, vscode.l10n.t('Reading the documents…'), Method.treeChoices, { tree } satisfies ViewParams);
}

async function group(asking: Asking, given: unknown): Promise<void> {
  const chosen = await choose((await choicesOf(asking))?.groups, asking.wishes.of(asking.tree).group, given, vscode.l10n.t('Group by'));
  if (chosen !== undefined) await asking.wishes.change(asking.tree, { group: chosen });
}

async function order(asking: Asking, given: unknown): Promise<void> {
  const chosen = await choose((await choicesOf(asking))?.orders, asking.wishes.of(asking.tree).order, given, vscode.l10n.t('Order by'));
  if (chosen !== undefined) await asking.wishes.change(asking.tree, { order: chosen });
}

async function choose(choices: readonly NamedChoice[] | undefined, now: string | undefined, given: unknown, title: string): Promise<string | undefined> {
  if (!choices) return undefined;
  if (typeof given === 'string') return choices.find(({ id }) => id === given)?.id;
  const present = choices.find(({ id }) => id === now) ?? choices[0];
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & NamedChoice>();
  pick.title = title;
  pick.items = choices.map((choice) => ({ ...choice, ...(choice === present ? { description: vscode.l10n.t('now') } : {}) }));
  pick.activeItems = pick.items.filter(({ id }) => id === present?.id);
  return (await answerOf(pick))?.id;
}

interface FilterItem extends vscode.QuickPickItem {
  readonly filter?: Filter;
}

/** Asks in one list: words that are typed, mine, overdue, a kind, an owner. */
async function filter({ tree, wishes, client }: Asking, given: unknown): Promise<void> {
  if (isFilter(given)) return wishes.change(tree, { filter: given });
  const choices = await choicesOf({ tree, wishes, client });
  if (!choices) return undefined;
  const { kinds, owners } = choices;
  const pick = vscode.window.createQuickPick<FilterItem>();
  const now = wishes.of(tree).filter;
  const fixed: FilterItem[] = [
    // What waits for whoever looks is theirs.
    ...(tree === 'waiting' ? [] : [{ label: `$(account) ${vscode.l10n.t('Mine')}`, filter: { mine: true } }]),
    ...(tree === 'questions' ? [] : [{ label: `$(warning) ${vscode.l10n.t('Overdue')}`, filter: { overdue: true } }]),
    ...(kinds.length < 2 ? [] : [
      { label: vscode.l10n.t('Type'), kind: vscode.QuickPickItemKind.Separator },
      ...kinds.map(({ id, label }) => ({ label: `$(file) ${label}`, filter: { kind: id } as Filter })),
    ]),
    { label: vscode.l10n.t('Owner'), kind: vscode.QuickPickItemKind.Separator },
    ...owners.slice(0, 200).map((owner) => ({ label: `$(person) ${owner}`, filter: { owner } })),
  ];
  const show = (typed: string): void => {
    pick.items = typed.trim() === '' ? fixed : [{ label: `$(search) ${vscode.l10n.t('Rows with “{0}”', typed.trim())}`, alwaysShow: true, filter: { text: typed.trim() } }, ...fixed];
  };
  pick.title = vscode.l10n.t('Filter');
  pick.placeholder = vscode.l10n.t('Type words, or choose what to show');
  pick.onDidChangeValue(show);
  show('');
  const chosen = await answerOf(pick);
  if (chosen?.filter) await wishes.change(tree, { filter: { ...now, ...chosen.filter } });
}

const isFilter = (given: unknown): given is Filter => typeof given === 'object' && given !== null && ['text', 'mine', 'kind', 'owner', 'overdue'].some((key) => key in given);

function clearFilter({ tree, wishes }: Asking): Promise<void> {
  return wishes.change(tree, { filter: undefined });
}

function showDone({ tree, wishes }: Asking): Promise<void> {
  return wishes.change(tree, { done: true });
}

function hideDone({ tree, wishes }: Asking): Promise<void> {
  return wishes.change(tree, { done: undefined });
}
