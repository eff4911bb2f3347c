import type { Document } from '../document.ts';
import { rememberingAt } from '../remembering.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import type { Claim, Dialect } from './dialect.ts';
import { changelog } from './changelog.ts';
import { fencedPreamble } from './fenced-preamble.ts';
import { fileName } from './file-name.ts';
import { folder } from './folder.ts';
import { frontMatter } from './front-matter.ts';
import { heading } from './heading.ts';
import { htmlTable } from './html-table.ts';
import { lines } from './lines.ts';
import { list } from './list.ts';
import { notes } from './notes.ts';
import { section } from './section.ts';
import { table } from './table.ts';

/** Every way of writing that is read; one file each. Side-cars are files of their own: see `sidecar.ts`. */
export const DIALECTS: readonly Dialect[] = [frontMatter, list, lines, table, htmlTable, fencedPreamble, section, heading, changelog, notes, fileName, folder];

/** What the dialects read in a document; the index, the rules and the edits ask for it of the same one. */
export const readClaims = rememberingAt((document: Document, vocabulary: Vocabulary): readonly Claim[] => DIALECTS.flatMap((dialect) => dialect.read(document, vocabulary)));
