import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Change } from '../core/change.ts';
import { applyEdits } from '../core/edit.ts';
import { decodeText } from '../core/files.ts';
import type { Language, Text } from '../core/language.ts';
import { errorCode, failure, fileProblem } from './failure.ts';
import { isReallyInside } from './inside.ts';

const TEXTS = {
  outside: { en: 'nothing is written outside of the current folder, and "{path}" leads out of it', ko: '현재 폴더 밖에는 쓰지 않습니다. "{path}"은(는) 밖을 가리킵니다' },
  exists: { en: '"{path}" exists already; nothing was written', ko: '"{path}" 파일이 이미 있어 아무것도 쓰지 않았습니다' },
  changed: { en: '"{path}" was changed by another program meanwhile; nothing was written', ko: '그사이 다른 프로그램이 "{path}"을(를) 바꾸어 아무것도 쓰지 않았습니다' },
  notWritten: { en: 'cannot write "{path}": {reason}', ko: '"{path}"을(를) 쓸 수 없습니다. {reason}' },
} satisfies Record<string, Text>;

/** Writes changes below `root`, all or none. `before` has the texts that the edits were made for; throws a Failure where a file has another one. */
export async function writeChanges(root: string, changes: readonly Change[], before: ReadonlyMap<string, string>, language: Language): Promise<void> {
  const fileOf = (relative: string): string => path.join(root, ...relative.split('/'));
  const texts = new Map<string, { readonly old: string; readonly text: string }>();
  for (const change of changes) {
    const place = change.kind === 'move' ? change.to : change.path;
    if (!(await isReallyInside(root, path.dirname(fileOf(place))))) throw failure(TEXTS.outside, language, { path: place });
    if (change.kind !== 'edit' && (await exists(fileOf(place)))) throw failure(TEXTS.exists, language, { path: place });
    if (change.kind !== 'edit') continue;
    if (!(await isReallyInside(root, fileOf(change.path)))) throw failure(TEXTS.outside, language, { path: change.path });
    const read = decodeText(await readFile(fileOf(change.path)).catch((error: unknown) => { throw failure(TEXTS.notWritten, language, { path: change.path, reason: fileProblem(error, language) }); }));
    if (!('text' in read) || read.text !== before.get(change.path)) throw failure(TEXTS.changed, language, { path: change.path });
    const mark = read.hasByteOrderMark ? '\uFEFF' : '';
    texts.set(change.path, { old: mark + read.text, text: mark + applyEdits(read.text, change.edits) });
  }

  const undo: (() => Promise<unknown>)[] = [];
  for (const change of changes) {
    try {
      await write(change);
    } catch (error) {
      for (const back of undo.reverse()) await back().catch(() => {});
      if (errorCode(error) === 'EEXIST' && change.kind !== 'edit') throw failure(TEXTS.exists, language, { path: change.path });
      throw failure(TEXTS.notWritten, language, { path: change.path, reason: fileProblem(error, language) });
    }
  }

  async function write(change: Change): Promise<void> {
    const file = fileOf(change.path);
    if (change.kind === 'move') {
      await rename(file, fileOf(change.to));
      undo.push(() => rename(fileOf(change.to), file));
    } else if (change.kind === 'edit') {
      const { old, text } = texts.get(change.path)!;
      undo.push(() => writeFile(file, old));
      await writeFile(file, text);
    } else {
      // Here EEXIST means that something on the way is a file.
      await mkdir(path.dirname(file), { recursive: true }).catch((error: unknown) => { throw errorCode(error) === 'EEXIST' ? Object.assign(new Error(), { code: 'ENOTDIR' }) : error; });
      await writeFile(file, change.text, { flag: 'wx' });
      undo.push(() => rm(file));
    }
  }
}

const exists = (file: string): Promise<boolean> => access(file).then(() => true, () => false);
