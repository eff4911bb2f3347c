import { dayOf } from '../../core/calendar.ts';
import { say, type Text } from '../../core/language.ts';
import { takeAsked } from '../asked.ts';
import { complain } from '../failure.ts';
import { listReporters } from '../reporters/list/index.ts';
import { PATHS, type Command } from './command.ts';

const MORE: Text = {
  en: 'The table shows design docs, decision records, postmortems and meetings with what is to do;\nndjson has one JSON object a line for every Markdown file, every action item and every open question.\n\nExamples:\n  docket list\n  docket list --format ndjson docs | jq -r \'select(.open) | .path\'',
  ko: '표에는 설계 문서와 결정 기록, 포스트모템, 회의록과 할 일이 나옵니다.\nndjson은 모든 Markdown 파일과 할 일, 미해결 질문을 한 줄에 JSON 객체 하나로 씁니다.\n\n예:\n  docket list\n  docket list --format ndjson docs | jq -r \'select(.open) | .path\'',
};

/** `docket list`: documents with their status, and what is to do. */
export const list: Command = {
  name: 'list',
  summary: { en: 'show documents with their status, and what is to do', ko: '문서와 그 상태, 할 일을 보여 줍니다' },
  operands: [PATHS],
  options: [
    { flags: '--format <format>', text: { en: 'how to print the documents', ko: '문서를 출력하는 형식' }, choices: Object.keys(listReporters), default: 'table' },
    { flags: '--explain', text: { en: 'say of every value which line and dialect it comes from (as --format explain)', ko: '모든 값이 어느 줄, 어느 표기법에서 왔는지 보여 줍니다(--format explain과 같음)' }, conflicts: ['format'] },
  ],
  more: (language) => say(MORE, language),
  async run(args, io) {
    const unread: string[] = [];
    const { taken, ...style } = await takeAsked(args, io, async ({ workspace, name, path, pathFromCwd, shown }) => {
      const problems = workspace.problems(name).map((problem) => problem.id as string);
      const findings = problems.length ? await workspace.lint(name) : [];
      for (const { line, column, reason, messageId } of findings) if (problems.includes(messageId)) unread.push(`${pathFromCwd}:${line}:${column}: ${reason}`);
      const entry = workspace.entry(name);
      return entry ? [{ entry, path, pathFromCwd, shown }] : [];
    });
    for (const line of unread) complain(io, line);
    const report = listReporters[args.options['explain'] ? 'explain' : (args.options['format'] as keyof typeof listReporters)];
    io.out(report({ documents: taken.flat(), ...style, today: dayOf(io.now()) }));
    return 0;
  },
};
