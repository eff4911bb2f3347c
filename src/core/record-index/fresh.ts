import { statusIn } from '../dialects/status-words.ts';
import type { Document } from '../document.ts';
import { lineEndingOf, type Edit } from '../edit.ts';
import type { Entry } from '../entry.ts';
import { folderOf, linkTarget, relativePath } from '../paths.ts';
import { digitsOf, usualName } from '../succession/naming.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import type { Marked } from './find.ts';

/** The first content between two markers: a table of the records, or a list where the markers are those of another program. */
export function freshIndex(document: Document, { style, range }: Marked, records: readonly Entry[]): Edit {
  const ending = lineEndingOf(document.text);
  const target = (entry: Entry): string => linkTarget(relativePath(folderOf(document.path), entry.path));
  const isKorean = /[가-힣]/.test(document.text);
  const rows = records.map((entry) => {
    const cells = [digitsOf(entry), `[${cell(entry.title)}](${target(entry)})`, cell(statusOf(entry)), entry.date ?? ''];
    return style === 'docket' ? `| ${cells.join(' | ')} |` : `- [${usualName(entry, false).replace(/[[\]]/g, '\\$&')}](${target(entry)}) - ${entry.title}`;
  });
  const head = style === 'docket' ? [isKorean ? '| 번호 | 제목 | 상태 | 날짜 |' : '| Number | Title | Status | Date |', '|---|---|---|---|'] : [];
  return { range, newText: `${ending}${ending}${[...head, ...rows].join(ending)}${ending}${ending}` };
}

// The word alone: by what it was superseded belongs to the record.
function statusOf({ status, statusText }: Entry): string {
  const word = statusIn(statusText ?? '', builtInVocabulary);
  if (word?.status === status) return word.word;
  return statusText && statusText.length <= LONGEST_WORDS ? statusText : (status ?? '');
}

const LONGEST_WORDS = 30;

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/[[\]]/g, '\\$&').replace(/\s+/g, ' ');
