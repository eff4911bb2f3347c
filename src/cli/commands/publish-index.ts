import path from 'node:path';
import { say, type Text } from '../../core/language.ts';
import { webPageOf } from '../../core/shared-index/pages.ts';
import { pagesAddress } from '../../core/shared-index/schema.ts';
import { sharedIndexText } from '../../core/shared-index/write.ts';
import { nodeFiles, topOf } from '../../files/node.ts';
import { failure } from '../failure.ts';
import { writeOut } from '../linting/telling.ts';
import { progressLine } from '../progress.ts';
import { targetsOf } from '../targets.ts';
import { languageOfOutput, openWorkspace } from '../workspaces.ts';
import type { Command } from './command.ts';

const TEXTS = {
  more: {
    en: 'The index says of each record its number, title, status, date and what took its place, and names all other Markdown files. Another repository names it in its .docket.yaml (indexes: [payments.json]); links there to the pages of these records, and their names (payments/ADR-12), are looked up then. Nothing is asked of the network.\n\nExamples:\n  docket index --url https://github.com/acme/payments/blob/main/ --out payments.json\n  docket index docs --name payments',
    ko: '인덱스에는 기록마다 번호, 제목, 상태, 날짜와 그것을 대체한 기록이 있고, 다른 Markdown 파일은 이름만 있습니다. 다른 저장소의 .docket.yaml에 이 파일을 적으면(indexes: [payments.json]) 그곳에서 이 기록의 페이지로 가는 링크와 이름(payments/ADR-12)을 인덱스에서 찾습니다. 네트워크는 쓰지 않습니다.\n\n예:\n  docket index --url https://github.com/acme/payments/blob/main/ --out payments.json\n  docket index docs --name payments',
  },
  'not-a-folder': { en: '"{path}" is no folder; name the one whose documents are to be in the index', ko: '"{path}"은(는) 폴더가 아닙니다. 인덱스에 넣을 문서가 든 폴더를 지정하세요' },
  'no-url': { en: '"{url}" is no address of web pages; write one such as "https://github.com/acme/payments/blob/main/"', ko: '"{url}"은(는) 웹 페이지의 주소가 아닙니다. "https://github.com/acme/payments/blob/main/"처럼 쓰세요' },
  written: { en: 'Written: {path}, with {count} documents.', ko: '{path}을(를) 썼습니다. 문서 {count}개가 들어 있습니다.' },
} satisfies Record<string, Text>;

/** `docket index`: what other repositories can know of this one's documents. */
export const publishIndex: Command = {
  name: 'index',
  summary: { en: 'publish what other repositories can know of these documents', ko: '다른 저장소가 이 문서들에 대해 알 수 있는 인덱스를 만듭니다' },
  operands: [{ flags: '[folder]', text: { en: 'the folder with the documents (default: the current folder)', ko: '문서가 든 폴더(기본값: 현재 폴더)' } }],
  options: [
    { flags: '--out <file>', text: { en: 'write the index into a file', ko: '인덱스를 파일에 씁니다' } },
    { flags: '--url <address>', text: { en: 'where the pages of the repository are on the web: a path behind it is the page of a file (default: repository.url of .docket.yaml)', ko: '저장소 페이지의 웹 주소. 뒤에 경로를 붙이면 파일의 페이지가 됩니다(기본값: .docket.yaml의 repository.url)' } },
    { flags: '--name <name>', text: { en: "what people call the repository (default: repository.name of .docket.yaml, or its folder's name)", ko: '사람들이 부르는 저장소 이름(기본값: .docket.yaml의 repository.name, 없으면 폴더 이름)' } },
  ],
  more: (language) => say(TEXTS.more, language),
  async run(args, io) {
    const asked = args.lang ?? args.userLanguage;
    const { out, url: given, name } = args.options as { readonly out?: string; readonly url?: string; readonly name?: string };
    const url = pagesAddress(given);
    if (given !== undefined && url === undefined) throw failure(TEXTS['no-url'], asked, { url: given! });
    const [target] = await targetsOf(args.operands, io.cwd, asked);
    if (target!.only) throw failure(TEXTS['not-a-folder'], asked, { path: args.operands[0] ?? '.' });
    const progress = progressLine(io, asked);
    const workspace = await openWorkspace(target!, args, io, progress);
    progress.end();
    const entries = workspace.entries().filter((entry) => workspace.has(entry.path));
    const top = (await topOf(target!.root))?.top ?? target!.root;
    const { config: { repository }, repositories } = workspace.configurationOf('');
    const text = sharedIndexText(entries, {
      name: name ?? repository?.name ?? path.basename(top), url: url ?? repository?.url, above: await nodeFiles(target!.root).above(),
      pageOf(address) {
        const other = repositories?.at(address);
        return other && webPageOf(other.entry, other.index);
      },
    });
    if (out === undefined) io.out(text);
    else {
      await writeOut(out, text, { language: asked, io });
      io.out(`${say(TEXTS.written, languageOfOutput(workspace, args), { path: out, count: entries.length })}\n`);
    }
    return 0;
  },
};
