import { adoptableTemplates, type Adoptable } from '../../core/adoptable.ts';
import { baselineText } from '../../core/baseline.ts';
import type { Change } from '../../core/change.ts';
import { CONFIG_FILE } from '../../core/config.ts';
import { applyEdits, type Edit } from '../../core/edit.ts';
import { nameBaseline, nameTypes } from '../../core/edits/name-types.ts';
import { RECORD_KINDS } from '../../core/entry.ts';
import type { Finding } from '../../core/finding.ts';
import { say, type Language, type MessageData, type Text } from '../../core/language.ts';
import type { Workspace } from '../../core/workspace.ts';
import { printDiff } from '../diff.ts';
import { printable } from '../display.ts';
import { nodeFiles } from '../../files/node.ts';
import { failure } from '../failure.ts';
import { progressLine } from '../progress.ts';
import { targetsOf } from '../targets.ts';
import { openWorkspace } from '../workspaces.ts';
import { writeChanges } from '../write-changes.ts';
import type { Command } from './command.ts';

const BASELINE = 'docket-baseline.json';

const TEXTS = {
  found: { en: 'Records found: {count} ({kinds}).', ko: '문서 {count}개를 찾았습니다({kinds}).' },
  nothing: { en: 'No design docs, decision records, postmortems or meetings were found here.', ko: '설계 문서, 결정 기록, 포스트모템, 회의록을 찾지 못했습니다.' },
  noTemplate: { en: 'No template was found that documents follow, so the built-in types hold; see docket new --help.', ko: '문서가 따르는 템플릿을 찾지 못해 기본 형식을 씁니다. docket new --help를 보세요.' },
  follows: { en: '{path}: {documents} documents follow it, and {conforming} of them have all it asks for; becomes the type "{type}" for {files}', ko: '{path}: 문서 {documents}개가 따르고, 그중 {conforming}개는 요구하는 것을 모두 갖췄습니다. {files} 문서의 "{type}" 형식이 됩니다' },
  others: { en: '  documents beside them that do not follow it: {others}', ko: '  옆에 있지만 따르지 않는 문서: {others}개' },
  named: { en: 'Named already: {types}.', ko: '이미 등록된 형식: {types}.' },
  unused: { en: '{path}: no document follows it, so it is left alone', ko: '{path}: 따르는 문서가 없어 그대로 둡니다' },
  offer: { en: 'The documents now have {count} findings; docket init --baseline accepts them for now.', ko: '이제 문서에서 {count}개가 발견됩니다. docket init --baseline을 실행하면 지금 있는 것을 받아들입니다.' },
  recorded: { en: '{count} findings are accepted for now in {path}.', ko: '{count}개를 {path}에 기록해 지금은 받아들입니다.' },
  written: { en: 'Written: {paths}', ko: '쓴 파일: {paths}' },
  unchanged: { en: 'Nothing to write.', ko: '쓸 것이 없습니다.' },
  'not-yaml': { en: '{path} is not a map of settings in YAML, so nothing was written; correct it first', ko: '{path}이(가) YAML 설정이 아니어서 아무것도 쓰지 않았습니다. 먼저 고치세요' },
  'in-braces': { en: 'the types in {path} are written in braces; write them one on a line, and run this again', ko: '{path}의 형식이 중괄호로 쓰여 있습니다. 한 줄에 하나씩 쓰고 다시 실행하세요' },
  'no-folder': { en: '"{path}" is no folder', ko: '"{path}"은(는) 폴더가 아닙니다' },
  more: { en: 'Templates are found by their names (template.md, 0000-…, NNNN-…, templates/…) and by their placeholders.\n\nExamples:\n  docket init --print\n  docket init --baseline', ko: '템플릿은 이름(template.md, 0000-…, NNNN-…, templates/…)과 자리표시자로 찾습니다.\n\n예:\n  docket init --print\n  docket init --baseline' },
} satisfies Record<string, Text>;

const KINDS: Readonly<Record<string, Text>> = {
  decision: { en: '{count} decisions', ko: '결정 {count}개' },
  design: { en: '{count} designs', ko: '설계 {count}개' },
  postmortem: { en: '{count} postmortems', ko: '포스트모템 {count}개' },
  meeting: { en: '{count} meetings', ko: '회의 {count}개' },
};

