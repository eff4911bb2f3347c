import { referenceTree } from '../core/markdown/reference.ts';
import type * as docket from '../../src/core/markdown.ts';

export { TooDeep } from '../../src/core/markdown/too-deep.ts';

/** remark in the place of Docket's own reading of Markdown. */
export const parseMarkdown: typeof docket.parseMarkdown = (text) => referenceTree(text);
