import { accountOfClosing, accountOfRedrawing, BARE, leftOver } from '../../core/agenda/account.ts';
import { closeMeeting } from '../../core/agenda/close.ts';
import { draftAgenda } from '../../core/agenda/draft.ts';
import { redrawAgenda } from '../../core/agenda/redraw.ts';
import { stretchesIn } from '../../core/agenda/stretch.ts';
import { upcomingDraft } from '../../core/agenda/upcoming.ts';
import { dayOf } from '../../core/calendar.ts';
import { isRefusal, REFUSALS } from '../../core/edits.ts';
import { say } from '../../core/language.ts';
import { Method, type CloseMeetingResult, type DocumentParams, type DraftMeetingParams, type DraftMeetingResult } from '../../protocol/protocol.ts';
import { toFileChanges } from '../changes.ts';
import { uriOf, type Folder } from '../folders.ts';
import type { Session } from '../session.ts';

/** Makes the edits that draft a meeting, draw its agenda again, and close it; writes nothing itself. */
export function meetings(session: Session) {
  const settled = async (): Promise<void> => {
    for (const document of session.documents.all()) await session.settle(document.uri);
  };

  return {
    [Method.draftMeeting]: async ({ folder: uri, uri: shown, after }: DraftMeetingParams, signal: AbortSignal): Promise<DraftMeetingResult> => {
      await settled();
      const located = shown === undefined ? undefined : session.folders.locate(shown);
      const folder = located?.folder ?? session.folders.at(uri) ?? session.folders.locate(uri)?.folder;
      if (!folder) return { refused: say(REFUSALS['unknown-document'], session.folders.language, { path: uri }) };
      await folder.upkeep.loaded;
      signal.throwIfAborted();
      const { workspace } = folder;
      const today = dayOf(new Date());
      const closed = after === undefined ? undefined : workspace.entry(session.folders.locate(after)?.path ?? '')?.date;
      const there = (located && (await ahead(folder, located.path, today))) ?? (await upcomingDraft(workspace, { today, ...(closed ? { after: closed } : {}) }));
      const made = there === undefined ? await draftAgenda(workspace, { today }) : await redrawAgenda(workspace, there, today);
      const language = workspace.languageOf(there ?? '');
      if (isRefusal(made)) return { refused: say(REFUSALS[made.refused], language, made.data) };
      const open = uriOf(folder, made.path);
      if ('text' in made) return { changes: [{ kind: 'create', uri: open, text: made.text }], open, isNew: true, account: made.isBare ? [say(BARE, language)] : [] };
      return { changes: await toFileChanges(folder, made.changes), open, isNew: false, account: accountOfRedrawing(made, language) };
    },

    [Method.closeMeeting]: async ({ uri }: DocumentParams, signal: AbortSignal): Promise<CloseMeetingResult> => {
      await settled();
      const located = session.folders.locate(uri);
      if (!located) return { refused: say(REFUSALS['unknown-document'], session.folders.language, { path: uri }) };
      const { folder, path } = located;
      await folder.upkeep.loaded;
      signal.throwIfAborted();
      const language = folder.workspace.languageOf(path);
      const made = await closeMeeting(folder.workspace, path, dayOf(new Date()));
      if (isRefusal(made)) return { refused: say(REFUSALS[made.refused], language, made.data) };
      return { changes: await toFileChanges(folder, made.changes), account: accountOfClosing(made, language), left: leftOver(made, language) };
    },
  };
}

// The minutes that the user looks at, unless their meeting is over; those of today only where an agenda was drawn into them.
async function ahead({ workspace }: Folder, path: string, today: string): Promise<string | undefined> {
  const entry = workspace.entry(path);
  if (entry?.kind !== 'meeting' || (entry.date ?? today) < today) return undefined;
  return (entry.date !== null && entry.date > today) || stretchesIn(await workspace.document(path)).length ? path : undefined;
}
