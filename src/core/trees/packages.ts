import type { Text } from '../language.ts';

/** How what is about no part of a repository is called. */
export const WHOLE: Text = { en: 'Whole Repository', ko: '저장소 전체' };

/** Folders that hold documents, whatever they are about. */
const OF_DOCUMENTS = /^(?:\.?docs?|documentation|adrs?|decisions?|decision[-_]?(?:records?|log)|designs?|design[-_]?docs?|rfcs?|rfds?|keps?|proposals?|postmortems?|incidents?|retros?|meetings?|minutes|meeting[-_]?notes|notes|migrations?|migration-plans|charters?|readiness(?:-reviews)?|architecture|arch|wiki|text)$/i;

/** The part of a repository that a document is about: the folder above those that only hold documents; empty for the whole of it. */
export function packageOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const at = folders.findIndex((name) => OF_DOCUMENTS.test(name));
  const own = folders.slice(0, at < 0 ? folders.length : at).join('/');
  return own !== '' || at < 0 ? own : below(folders.slice(at));
}

// `docs/billing/adr` is about billing.
function below(folders: readonly string[]): string {
  const at = folders.findIndex((name) => !OF_DOCUMENTS.test(name));
  const next = folders[at + 1];
  return at > 0 && next !== undefined && OF_DOCUMENTS.test(next) ? folders[at]! : '';
}
