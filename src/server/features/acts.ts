import { actIn } from '../../core/acts/act.ts';
import { dueChoices, nextMeeting, type DueChoice } from '../../core/acts/due-choices.ts';
import { statusChoicesOf } from '../../core/acts/status-choices.ts';
import { dayOf } from '../../core/calendar.ts';
import { isRefusal, REFUSALS, type Refusal } from '../../core/edits.ts';
import { RECORD_KINDS, type Status } from '../../core/entry.ts';
import { isAbsence } from '../../core/file-reasons.ts';
import { say, type Language, type MessageData, type Text } from '../../core/language.ts';
import type { KnownPerson } from '../../core/people.ts';
import { placesIn } from '../../core/trees/carried.ts';
import { among } from '../../core/trees/mine.ts';
import { NO_STATUS, STATUS_WORDS } from '../../core/trees/status-words.ts';
import type { Subject } from '../../core/trees/tree.ts';
import { Method, type ActParams, type ActResult, type DocumentParams, type DueParams, type PeopleParams, type StatusSteps } from '../../protocol/protocol.ts';
import { toFileChanges } from '../changes.ts';
import { uriOf, type Located } from '../folders.ts';
import type { Session } from '../session.ts';

const LEFT: Text = { en: 'Not changed in {path}: {reason}', ko: '{path}에서는 바꾸지 못했습니다. {reason}' };
const NO_ACTION: Text = { en: 'There is no action item on this line.', ko: '이 줄에는 할 일이 없습니다.' };

/** Makes the edits of what somebody does with a row of a view, and offers what to choose from; writes nothing itself. */
export function acts(session: Session) {
  const located = async (uri: string): Promise<Located | undefined> => {
    await session.settle(uri);
    const found = session.folders.locate(uri);
    await found?.folder.upkeep.loaded;
    return found;
  };
  // What is not open may have been changed by another program, or be gone, and nobody has told yet.
  const readAgain = async ({ folder: { workspace, upkeep }, folder, path }: Located): Promise<void> => {
    for (const one of new Set([path, workspace.entry(path)?.evidence.status?.path ?? path])) if (!session.documents.get(uriOf(folder, one))) await workspace.refresh(one);
    if (workspace.problems(path).some(({ data }) => isAbsence(String(data['reason'])))) await upkeep.look([path]);
  };
  const today = (): string => dayOf(new Date());
  const unknown = (uri: string): string => say(REFUSALS['unknown-document'], session.folders.language, { path: uri });

  return {
    [Method.act]: async ({ subject, act }: ActParams): Promise<ActResult> => {
      await Promise.all(session.documents.keys().map((uri) => session.settle(uri)));
      const found = await located(subject.uri);
      if (!found) return { refused: unknown(subject.uri) };
      const { folder: { workspace }, folder, path } = found;
      const language = workspace.languageOf(path);
      // The row may be of a document that is gone, or that came a moment ago.
      if (!workspace.has(path)) await folder.upkeep.look([path]);
      if (workspace.has(path)) await readAgain(found);
      if (!workspace.has(path)) return { refused: say(REFUSALS['unknown-document'], language, { path }) };
      const meant = subjectOf(found, subject);
      if (!meant) return { refused: say(NO_ACTION, language) };
      const done = await actIn(workspace, meant, act);
      const words = ({ refused, data }: Refusal): string => say(REFUSALS[refused], language, refused === 'no-step' ? inWords(data ?? {}, language) : data);
      if (isRefusal(done)) return { refused: words(done) };
      const notice = done.left.map((one) => say(LEFT, language, { path: one.path, reason: words(one.why) })).join(' ');
      return { changes: await toFileChanges(folder, done.changes), ...(notice ? { notice } : {}) };
    },

    [Method.statusSteps]: async ({ uri }: DocumentParams): Promise<StatusSteps | null> => {
      const found = await located(uri);
      const entry = found?.folder.workspace.entry(found.path);
      if (!found || !entry || !RECORD_KINDS.includes(entry.kind) || (entry.status === null && entry.kind === 'meeting')) return null;
      const language = found.folder.workspace.languageOf(found.path);
      const { steps } = await statusChoicesOf(found.folder.workspace, entry);
      const nameOf = (status: Status | null | undefined): string => say(status ? STATUS_WORDS[status].label : NO_STATUS.label, language);
      return {
        label: nameOf(entry.status), icon: entry.status ? STATUS_WORDS[entry.status].icon : NO_STATUS.icon,
        steps: steps.map(({ value, means }) => ({ value, label: value === means ? nameOf(means) : value, description: means && value !== means ? nameOf(means) : '', icon: means ? STATUS_WORDS[means].icon : NO_STATUS.icon })),
      };
    },

    [Method.dueChoices]: async ({ uri, written }: DueParams): Promise<readonly DueChoice[]> => {
      const found = await located(uri);
      const workspace = found?.folder.workspace;
      return dueChoices(today(), workspace?.languageOf(found!.path) ?? session.folders.language, { written, meeting: workspace && nextMeeting(workspace.entries(), today()) });
    },

    [Method.people]: async ({ uri, me }: PeopleParams): Promise<readonly KnownPerson[]> => {
      const people = (await (await located(uri))?.folder.workspace.people()) ?? [];
      const isMe = among(me);
      return [...people.filter(({ name }) => isMe(name)).map((one) => ({ ...one, isMe: true })), ...people.filter(({ name }) => !isMe(name))];
    },
  };
}

// The team's own words for a status stay; Docket's are said in the language of the user.
function inWords(data: MessageData, language: Language): MessageData {
  const wordOf = (value: string): string => (Object.hasOwn(STATUS_WORDS, value) ? say(STATUS_WORDS[value as Status].label, language) : value);
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value).split(', ').map(wordOf).join(', ')]));
}

function subjectOf({ folder, path }: Located, subject: ActParams['subject']): Subject | undefined {
  if (!('line' in subject)) return { ...subject, path };
  const entry = folder.workspace.entry(path);
  const place = entry && placesIn(entry).find(({ action }) => action.line === subject.line + 1);
  return place && { path, action: { text: place.action.text, nth: place.nth } };
}
