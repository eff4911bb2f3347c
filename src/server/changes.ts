import type { Change } from '../core/change.ts';
import type { FileChange } from '../protocol/protocol.ts';
import { uriOf, type Folder } from './folders.ts';
import { toTextEdit } from './to-lsp.ts';

/** Changes of a folder as the editor applies them, each edit with the line that it was made for. */
export async function toFileChanges(folder: Folder, changes: readonly Change[]): Promise<FileChange[]> {
  return Promise.all(changes.map(async (change): Promise<FileChange> => {
    const uri = uriOf(folder, change.path);
    if (change.kind === 'create') return { kind: 'create', uri, text: change.text };
    if (change.kind === 'move') return { kind: 'move', uri, to: uriOf(folder, change.to) };
    const { text, lines } = await folder.workspace.document(change.path);
    return {
      kind: 'edit', uri, ...((await folder.workspace.isReadOnly(change.path)) ? { isReadOnly: true } : {}),
      edits: change.edits.map((edit) => {
        const made = toTextEdit(edit, lines);
        const { line } = made.range.start;
        return { ...made, line: text.slice(lines.startOf(line), lines.startOf(line + 1)).replace(/[\r\n]+$/, '') };
      }),
    };
  }));
}
