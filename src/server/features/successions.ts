import { dayOf } from '../../core/calendar.ts';
import { isRefusal, REFUSALS } from '../../core/edits.ts';
import { say, type Text } from '../../core/language.ts';
import { succeedIn } from '../../core/succession/in-workspace.ts';
import { Method, type ChangesResult, type SuccessionParams } from '../../protocol/protocol.ts';
import { toFileChanges } from '../changes.ts';
import { uriOf } from '../folders.ts';
import type { Session } from '../session.ts';

const NO_TITLE: Text = { en: 'A document needs a title.', ko: '문서에는 제목이 필요합니다.' };

/** Makes what supersedes or amends a document, from the texts as they stand in the editor; writes nothing itself. */
export function successions(session: Session) {
  return {
    [Method.succeed]: async ({ uri, how, title }: SuccessionParams, signal: AbortSignal): Promise<ChangesResult> => {
      await session.settle(uri);
      const located = session.folders.locate(uri);
      if (!located) return { refused: say(REFUSALS['unknown-document'], session.folders.language, { path: uri }) };
      const { folder, path } = located;
      await folder.upkeep.loaded;
      signal.throwIfAborted();
      const { workspace } = folder;
      const language = workspace.languageOf(path);
      if (title.trim() === '') return { refused: say(NO_TITLE, language) };
      // What is not open may have been changed by another program a moment ago.
      for (const one of [path, workspace.entry(path)?.evidence.status?.path ?? path]) if (!session.documents.get(uriOf(folder, one))) await workspace.refresh(one);
      const made = await succeedIn(workspace, { how, path, title, today: dayOf(new Date()) });
      if (isRefusal(made)) return { refused: say(REFUSALS[made.refused], language, made.data) };
      return { changes: await toFileChanges(folder, made.changes), open: uriOf(folder, made.path) };
    },
  };
}
