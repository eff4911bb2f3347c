import type { Subject } from '../subject.ts';
import { bundles } from './bundles.ts';
import { editor } from './editor.ts';
import { folder } from './folder.ts';
import { large } from './large.ts';
import { oneFile } from './one-file.ts';
import { peers } from './peers.ts';

/** All parts of the table, in its order. */
export const subjects: readonly Subject[] = [folder, oneFile, large, peers, editor, bundles];
