import { toHtml } from 'hast-util-to-html';
import { dayOf } from '../../core/calendar.ts';
import type { Language } from '../../core/language.ts';
import { addBurnDowns, burnDownOf, withToday, type BurnDown } from '../../core/summary/burn-down.ts';
import type { Counted } from '../../core/summary/counted.ts';
import { pageBody } from '../../core/summary/page/body.ts';
import { summaryOf } from '../../core/summary/summary.ts';
import { Method, type Dashboard, type DashboardParams } from '../../protocol/protocol.ts';
import { uriOf, type Folder } from '../folders.ts';
import type { Session } from '../session.ts';

/** Answers with what is open in all folders, as the content of a page. */
export function dashboard(session: Session) {
  const histories = new Map<Folder, History>();

  // What lies before today is counted once for each commit, day and configuration.
  const historyIn = async (folder: Folder, today: string, waits: boolean, signal: AbortSignal): Promise<BurnDown> => {
    const { workspace } = folder;
    const [head] = (await workspace.past?.commitsOn([today])) ?? [];
    if (head === undefined) return { missing: 'no-git' };
    const key = [head, today, ...workspace.configPaths().map((path) => workspace.configurationOf(path))];
    const known = histories.get(folder);
    const history = known && (known.isRead || !known.signal.aborted) && known.key.length === key.length && known.key.every((one, index) => one === key[index]) ? known : undefined;
    if (!history && !waits) return { missing: 'reading' };
    const next = history ?? begin(key, signal, burnDownOf(workspace, today, { signal }));
    histories.set(folder, next);
    if (!waits && !next.isRead) return { missing: 'reading' };
    return withToday(await next.burnDown, workspace.entries(), today);
  };

  return {
    [Method.dashboard]: async ({ history }: DashboardParams, signal: AbortSignal): Promise<Dashboard> => {
      const folders = session.folders.all();
      for (const folder of histories.keys()) if (!folders.includes(folder)) histories.delete(folder);
      await Promise.all(folders.map(({ upkeep }) => upkeep.loaded));
      signal.throwIfAborted();
      const today = dayOf(new Date());
      const burnDown = addBurnDowns(await Promise.all(folders.map((folder) => historyIn(folder, today, history, signal))));
      const counted = folders.flatMap(countedIn);
      const language: Language = folders[0]?.workspace.languageOf('') ?? session.folders.language;
      const body = pageBody(summaryOf(counted, today, burnDown), {
        name: folders.map(({ name }) => name).join(', '), language, savesFigures: true,
        links: ({ at, line }) => ({ role: 'link', tabIndex: 0, dataAt: at, dataLine: line }),
      });
      return { language, html: toHtml(body, { closeSelfClosing: true }), documents: counted.map(({ at }) => at) };
    },
  };
}

interface History {
  readonly key: readonly unknown[];
  /** Of the request for which it is read. */
  readonly signal: AbortSignal;
  readonly burnDown: Promise<BurnDown>;
  isRead: boolean;
}

function begin(key: readonly unknown[], signal: AbortSignal, burnDown: Promise<BurnDown>): History {
  const history: History = { key, signal, burnDown, isRead: false };
  burnDown.then(() => { history.isRead = true; }, () => {});
  return history;
}

function countedIn(folder: Folder): Counted[] {
  const { workspace } = folder;
  return workspace.entries().map((entry) => ({ entry, at: uriOf(folder, entry.path), atOf: (path) => (workspace.has(path) ? uriOf(folder, path) : path) }));
}
