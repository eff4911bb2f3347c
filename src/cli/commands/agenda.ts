import path from 'node:path';
import { dayOf } from '../../core/calendar.ts';
import { AGENDA_GROUPS, type AgendaGroup } from '../../core/config/schema.ts';
import type { Change } from '../../core/change.ts';
import { applyEdits } from '../../core/edit.ts';
import { isRefusal, REFUSALS } from '../../core/edits.ts';
import { say, type Language, type Text } from '../../core/language.ts';
import type { Workspace } from '../../core/workspace.ts';
import { carryOut } from '../carry-out.ts';
import { complain, failure } from '../failure.ts';
import { leadsOut } from '../inside.ts';
import type { Io } from '../io.ts';
import { openFile } from '../open-file.ts';
import { progressLine } from '../progress.ts';
import { slashes } from '../targets.ts';
import { openWorkspace } from '../workspaces.ts';
import type { Args, Command } from './command.ts';

const TEXTS = {
  outside: { en: 'nothing is written outside of the current folder, and "{folder}" leads out of it', ko: '현재 폴더 밖에는 쓰지 않습니다. "{folder}"은(는) 밖을 가리킵니다' },
  badDate: { en: '"{date}" is not a day of the calendar; write it as YYYY-MM-DD', ko: '"{date}"은(는) 달력에 없는 날짜입니다. YYYY-MM-DD로 쓰세요' },
  refused: { en: 'no agenda was drawn: {reason}', ko: '안건을 만들지 못했습니다. {reason}' },
} satisfies Record<string, Text>;

/** `docket agenda`: the next minutes, filled from the record, or a draft of them filled again. */
export const agenda: Command = {
  name: 'agenda',
  summary: { en: 'draft the minutes of the next meeting, or renew the draft', ko: '다음 회의록 초안을 만들거나 최신으로 고칩니다' },
  operands: [{ flags: '[file]', text: { en: 'minutes whose agenda is drawn again (default: the draft of the next meeting, or a new one)', ko: '안건을 다시 채울 회의록(기본값: 다음 회의의 초안, 없으면 새 문서)' } }],
  options: [
    { flags: '--date <day>', text: { en: 'the day of the meeting, YYYY-MM-DD (default: as far off as the last two were apart)', ko: '회의 날짜 YYYY-MM-DD(기본값: 지난 두 회의의 간격만큼 뒤)' } },
    { flags: '--dir <folder>', text: { en: 'the folder of the minutes (default: where the latest lie)', ko: '회의록 폴더(기본값: 가장 최근 회의록이 있는 폴더)' } },
    { flags: '--group <by>', text: { en: 'under what the action items stand: owner (default) or service; agenda: {group: service} in .docket.yaml says so for good', ko: '조치 항목을 묶는 기준: owner(기본값) 또는 service. .docket.yaml의 agenda: {group: service}로 고정할 수 있습니다' }, choices: AGENDA_GROUPS },
    { flags: '--print', text: { en: 'print the document instead of writing it', ko: '파일을 쓰지 않고 문서를 출력합니다' } },
    { flags: '--dry-run', text: { en: 'print what would change as a diff and write nothing', ko: '아무것도 쓰지 않고 바뀔 내용을 diff로 출력합니다' }, conflicts: ['print'] },
  ],
  more: (language) => say({
    en: 'The document has the prior action items, outages, decisions, reviews and planned changes that the record knows of,\nwith who was there the last time and whose turn it is to chair. Drawing it again renews what stands between\n<!-- docket:agenda … --> and <!-- /docket:agenda -->; what people wrote, ticked, moved or took out there stays so.\n\nExamples:\n  docket agenda\n  docket agenda --date 2026-12-02 --print\n  docket agenda docs/meetings/2026-12-02-production-meeting.md --dry-run',
    ko: '기록에 있는 지난 조치 항목, 장애, 결정, 검토, 예정된 변경과 지난 참석자, 이번 진행자를 문서에 채웁니다.\n다시 실행하면 <!-- docket:agenda … -->와 <!-- /docket:agenda --> 사이를 새로 고치되, 사람이 쓰거나 표시하거나\n옮기거나 뺀 것은 그대로 둡니다.\n\n예:\n  docket agenda\n  docket agenda --date 2026-12-02 --print\n  docket agenda docs/meetings/2026-12-02-운영-회의.md --dry-run',
  }, language),
  async run(args, io) {
    const userLanguage = args.lang ?? args.userLanguage;
    const [given] = args.operands;
    const dir = args.options['dir'] as string | undefined;
    const date = args.options['date'] as string | undefined;
    const folder = dir === undefined ? undefined : slashes(path.relative(io.cwd, path.resolve(io.cwd, dir)));
    if (folder !== undefined && leadsOut(folder)) throw failure(TEXTS.outside, userLanguage, { folder: dir! });
    if (date !== undefined && !isDay(date)) throw failure(TEXTS.badDate, userLanguage, { date });
    const { workspace, file, language } = given === undefined ? await openAll(args, io) : await openFile(given, args, io);
    const group = args.options['group'] as AgendaGroup | undefined;
    const request = { group, today: dayOf(io.now()), ...(date === undefined ? {} : { date }), ...(folder === undefined ? {} : { folder }), ...(args.lang ? { language: args.lang } : {}) };
    const { upcomingDraft } = await import('../../core/agenda/upcoming.ts');
    const { draftAgenda } = await import('../../core/agenda/draft.ts');
    const { redrawAgenda } = await import('../../core/agenda/redraw.ts');
    const { accountOfRedrawing, BARE } = await import('../../core/agenda/account.ts');
    const there = file ?? (await upcomingDraft(workspace, request));
    const made = there === undefined ? await draftAgenda(workspace, request) : await redrawAgenda(workspace, there, request.today, group);
    if (isRefusal(made)) throw failure(TEXTS.refused, language, { reason: say(REFUSALS[made.refused], language, made.data) });
    const changes: readonly Change[] = 'changes' in made ? made.changes : [{ kind: 'create', path: made.path, text: made.text }];
    if (args.options['print']) {
      const text = 'text' in made ? made.text : (await workspace.document(made.path)).text;
      io.out(changes.reduce((before, change) => (change.kind === 'edit' ? applyEdits(before, change.edits) : before), text));
      return 0;
    }
    await carryOut({ path: made.path, changes }, workspace, language, { options: { print: args.options['dryRun'] } }, io);
    if ('isBare' in made && made.isBare) complain(io, `docket: ${say(BARE, language)}`);
    if ('changes' in made) for (const line of accountOfRedrawing(made, language)) complain(io, line);
    return 0;
  },
};

async function openAll(args: Args, io: Io): Promise<{ readonly workspace: Workspace; readonly file: string | undefined; readonly language: Language }> {
  const progress = progressLine(io, args.lang ?? args.userLanguage);
  const workspace = await openWorkspace({ root: io.cwd, only: undefined }, args, io, progress);
  progress.end();
  return { workspace, file: undefined, language: args.lang ?? workspace.languageOf('') };
}

function isDay(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && Number.isFinite(Date.parse(`${date}T00:00:00Z`)) && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}
