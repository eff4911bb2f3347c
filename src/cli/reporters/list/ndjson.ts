import { RECORD_KINDS, type Action, type Evidence, type Question } from '../../../core/entry.ts';
import { questionsAlone } from '../../../core/questions/alone.ts';
import { printableJson } from '../../display.ts';
import type { ListReport } from '../reporter.ts';

/** One JSON object a line: each document, then its action items and open questions where it is a document of the team. */
export function ndjson({ documents }: ListReport): string {
  return documents.flatMap(({ path, entry, shown, repository }) => {
    const actions = RECORD_KINDS.includes(entry.kind) ? entry.actions : [];
    const count = (done: boolean): number => actions.filter((action) => action.done === done).length;
    return [
      {
        type: 'document', ...(repository === undefined ? {} : { repository }), path, kind: entry.kind, id: entry.id, number: entry.number, title: entry.title,
        status: entry.status, statusText: entry.statusText, open: entry.open, date: entry.date,
        owners: entry.owners, supersededBy: entry.supersededBy.map(shown), supersedes: entry.supersedes.map(shown),
        amends: entry.amends.map(shown), amendedBy: entry.amendedBy.map(shown), requires: entry.requires.map(shown), requiredBy: entry.requiredBy.map(shown),
        actions: { open: count(false), done: count(true) },
        evidence: Object.fromEntries(Object.entries(entry.evidence).map(([property, evidence]) => [property, placeOf(evidence, shown)])),
      },
      ...actions.map((action) => lineOf(action, path)),
      ...(RECORD_KINDS.includes(entry.kind) ? questionsAlone(entry) : []).map((question) => questionLine(question, path)),
    ].map((line) => `${printableJson(line)}\n`);
  }).join('');
}

function placeOf({ line, dialect, path }: Evidence, shown: (path: string) => string): object {
  return { line, dialect, ...(path === undefined ? {} : { path: shown(path) }) };
}

function lineOf(action: Action, path: string): object {
  const { line, text, done, owners, due, priority, dialect, flaws } = action;
  const unreadable = flaws.map((flaw) => flaw.id);
  return { type: 'action', path, line, text, done, owners, due, priority, dialect, ...(unreadable.length ? { unreadable } : {}) };
}

function questionLine({ line, text, dialect }: Question, path: string): object {
  return { type: 'question', path, line, text, dialect };
}
