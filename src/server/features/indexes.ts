import { isRefusal, REFUSALS } from '../../core/edits.ts';
import { say, type Text } from '../../core/language.ts';
import { indexesIn, updateIndexIn } from '../../core/record-index/in-workspace.ts';
import { Method, type FileChange, type IndexParams, type IndexResult } from '../../protocol/protocol.ts';
import { toFileChanges } from '../changes.ts';
import type { Folder } from '../folders.ts';
import { pauses } from '../pause.ts';
import type { Session } from '../session.ts';

const NONE: Text = {
  en: 'There is no list or table of records here; put <!-- docket:index --> and <!-- /docket:index --> where one is to stand.',
  ko: '기록의 목록이나 표가 없습니다. 목록을 둘 자리에 <!-- docket:index -->와 <!-- /docket:index -->를 넣으세요.',
};

/** Brings the index of one document, or every index, up to date; writes nothing itself. */
export function indexes(session: Session) {
  return {
    [Method.updateIndex]: async ({ uri, removesGone = false }: IndexParams, signal: AbortSignal): Promise<IndexResult> => {
      const pause = pauses();
      const changes: FileChange[] = [];
      const sum = { found: 0, added: 0, changed: 0, unplaced: [] as string[], gone: [] as string[] };
      for (const { folder, paths } of await asked(session, uri)) {
        const { workspace } = folder;
        for (const path of paths) {
          await pause();
          signal.throwIfAborted();
          const update = await updateIndexIn(workspace, path, { isAsked: uri !== undefined, removesGone });
          if (!update) continue;
          if (isRefusal(update)) return { refused: say(REFUSALS[update.refused], workspace.languageOf(path), update.data) };
          sum.found++;
          sum.added += update.added.length;
          sum.changed += update.changed.length;
          sum.unplaced.push(...update.unplaced.map((record) => record.path));
          sum.gone.push(...update.gone.map((record) => record.path));
          if (update.edits.length) changes.push(...(await toFileChanges(folder, [{ kind: 'edit', path, edits: update.edits }])));
        }
      }
      const language = session.folders.all()[0]?.workspace.languageOf('') ?? session.folders.language;
      return sum.found ? { changes, ...sum } : { refused: say(NONE, language) };
    },
  };
}

async function asked(session: Session, uri: string | undefined): Promise<{ readonly folder: Folder; readonly paths: readonly string[] }[]> {
  for (const document of session.documents.all()) await session.settle(document.uri);
  if (uri !== undefined) {
    const located = session.folders.locate(uri);
    if (!located) return [];
    await located.folder.upkeep.loaded;
    return [{ folder: located.folder, paths: [located.path] }];
  }
  return Promise.all(session.folders.all().map(async (folder) => {
    await folder.upkeep.loaded;
    return { folder, paths: await indexesIn(folder.workspace) };
  }));
}
