import type { Text } from './language.ts';

/** Why a file cannot be read or written, in words; `code` is a system's or an editor's, and stands for itself where there are no words. */
export function fileReason(code: string): Text {
  return Object.hasOwn(REASONS, code) ? REASONS[code]! : { en: code, ko: code };
}

/** Does the code of a system or an editor say that there is no such file? */
export function isAbsence(code: string): boolean {
  return /^(?:ENOENT|ENOTDIR|FileNotFound|EntryNotFound|FileNotADirectory)$/.test(code);
}

const NOT_THERE: Text = { en: 'there is no such file or folder', ko: '그런 파일이나 폴더가 없습니다' };
const NOT_ALLOWED: Text = { en: 'permission denied', ko: '권한이 없습니다' };
const FOLDER: Text = { en: 'it is a folder', ko: '폴더입니다' };
const LOOP: Text = { en: 'it is a symbolic link that leads to itself', ko: '자기 자신을 가리키는 심볼릭 링크입니다' };

const REASONS: Readonly<Record<string, Text>> = {
  ENOENT: NOT_THERE,
  FileNotFound: NOT_THERE,
  ENOTDIR: { en: 'a part of the path is not a folder', ko: '경로의 한 부분이 폴더가 아닙니다' },
  EISDIR: FOLDER,
  FileIsADirectory: FOLDER,
  ENODEV: { en: 'it is a device or a pipe and no file', ko: '파일이 아니라 장치나 파이프입니다' },
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  NoPermissions: NOT_ALLOWED,
  EROFS: { en: 'the file system is read-only', ko: '읽기 전용 파일 시스템입니다' },
  ENOSPC: { en: 'the disk is full', ko: '디스크에 남은 공간이 없습니다' },
  ELOOP: LOOP,
  ENAMETOOLONG: { en: 'the name is too long', ko: '이름이 너무 깁니다' },
  Unavailable: { en: 'it cannot be reached now', ko: '지금 접근할 수 없습니다' },
  'not-utf8': { en: 'it is not UTF-8 text', ko: 'UTF-8 텍스트가 아닙니다' },
  'too-large': { en: 'it is too long', ko: '너무 깁니다' },
  'too-long': { en: 'it is too long', ko: '너무 깁니다' },
  'broken-link': { en: 'it is a symbolic link that leads nowhere', ko: '아무 곳도 가리키지 않는 심볼릭 링크입니다' },
  outside: { en: 'it is a symbolic link out of the folder', ko: '폴더 밖을 가리키는 심볼릭 링크입니다' },
};
