import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type KnownPerson, type PeopleParams } from '../protocol/protocol.ts';
import { answerOf } from './answer.ts';
import { askPatiently } from './patience.ts';
import { whoIsHere } from './who.ts';

interface PersonItem extends vscode.QuickPickItem {
  readonly name: string | null;
}

/** Asks for a person, among those whom the workspace knows, or as typed; null for nobody, undefined where the user gave up. */
export async function pickPerson(client: BaseLanguageClient, uri: string, title: string): Promise<string | null | undefined> {
  const me = await whoIsHere();
  const people = await askPatiently<readonly KnownPerson[]>(client, vscode.l10n.t('Reading the documents…'), Method.people, { uri, me } satisfies PeopleParams);
  if (!people) return undefined;
  const fixed: PersonItem[] = [
    ...(me[0] === undefined || people[0]?.isMe ? [] : [{ label: `$(account) ${me[0]}`, description: vscode.l10n.t('me'), name: me[0] }]),
    ...people.map(({ name, from, isMe }): PersonItem => ({ label: `$(${isMe ? 'account' : 'person'}) ${name}`, description: isMe ? vscode.l10n.t('me') : sourceOf(from), name })),
    { label: `$(circle-slash) ${vscode.l10n.t('Nobody')}`, name: null },
  ];
  const pick = vscode.window.createQuickPick<PersonItem>();
  const show = (typed: string): void => {
    const name = typed.trim().replace(/^@/, '');
    const isKnown = people.some((one) => one.name.toLowerCase() === name.toLowerCase());
    pick.items = name === '' || isKnown ? fixed : [...fixed, { label: `$(person-add) ${vscode.l10n.t('Write “{0}”', name)}`, name, alwaysShow: true }];
  };
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Choose who does it, or write a name');
  pick.onDidChangeValue(show);
  show('');
  return (await answerOf(pick))?.name;
}

function sourceOf(from: KnownPerson['from']): string {
  return from === 'documents' ? vscode.l10n.t('in the documents') : from === 'codeowners' ? 'CODEOWNERS' : vscode.l10n.t('in the commits');
}
