import * as vscode from 'vscode';
import type { Filter } from '../../protocol/protocol.ts';

/** A filter in words, for a view's description; empty where there is none. */
export function describeFilter(filter: Filter | undefined): string {
  if (!filter) return '';
  const { text, mine, kind, owner, overdue } = filter;
  return [
    ...(text ? [`“${text}”`] : []),
    ...(mine ? [vscode.l10n.t('mine')] : []),
    ...(owner === undefined ? [] : [owner]),
    ...(kind === undefined ? [] : [kindWord(kind)]),
    ...(overdue ? [vscode.l10n.t('overdue')] : []),
  ].join(' · ');
}

/** How a kind of documents is called. */
export function kindWord(kind: string): string {
  switch (kind) {
    case 'decision':
      return vscode.l10n.t('decision records');
    case 'design':
      return vscode.l10n.t('design docs');
    case 'postmortem':
      return vscode.l10n.t('postmortems');
    case 'meeting':
      return vscode.l10n.t('meetings');
    default:
      return kind;
  }
}
