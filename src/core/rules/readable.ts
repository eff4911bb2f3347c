import { fileReason } from '../file-reasons.ts';
import { say } from '../language.ts';
import type { ProblemId } from '../problems.ts';
import { rule } from './rule.ts';
import { always } from './severities.ts';

export default rule<Exclude<ProblemId, 'front-matter' | 'front-matter-language' | 'front-matter-too-long'>>({
  id: 'readable',
  meta: {
    title: { en: 'A document can be read', ko: '문서를 읽을 수 있다' },
    severity: always('error'),
    certain: true,
    fixable: false,
    messages: {
      'not-utf8': {
        en: 'The file is not UTF-8 text (byte {offset}); save it as UTF-8.',
        ko: '파일이 UTF-8 텍스트가 아닙니다({offset}번째 바이트). UTF-8로 저장하세요.',
      },
      'too-long': {
        en: 'The file has {length} characters and is not checked; split it into documents of at most {most}.',
        ko: '파일이 {length}자라서 검사하지 않았습니다. {most}자 이하의 문서로 나누세요.',
      },
      'too-large': {
        en: 'The file has {megabytes} MB and is not read; split it into documents of at most {most} characters.',
        ko: '파일이 {megabytes}MB라서 읽지 않았습니다. {most}자 이하의 문서로 나누세요.',
      },
      'too-deep': {
        en: 'Quotes and lists nest {depth} levels deep here, so the file is not checked; use at most {most}.',
        ko: '이 줄의 인용과 목록이 {depth}단계로 겹쳐 있어 파일을 검사하지 않았습니다. {most}단계 이하로 쓰세요.',
      },
      'too-nested': {
        en: 'Emphasis, links and images nest more than {most} levels deep here, so the file is not checked; write the paragraph more simply.',
        ko: '이 문단의 강조와 링크, 이미지가 {most}단계보다 깊이 겹쳐 있어 파일을 검사하지 않았습니다. 문단을 더 간단하게 쓰세요.',
      },
      'not-parsed': {
        en: 'The file could not be read as Markdown: {reason}',
        ko: '파일을 Markdown으로 읽지 못했습니다: {reason}',
      },
      'broken-link': {
        en: 'The file is a symbolic link that leads nowhere; remove it or correct its target.',
        ko: '파일이 아무 곳도 가리키지 않는 심볼릭 링크입니다. 지우거나 대상을 고치세요.',
      },
      outside: {
        en: 'The file is a symbolic link out of the folder, so it is not read.',
        ko: '파일이 폴더 밖을 가리키는 심볼릭 링크라서 읽지 않았습니다.',
      },
      'unreadable-folder': {
        en: 'The folder could not be read ({reason}), so its documents are missing here; check that you may read it.',
        ko: '폴더를 읽지 못해({reason}) 그 안의 문서가 빠졌습니다. 읽기 권한이 있는지 확인하세요.',
      },
      unreadable: {
        en: 'The file could not be read ({reason}); check that it exists and that you may read it.',
        ko: '파일을 읽지 못했습니다({reason}). 파일이 있는지, 읽기 권한이 있는지 확인하세요.',
      },
    },
  },
  check({ document, language, report }) {
    for (const problem of document.problems) {
      if (problem.id === 'front-matter' || problem.id === 'front-matter-language' || problem.id === 'front-matter-too-long') continue;
      const { reason } = problem.data;
      const data = problem.id.startsWith('unreadable') && reason !== undefined ? { ...problem.data, reason: say(fileReason(String(reason)), language), code: reason } : problem.data;
      report({ message: problem.id, range: problem.range ?? { start: 0, end: 0 }, data });
    }
  },
});
