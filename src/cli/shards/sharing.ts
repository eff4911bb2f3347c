import type { Files } from '../../core/files.ts';
import type { WorkspaceOptions } from '../../core/workspace.ts';
import type { Target } from '../targets.ts';

/** How a folder is read and checked by one of several machines, or by the one that puts together what they found. */
export interface Sharing {
  of(target: Target, onDisk: Files): Promise<SharedFolder>;
}

export interface SharedFolder extends Pick<WorkspaceOptions, 'files' | 'recall' | 'lintMany'> {
  /** Is a file that is asked for by name read here? */
  reads(path: string): boolean;
}