/** `docket init`: names the templates that lie in a folder in its `.docket.yaml`. */
export const init: Command = {
  name: 'init',
  summary: { en: 'adopt the templates that lie in a folder', ko: '폴더에 있는 템플릿을 형식으로 등록합니다' },
  operands: [{ flags: '[folder]', text: { en: 'the folder that gets the .docket.yaml (default: the current one)', ko: '.docket.yaml을 둘 폴더(기본값: 현재 폴더)' } }],
  options: [
    { flags: '--baseline', text: { en: 'accept the findings that there are now', ko: '지금 있는 발견 사항을 받아들입니다' } },
    { flags: '--print', text: { en: 'print the changes instead of writing them', ko: '파일을 쓰지 않고 바뀌는 내용을 출력합니다' } },
  ],
  more: (language) => say(TEXTS.more, language),
  async run(args, io) {
    const target = (await targetsOf(args.operands, io.cwd, args.lang ?? args.userLanguage))[0]!;
    if (target.only) throw failure(TEXTS['no-folder'], args.lang ?? args.userLanguage, { path: args.operands[0]! });
    const progress = progressLine(io, args.userLanguage);
    const workspace = await openWorkspace(target, args, io, progress, { makesBaseline: args.options['baseline'] === true });
    const adoptable = await adoptableTemplates(workspace);
    progress.end();
    const language = args.lang ?? workspace.languageOf('');
    const line = (text: Text, data: MessageData = {}): void => io.out(`${printable(say(text, language, data))}\n`);

    describe(workspace, adoptable, language, line);
    const before = await textsIn(target.root, [CONFIG_FILE, workspace.configurationOf('').config.baseline?.path ?? BASELINE]);
    const old = before.get(CONFIG_FILE) ?? '';
    let text = withTypes(old, adoptable, language);
    await workspace.open(CONFIG_FILE, text);
    const findings = await findingsOf(workspace);
    const count = [...findings.values()].reduce((sum, all) => sum + all.length, 0);
    const changes: Change[] = [];
    if (args.options['baseline'] && count) {
      const named = workspace.configurationOf('').config.baseline?.path;
      if (named === undefined) text = applyEdits(text, [nameBaseline(text, BASELINE)]);
      changes.push(replacement(named ?? BASELINE, before.get(named ?? BASELINE), baselineText(findings)));
    }
    if (text !== old) changes.unshift(replacement(CONFIG_FILE, before.get(CONFIG_FILE), text));

    if (args.options['print']) await printDiff(changes, before, io, target.root);
    else await writeChanges(target.root, changes, before, language);
    if (!changes.length) line(TEXTS.unchanged);
    else if (!args.options['print']) line(TEXTS.written, { paths: changes.map((change) => change.path).join(', ') });
    if (count && adoptable.some(({ documents }) => documents.length)) line(args.options['baseline'] ? TEXTS.recorded : TEXTS.offer, { count, path: BASELINE });
    return 0;
  },
};

async function textsIn(root: string, names: readonly string[]): Promise<Map<string, string>> {
  const files = nodeFiles(root);
  const texts = await Promise.all(names.map(async (name) => [name, await files.read(name)] as const));
  return new Map(texts.flatMap(([name, read]) => ('text' in read ? [[name, read.text] as const] : [])));
}

type Line = (text: Text, data?: MessageData) => void;

function describe(workspace: Workspace, adoptable: readonly Adoptable[], language: Language, line: Line): void {
  const counts = RECORD_KINDS.map((kind) => ({ kind, count: workspace.entries().filter((entry) => entry.kind === kind).length })).filter(({ count }) => count);
  if (counts.length) line(TEXTS.found, { count: counts.reduce((sum, { count }) => sum + count, 0), kinds: counts.map(({ kind, count }) => say(KINDS[kind]!, language, { count })).join(', ') });
  else line(TEXTS.nothing);
  for (const { path: template, type, documents, conforming, others, files } of adoptable) {
    if (!documents.length) line(TEXTS.unused, { path: template });
    else line(TEXTS.follows, { path: template, type: type.id, documents: documents.length, conforming: conforming.length, files: files.join(', ') });
    if (documents.length && others.length) line(TEXTS.others, { others: others.length });
  }
  const { types } = workspace.configurationOf('').config;
  if (types.length) line(TEXTS.named, { types: types.map(({ id }) => id).join(', ') });
  else if (counts.length && !adoptable.some(({ documents }) => documents.length)) line(TEXTS.noTemplate);
}

function withTypes(text: string, adoptable: readonly Adoptable[], language: Language): string {
  const types = adoptable.filter(({ documents }) => documents.length).map(({ type, path: template, files }) => ({ id: type.id, template, files }));
  if (!types.length) return text;
  const edit = nameTypes(text, types);
  if ('refused' in edit) throw failure(TEXTS[edit.refused], language, { path: CONFIG_FILE });
  return applyEdits(text, [edit]);
}

async function findingsOf(workspace: Workspace): Promise<Map<string, readonly Finding[]>> {
  const findings = new Map<string, readonly Finding[]>();
  for (const one of workspace.paths()) findings.set(one, await workspace.lintFully(one));
  return findings;
}

function replacement(file: string, old: string | undefined, text: string): Change {
  if (old === undefined) return { kind: 'create', path: file, text };
  const edit: Edit = { range: { start: 0, end: old.length }, newText: text };
  return { kind: 'edit', path: file, edits: [edit] };
}
