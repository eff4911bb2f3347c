import { dayOf } from '../../core/calendar.ts';
import { say, type Text } from '../../core/language.ts';
import { trees } from '../../core/trees/index.ts';
import { takeAsked } from '../asked.ts';
import { complain, failure } from '../failure.ts';
import { recordsElsewhere } from '../list-elsewhere.ts';
import { treeOf } from '../list-tree.ts';
import { listReporters } from '../reporters/list/index.ts';
import { treeLines, treeText } from '../tree-text.ts';
import { PATHS, type Command } from './command.ts';

const MORE: Text = {
  en: 'The table shows design docs, decision records, postmortems and meetings with what is to do;\nndjson has one JSON object a line for every Markdown file, every action item and every open question.\n\nExamples:\n  docket list\n  docket list --format ndjson docs | jq -r \'select(.open) | .path\'\n  docket list --tree actions --group owner\n  docket list --all-repositories --tree decisions --group repository',
  ko: '표에는 설계 문서와 결정 기록, 포스트모템, 회의록과 할 일이 나옵니다.\nndjson은 모든 Markdown 파일과 할 일, 미해결 질문을 한 줄에 JSON 객체 하나로 씁니다.\n\n예:\n  docket list\n  docket list --format ndjson docs | jq -r \'select(.open) | .path\'\n  docket list --tree actions --group owner\n  docket list --all-repositories --tree decisions --group repository',
};

const NEEDS_TREE: Text = { en: '"{option}" is about the rows of a tree; name one with --tree', ko: '"{option}"은(는) 트리의 행에 쓰는 옵션입니다. --tree로 트리를 지정하세요' };

/** `docket list`: documents with their status, and what is to do. */
export const list: Command = {
  name: 'list',
  summary: { en: 'show documents with their status, and what is to do', ko: '문서와 그 상태, 할 일을 보여 줍니다' },
  operands: [PATHS],
  options: [
    { flags: '--format <format>', text: { en: 'how to print the documents', ko: '문서를 출력하는 형식' }, choices: Object.keys(listReporters), default: 'table' },
    { flags: '--explain', text: { en: 'say of every value which line and dialect it comes from (as --format explain)', ko: '모든 값이 어느 줄, 어느 표기법에서 왔는지 보여 줍니다(--format explain과 같음)' }, conflicts: ['format', 'tree'] },
    { flags: '--all-repositories', text: { en: 'also the records of the repositories whose indexes .docket.yaml names', ko: '.docket.yaml에 인덱스를 적은 다른 저장소의 기록도 보여 줍니다' } },
    { flags: '--tree <name>', text: { en: 'print a view of the editor instead', ko: '대신 편집기의 보기를 출력' }, choices: trees.map(({ id }) => id) },
    { flags: '--group <name>', text: { en: 'group the rows of the tree by this', ko: '트리의 행을 묶는 기준' } },
    { flags: '--order <name>', text: { en: 'order the rows of the tree by this', ko: '트리의 행을 늘어놓는 순서' } },
    { flags: '--filter <text>', text: { en: 'only rows of the tree with these words', ko: '이 낱말이 있는 트리의 행만' } },
    { flags: '--owner <name>', text: { en: 'only rows of the tree that this person owns', ko: '이 사람이 담당하는 트리의 행만' } },
    { flags: '--mine', text: { en: 'only rows of the tree that I own', ko: '내가 담당하는 트리의 행만' } },
    { flags: '--overdue', text: { en: 'only rows of the tree whose date has passed', ko: '기한이 지난 트리의 행만' } },
    { flags: '--done', text: { en: 'in the tree also what is done', ko: '트리에 끝난 것도 보이기' } },
    { flags: '--me <names>', text: { en: 'who I am, names and handles with commas (default: user.name of Git)', ko: '나의 이름과 계정, 쉼표로 구분(기본값: Git의 user.name)' } },
  ],
  more: (language) => say(MORE, language),
  async run(args, io) {
    const unread: string[] = [];
    const { taken, ...style } = await takeAsked(args, io, async ({ workspace, name, root, path, pathFromCwd, shown }) => {
      const problems = workspace.problems(name).map((problem) => problem.id as string);
      const findings = problems.length ? await workspace.lint(name) : [];
      for (const { line, column, reason, messageId } of findings) if (problems.includes(messageId)) unread.push(`${pathFromCwd}:${line}:${column}: ${reason}`);
      const entry = workspace.entry(name);
      return entry ? [{ entry, path, pathFromCwd, shown, workspace, name, root }] : [];
    });
    for (const line of unread) complain(io, line);
    if (typeof args.options['tree'] === 'string') {
      const report = { ...(await treeOf(taken.flat(), args, io, style.language)), ...style };
      io.out(args.options['format'] === 'ndjson' ? treeLines(report) : treeText(report));
      return 0;
    }
    const stray = ['group', 'order', 'filter', 'owner', 'mine', 'overdue', 'done', 'me'].find((name) => args.options[name] !== undefined);
    if (stray !== undefined) throw failure(NEEDS_TREE, style.language, { option: `--${stray}` });
    const report = listReporters[args.options['explain'] ? 'explain' : (args.options['format'] as keyof typeof listReporters)];
    const documents = args.options['allRepositories'] ? [...taken.flat(), ...recordsElsewhere(taken.flat().map(({ workspace }) => workspace))] : taken.flat();
    io.out(report({ documents, ...style, today: dayOf(io.now()) }));
    return 0;
  },
};
