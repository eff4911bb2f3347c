import { isoDate } from '../dates.ts';
import { folderOf } from '../paths.ts';
import { remembering } from '../remembering.ts';
import { namePartsOf, stemOf, type NameParts } from '../titles.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { pathClaim, type Claim, type Dialect } from './dialect.ts';

/** What the file is called, or its folder where the file itself is a README: an id, a date, a title of last resort. */
export const fileName: Dialect = {
  id: 'file-name',
  read({ path }) {
    const { parts, name } = documentName(path);
    const claims: Claim[] = [];
    if (parts.id !== undefined) claims.push(pathClaim('file-name', 'id', parts.id, name, /^[A-Za-z]/.test(parts.id) ? 70 : 62));
    if (parts.number !== undefined) claims.push(pathClaim('file-name', 'number', String(parts.number), name, 82));
    const day = parts.date === undefined ? dayInYear(path) : undefined;
    if (day) claims.push(pathClaim('file-name', 'date', day, `${folderOf(path).split('/').at(-1)}/${name}`, 28));
    if (parts.date !== undefined) claims.push(pathClaim('file-name', 'date', parts.date, name, 30), pathClaim('file-name', 'id', name, name, 20));
    claims.push(pathClaim('file-name', 'title', parts.words || name, name, 10));
    return claims;
  },
};

// `2025/weekly-06-03.md`: the year is the folder, month and day stand in the name.
function dayInYear(path: string): string | undefined {
  const year = /(?:^|\/)((?:19|20)\d\d)$/.exec(folderOf(path))?.[1];
  const day = /(?:^|[-_ .])(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?=$|[-_ .])/.exec(stemOf(path));
  return year && day && !/\d{4}-\d/.test(stemOf(path)) ? isoDate(Number(year), Number(day[1]), Number(day[2])) : undefined;
}

/** The name that stands for a document: its own, or its folder's where it is the README of a folder that has an id. Its readers ask it of the same few neighbours. */
export const documentName = remembering((path): { readonly name: string; readonly parts: NameParts; readonly isFolder: boolean } => {
  const name = stemOf(path);
  if (/^(?:readme|index)$/i.test(name)) {
    const folder = folderOf(path).split('/').at(-1) ?? '';
    const parts = namePartsOf(folder);
    if (parts.pattern !== 'plain' || /^(?:n{4}|x{4}|0{4})\b/i.test(folder)) return { name: folder, parts, isFolder: true };
  }
  return { name, parts: namePartsOf(name), isFolder: false };
}, 1000);

/** Is it a file that stands for its folder, such as README.md? */
export function isFrontPage(stem: string): boolean {
  return /^(?:readme|index|_index|home)$/i.test(stem) || builtInVocabulary.kinds.get(stem.toLowerCase()) === 'index';
}
