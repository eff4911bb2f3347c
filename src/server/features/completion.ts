import { CompletionItemKind, InsertTextFormat, InsertTextMode, type CompletionItem, type CompletionParams, type Range } from 'vscode-languageserver';
import { headingLineAt, missingSections } from '../../core/completion/sections.ts';
import { nameableAt, type Nameable } from '../../core/completion/records.ts';
import { valuesAt } from '../../core/completion/values.ts';
import { say, type Language, type Text } from '../../core/language.ts';
import { isMarkdownPath } from '../../core/paths.ts';
import { NO_STATUS, STATUS_WORDS } from '../../core/trees/status-words.ts';
import type { Session } from '../session.ts';
import { toRange } from '../to-lsp.ts';

const REQUIRED: Text = { en: 'required', ko: '필수' };
const OPTIONAL: Text = { en: 'optional', ko: '선택' };

/** Offers the sections that a document of a type lacks where a heading is begun, a field's values in its front matter, and the records of other repositories behind the name of one. */
export function completion(session: Session) {
  const complete = async ({ textDocument: { uri }, position }: CompletionParams): Promise<CompletionItem[]> => {
    await session.settle(uri);
    const open = session.documents.get(uri);
    const located = session.folders.locate(uri);
    if (!open || !located || !isMarkdownPath(located.path)) return [];
    const { folder: { workspace }, path } = located;
    const text = open.getText();
    const offset = open.offsetAt(position);
    const line = headingLineAt(path, text, offset);
    const document = line?.document ?? (await workspace.document(path));
    const { repositories, excludes } = workspace.configurationOf(path);
    if (excludes(path)) return [];
    if (repositories && !line) {
      const found = nameableAt(text, offset, repositories);
      if (found) return recordItems(found.nameable, toRange(found.range, document.lines), workspace.languageOf(path));
    }
    const template = (await workspace.typeOf(path, document))?.template;
    if (!template) return [];

    const values = line ? undefined : valuesAt(document, offset, template);
    if (values) {
      const range = toRange(values.range, document.lines);
      return values.values.map(({ name, yaml }, index) => ({
        label: name, kind: CompletionItemKind.EnumMember, detail: template.label, sortText: sortText(index), textEdit: { range, newText: yaml },
      }));
    }
    if (!line) return [];
    const language = workspace.languageOf(path);
    const range = toRange(line.range, document.lines);
    const sections = missingSections(line, template, workspace.entry(path));
    const first = sections.find(({ isHere, required }) => isHere && required) ?? sections.find(({ isHere }) => isHere);
    return sections.map((section, index) => ({
      label: section.heading,
      labelDetails: { description: say(section.required ? REQUIRED : OPTIONAL, language) },
      kind: CompletionItemKind.Struct,
      detail: template.label,
      // What a template says is shown as it is written: nobody has vouched for its pictures and links.
      ...(section.prompt ? { documentation: section.prompt } : {}),
      ...(section === first ? { preselect: true } : {}),
      sortText: sortText(index),
      filterText: line.signs ? `${line.signs} ${section.title}` : section.title,
      insertTextFormat: InsertTextFormat.Snippet,
      insertTextMode: InsertTextMode.asIs,
      textEdit: { range, newText: section.snippet },
    }));
  };
  return { 'textDocument/completion': complete };
}

function recordItems(nameable: readonly Nameable[], range: Range, language: Language): CompletionItem[] {
  return nameable.map(({ name, record }, index) => ({
    label: name, kind: record ? CompletionItemKind.Reference : CompletionItemKind.Module,
    ...(record ? { labelDetails: { description: record.title }, detail: say(record.status ? STATUS_WORDS[record.status].label : NO_STATUS.label, language) } : {}),
    filterText: record ? `${name} ${record.title}` : name,
    sortText: sortText(index), textEdit: { range, newText: name },
  }));
}

const sortText = (index: number): string => String(index).padStart(4, '0');
