import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dayOf } from '../../core/calendar.ts';
import { nearest } from '../../core/nearest.ts';
import { docTypeNamed, type DocType } from '../../core/doc-type.ts';
import { say, type Language, type Text } from '../../core/language.ts';
import { folderForNew, NAMELESS, newDocument } from '../../core/new-document.ts';
import { nameOf } from '../../core/paths.ts';
import { readTemplates } from '../../core/template.ts';
import { templates } from '../../templates/index.ts';
import { complain, errorCode, failure, fileProblem } from '../failure.ts';
import { isReallyInside, leadsOut } from '../inside.ts';
import { progressLine } from '../progress.ts';
import { slashes } from '../targets.ts';
import { openWorkspace } from '../workspaces.ts';
import { pad, widthOf } from '../display.ts';
import type { Command } from './command.ts';

const TEXTS = {
  unknown: { en: 'there is no document type "{type}"; the types are {known}', ko: '"{type}" 문서 형식은 없습니다. 형식은 {known}입니다' },
  similar: { en: 'there is no document type "{type}"; did you mean "{similar}"? The types are {known}', ko: '"{type}" 문서 형식은 없습니다. "{similar}"을(를) 뜻하셨나요? 형식은 {known}입니다' },
  noTitle: { en: 'the title is empty; write docket new {type} "What it is about"', ko: '제목이 비어 있습니다. docket new {type} "무엇에 관한 문서인지"처럼 쓰세요' },
  outside: { en: 'nothing is written outside of the current folder, and "{folder}" leads out of it', ko: '현재 폴더 밖에는 쓰지 않습니다. "{folder}"은(는) 밖을 가리킵니다' },
  exists: { en: '"{path}" exists already; nothing was written', ko: '"{path}" 파일이 이미 있어 아무것도 쓰지 않았습니다' },
  notWritten: { en: 'cannot write "{path}": {reason}', ko: '"{path}"을(를) 쓸 수 없습니다. {reason}' },
  types: { en: 'Types (and those of .docket.yaml and of templates that lie here):', ko: '형식(.docket.yaml의 형식과 여기 있는 템플릿도 쓸 수 있음):' },
  examples: { en: 'Examples:\n  docket new decision "Keep events for 30 days"\n  docket new postmortem "Checkout was down" --dir docs/outages\n  docket new design "Retries" --lang ko --print', ko: '예:\n  docket new decision "이벤트를 30일 동안 보관"\n  docket new postmortem "결제 중단" --dir docs/outages\n  docket new design "재시도" --lang ko --print' },
} satisfies Record<string, Text>;

/** `docket new`: a document from a template, with the next free number of its folder. */
export const newCommand: Command = {
  name: 'new',
  summary: { en: 'write a new document from a template', ko: '템플릿으로 새 문서를 만듭니다' },
  operands: [
    { flags: '<type>', text: { en: 'the document type, see below', ko: '문서 형식(아래 참고)' }, known: () => [...new Set(readTemplates(templates).map((template) => template.id))] },
    { flags: '<title>', text: { en: 'the title', ko: '제목' } },
  ],
  options: [
    { flags: '--dir <folder>', text: { en: 'where to write it (default: where documents of this type lie)', ko: '파일을 쓸 폴더(기본값: 같은 형식의 문서가 있는 폴더)' } },
    { flags: '--print', text: { en: 'print the document instead of writing it', ko: '파일을 쓰지 않고 문서를 출력합니다' } },
  ],
  more: (language) => `${say(TEXTS.types, language)}\n${describeTypes(language)}\n\n${say(TEXTS.examples, language)}`,
  async run(args, io) {
    const [type = '', title = ''] = args.operands;
    const userLanguage = args.lang ?? args.userLanguage;
    const dir = args.options['dir'] as string | undefined;
    const folder = dir === undefined ? undefined : slashes(path.relative(io.cwd, path.resolve(io.cwd, dir)));
    if (folder !== undefined && leadsOut(folder)) throw failure(TEXTS.outside, userLanguage, { folder: dir! });

    const progress = progressLine(io, userLanguage);
    const workspace = await openWorkspace({ root: io.cwd, only: undefined }, args, io, progress);
    progress.end();
    const place = folder ? `${folder}/new.md` : 'new.md';
    const language = args.lang ?? workspace.languageOf(place);
    const types = await workspace.types(place);
    const found = docTypeNamed(type, types);
    if (!found) throw unknownType(type, types, language);
    if (title.trim() === '') throw failure(TEXTS.noTitle, language, { type });

    const template = found.templates.find((one) => one.language === language) ?? found.templates[0]!;
    const author = await io.author();
    const where = { template, type: found, entries: workspace.entries(), ...(folder === undefined ? {} : { folder }) };
    const target = folderForNew(where);
    const names = target === undefined ? [] : await workspace.names(target);
    const made = newDocument({ ...where, title, today: dayOf(io.now()), names, ...(author ? { author } : {}) });
    if (!made) throw failure(TEXTS.outside, language, { folder: template.folder });
    if (args.options['print']) io.out(made.text);
    else {
      await write(io.cwd, made.path, made.text, language);
      io.out(`${made.path}\n`);
      if (made.isNameless) complain(io, `docket: ${say(NAMELESS, language, { title, name: nameOf(made.path) })}`);
    }
    return 0;
  },
};

function unknownType(type: string, types: readonly DocType[], language: Language): Error {
  const known = types.map((one) => one.id).join(', ');
  const similar = nearest(type, types.flatMap((one) => [one.id, ...one.templates.flatMap((template) => template.aliases)]));
  return similar ? failure(TEXTS.similar, language, { type, similar, known }) : failure(TEXTS.unknown, language, { type, known });
}

async function write(root: string, relative: string, text: string, language: Language): Promise<void> {
  const file = path.join(root, ...relative.split('/'));
  const folder = path.dirname(file);
  if (!(await isReallyInside(root, folder))) throw failure(TEXTS.outside, language, { folder: slashes(path.relative(root, folder)) });
  const fail = (reason: string): never => { throw failure(TEXTS.notWritten, language, { path: relative, reason }); };
  // Here EEXIST means that something on the way is a file.
  await mkdir(folder, { recursive: true }).catch((error: unknown) => fail(fileProblem(errorCode(error) === 'EEXIST' ? 'ENOTDIR' : error, language)));
  await writeFile(file, text, { flag: 'wx' }).catch((error: unknown) => {
    if (errorCode(error) === 'EEXIST') throw failure(TEXTS.exists, language, { path: relative });
    fail(fileProblem(error, language));
  });
}

function describeTypes(language: Language): string {
  const own = readTemplates(templates).filter((template) => template.language === language);
  const width = Math.max(...own.map((template) => widthOf(template.id)));
  return own.map((template) => `  ${pad(template.id, width)}  ${template.label}: ${template.description}`).join('\n');
}
