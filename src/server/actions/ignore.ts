import { CodeActionKind, type CodeAction, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { CONFIG_FILE } from '../../core/config.ts';
import type { Edit } from '../../core/edit.ts';
import { ignoreHere, ignoreInFile } from '../../core/edits/ignore.ts';
import { switchOff } from '../../core/edits/switch-off.ts';
import type { Finding } from '../../core/finding.ts';
import { say, type Text } from '../../core/language.ts';
import { uriOf } from '../folders.ts';
import { toDiagnostic } from '../to-lsp.ts';
import { documentEdit, type ActionPlace } from './place.ts';

const TITLES = {
  here: { en: 'Ignore "{rule}" here', ko: '여기에서 "{rule}" 무시하기' },
  file: { en: 'Ignore "{rule}" in this file', ko: '이 파일에서 "{rule}" 무시하기' },
  workspace: { en: 'Ignore "{rule}" in this workspace', ko: '이 작업 영역에서 "{rule}" 무시하기' },
} satisfies Record<string, Text>;

/** Leaves a finding as it is: at its place, in its document, or wherever the nearest `.docket.yaml` holds. */
export async function ignore(place: ActionPlace, finding: Finding): Promise<CodeAction[]> {
  const { folder, path } = place;
  const { ruleId: rule } = finding;
  if (rule === 'configuration') return [];
  const language = folder.workspace.languageOf(path);
  const document = await folder.workspace.document(path);
  const inDocument = async (edit: Edit | undefined): Promise<WorkspaceEdit | undefined> => {
    const made = edit && (await documentEdit(place, path, [edit]));
    return made && { documentChanges: [made] };
  };
  const edits: readonly (readonly [keyof typeof TITLES, WorkspaceEdit | undefined])[] = [
    ['here', await inDocument(ignoreHere(document, finding))],
    ['file', await inDocument(ignoreInFile(document, finding))],
    ['workspace', await inWorkspace(place, rule)],
  ];
  return edits.flatMap(([where, edit]) => (edit ? [{ title: say(TITLES[where], language, { rule }), kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(finding)], edit }] : []));
}

// A configuration above the folder is not this workspace's to change.
async function inWorkspace(place: ActionPlace, rule: string): Promise<WorkspaceEdit | undefined> {
  const { folder, path, session } = place;
  if (folder.name === '') return undefined;
  const { config, mistakes } = folder.workspace.configurationOf(path);
  if (config.path !== undefined) {
    if (config.path.startsWith('../') || mistakes.length) return undefined;
    const edit = switchOff((await folder.workspace.document(config.path)).text, rule);
    const made = edit && (await documentEdit(place, config.path, [edit]));
    return made && { documentChanges: [made] };
  }
  const edit = switchOff('', rule);
  if (!edit || !session.abilities.createsFiles || (await folder.workspace.names('')).includes(CONFIG_FILE)) return undefined;
  const uri = uriOf(folder, CONFIG_FILE);
  const start = { line: 0, character: 0 };
  const written: TextDocumentEdit = { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: edit.newText }] };
  return { documentChanges: [{ kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } }, written] };
}
