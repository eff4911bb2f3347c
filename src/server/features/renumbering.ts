import { isRefusal, REFUSALS } from '../../core/edits.ts';
import { say } from '../../core/language.ts';
import { renumberIn } from '../../core/renumber/in-workspace.ts';
import { Method, type RenumberParams, type RenumberResult } from '../../protocol/protocol.ts';
import { toFileChanges } from '../changes.ts';
import { uriOf } from '../folders.ts';
import type { Session } from '../session.ts';

/** Makes the edits that give a document another number; writes nothing itself. */
export function renumbering(session: Session) {
  return {
    [Method.renumber]: async ({ uri, number }: RenumberParams, signal: AbortSignal): Promise<RenumberResult> => {
      for (const document of session.documents.all()) await session.settle(document.uri);
      const located = session.folders.locate(uri);
      if (!located) return { refused: say(REFUSALS['unknown-document'], session.folders.language, { path: uri }) };
      const { folder, path } = located;
      await folder.upkeep.loaded;
      signal.throwIfAborted();
      const made = await renumberIn(folder.workspace, { path, ...(number === undefined ? {} : { number }) });
      if (isRefusal(made)) return { refused: say(REFUSALS[made.refused], folder.workspace.languageOf(path), made.data) };
      return {
        changes: await toFileChanges(folder, made.changes),
        open: uriOf(folder, made.path),
        undecided: made.undecided.map((one) => `${one.path}:${one.line} ${one.text}`),
      };
    },
  };
}
