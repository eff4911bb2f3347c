import { adoptableTemplates } from '../../core/adoptable.ts';
import type { Change } from '../../core/change.ts';
import { CONFIG_FILE } from '../../core/config.ts';
import { applyEdits } from '../../core/edit.ts';
import { nameTypes, type AdoptRefusal } from '../../core/edits/name-types.ts';
import { say, type Text } from '../../core/language.ts';
import { Lines } from '../../core/lines.ts';
import { Method, type AdoptParams, type AdoptResult, type TemplateChoice } from '../../protocol/protocol.ts';
import { toFileChanges } from '../changes.ts';
import { uriOf } from '../folders.ts';
import type { Session } from '../session.ts';
import { toRange } from '../to-lsp.ts';

const REFUSED: Readonly<Record<AdoptRefusal | 'no-folder', Text>> = {
  'not-yaml': { en: '{path} is not a map of settings in YAML, so nothing was written; correct it first.', ko: '{path}이(가) YAML 설정이 아니어서 아무것도 쓰지 않았습니다. 먼저 고치세요.' },
  'in-braces': { en: 'The types in {path} are written in braces, so nothing was written; put each on lines of its own first.', ko: '{path}의 형식이 중괄호로 쓰여 있어 아무것도 쓰지 않았습니다. 먼저 형식을 한 줄에 하나씩 쓰세요.' },
  'no-folder': { en: '"{path}" is no folder of this workspace any more; choose another template.', ko: '"{path}"은(는) 더 이상 이 작업 영역의 폴더가 아닙니다. 다른 템플릿을 고르세요.' },
};

/** Offers the templates that lie in the workspace, and makes the edit of `.docket.yaml` that names one; writes nothing itself. */
export function adoptTemplate(session: Session) {
  const settled = (): Promise<unknown> => Promise.all(session.documents.all().map(({ uri }) => session.settle(uri)));

  return {
    [Method.adoptableTemplates]: async (_: unknown, signal: AbortSignal): Promise<TemplateChoice[]> => {
      await settled();
      const choices: TemplateChoice[] = [];
      for (const folder of session.folders.all()) {
        await folder.upkeep.loaded;
        signal.throwIfAborted();
        for (const { type, path, documents, conforming, others, files } of await adoptableTemplates(folder.workspace, signal)) {
          choices.push({ folder: folder.uri, type: type.id, template: path, files, documents: documents.length, conforming: conforming.length, others: others.length });
        }
      }
      return choices;
    },

    [Method.adoptTemplate]: async ({ folder: uri, type, template, files }: AdoptParams): Promise<AdoptResult> => {
      await settled();
      const folder = session.folders.at(uri);
      if (!folder) return { refused: say(REFUSED['no-folder'], session.folders.language, { path: uri }) };
      const { workspace } = folder;
      const isThere = (await workspace.names('')).includes(CONFIG_FILE);
      const text = isThere ? (await workspace.document(CONFIG_FILE)).text : '';
      const edit = nameTypes(text, [{ id: type, template, files }]);
      if ('refused' in edit) return { refused: say(REFUSED[edit.refused], workspace.languageOf(''), { path: CONFIG_FILE }) };
      const change: Change = isThere ? { kind: 'edit', path: CONFIG_FILE, edits: [edit] } : { kind: 'create', path: CONFIG_FILE, text: edit.newText };
      const start = edit.range.start + edit.newText.length - edit.newText.trimStart().length;
      const added = { start, end: edit.range.start + edit.newText.trimEnd().length };
      return { changes: await toFileChanges(folder, [change]), open: uriOf(folder, CONFIG_FILE), added: toRange(added, new Lines(applyEdits(text, [edit]))) };
    },
  };
}
