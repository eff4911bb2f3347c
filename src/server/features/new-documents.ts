import { dayOf } from '../../core/calendar.ts';
import type { DocType } from '../../core/doc-type.ts';
import { say, type Language, type Text } from '../../core/language.ts';
import { folderForNew, NAMELESS, newDocument } from '../../core/new-document.ts';
import { nameOf } from '../../core/paths.ts';
import type { Template } from '../../core/template.ts';
import { Method, type FolderParams, type NewDocumentParams, type NewDocumentResult, type TypeChoice } from '../../protocol/protocol.ts';
import { uriOf, type Folder } from '../folders.ts';
import type { Session } from '../session.ts';

const NO_TYPE: Text = { en: 'There is no document type "{type}" in this folder any more; choose another one.', ko: '이 폴더에 "{type}" 문서 형식이 더 이상 없습니다. 다른 형식을 고르세요.' };
const NO_FOLDER: Text = { en: '"{folder}" is no folder of this workspace any more; choose another one.', ko: '"{folder}"은(는) 더 이상 이 작업 영역의 폴더가 아닙니다. 다른 폴더를 고르세요.' };
const OUTSIDE: Text = { en: 'The template’s folder "{folder}" lies outside the workspace; correct it in the template.', ko: '템플릿의 폴더 "{folder}"이(가) 작업 영역 밖에 있습니다. 템플릿에서 고치세요.' };

/** Offers the types of a folder and fills the template of the one that was chosen; writes nothing itself. */
export function newDocuments(session: Session) {
  const folderAt = async (uri: string): Promise<Folder | undefined> => {
    const folder = session.folders.at(uri) ?? session.folders.locate(uri)?.folder;
    await folder?.upkeep.loaded;
    return folder;
  };

  return {
    [Method.types]: async ({ folder: uri }: FolderParams): Promise<TypeChoice[]> => {
      const folder = await folderAt(uri);
      if (!folder) return [];
      const language = folder.workspace.languageOf('');
      return (await folder.workspace.types('')).map((type) => {
        const { label, description, icon } = templateIn(type, language);
        return { id: type.id, label, description, icon };
      });
    },

    [Method.newDocument]: async ({ folder: uri, type: id, title, author }: NewDocumentParams): Promise<NewDocumentResult> => {
      const folder = await folderAt(uri);
      if (!folder) return { refused: say(NO_FOLDER, session.folders.language, { folder: uri }) };
      const language = folder.workspace.languageOf('');
      const type = (await folder.workspace.types('')).find((one) => one.id === id);
      if (!type) return { refused: say(NO_TYPE, language, { type: id }) };
      const template = templateIn(type, language);
      const where = { template, type, entries: folder.workspace.entries() };
      const target = folderForNew(where);
      const names = target === undefined ? [] : await folder.workspace.names(target);
      const made = newDocument({ ...where, title, today: dayOf(new Date()), names, ...(author === undefined ? {} : { author }) });
      if (!made) return { refused: say(OUTSIDE, language, { folder: template.folder }) };
      const notice = made.isNameless ? { notice: asSentence(say(NAMELESS, language, { title, name: nameOf(made.path) })) } : {};
      return { uri: uriOf(folder, made.path), snippet: made.snippet, ...notice };
    },
  };
}

function templateIn(type: DocType, language: Language): Template {
  return type.templates.find((template) => template.language === language) ?? type.templates[0]!;
}

function asSentence(words: string): string {
  return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
}
