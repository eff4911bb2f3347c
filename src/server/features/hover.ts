import { MarkupKind, type Hover } from 'vscode-languageserver';
import { isMarkdownPath } from '../../core/paths.ts';
import { hoverOf } from '../../core/shared-index/hover.ts';
import { relatedTo } from '../../core/shared-index/related.ts';
import type { Session } from '../session.ts';
import { toRange } from '../to-lsp.ts';

/** Says what is known of the record of another repository that a link leads to, or that is called by its number. */
export function hover(session: Session): void {
  session.connection.onHover(async ({ textDocument: { uri }, position }): Promise<Hover | null> => {
    await session.settle(uri);
    const open = session.documents.get(uri);
    const located = session.folders.locate(uri);
    if (!open || !located || !isMarkdownPath(located.path)) return null;
    const { folder: { workspace }, path } = located;
    const { repositories, excludes } = workspace.configurationOf(path);
    if (!repositories || excludes(path)) return null;
    const document = await workspace.document(path);
    const found = hoverOf(document, open.offsetAt(position), {
      repositories, language: workspace.languageOf(path), entryAt: (one) => workspace.entry(one), related: (address) => relatedTo(address, workspace.entries()),
    });
    return found ? { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: toRange(found.range, document.lines) } : null;
  });
}
