import type { Files } from '../../core/files.ts';
import { CONFIG_FILE } from '../../core/config.ts';
import { isMarkdownPath } from '../../core/paths.ts';
import { isConfigPath, isWanted } from '../../core/workspace.ts';
import { digestOf, digestOfText } from '../cache/answers.ts';
import type { Target } from '../targets.ts';
import { documentsIn, isCommon, type Sized } from './share.ts';

/** What every machine must see alike in a folder, so that what they find can be put together. */
export interface FolderState {
  readonly documents: readonly Sized[];
  readonly above: string;
  /** A digest of which files there are, and of how many bytes. */
  readonly files: string;
  /** A digest of the configurations. */
  readonly configuration: string;
}

/** Looks at a folder: lists it, and reads what all machines read of it. */
export async function stateOf({ root, only }: Target, files: Files): Promise<FolderState> {
  const listed = await files.list(isWanted);
  const documents = await documentsIn(root, listed, only?.keys() ?? []);
  const texts = async (paths: readonly string[]): Promise<readonly (readonly [string, string])[]> => Promise.all(paths.map(async (one) => [one, digestOfText(await files.read(one))] as const));
  const outer = await files.outer(CONFIG_FILE);
  const configurations = [...listed.filter(isConfigPath), ...(outer ? [outer.path] : [])];
  const common = listed.filter((one) => !isConfigPath(one) && (!isMarkdownPath(one) || isCommon(one)));
  return {
    documents, above: await files.above(),
    files: digestOf([documents.map(({ path, size }) => [path, size]), await texts(common)]),
    configuration: digestOf(await texts(configurations)),
  };
}
