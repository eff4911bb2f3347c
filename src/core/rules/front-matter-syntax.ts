import { isMap, isPair, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Document } from '../document.ts';
import { say, type Language, type MessageData } from '../language.ts';
import type { Range } from '../lines.ts';
import type { Problem } from '../problems.ts';
import { yamlReason } from '../yaml-reasons.ts';
import { rule } from './rule.ts';
import { always } from './severities.ts';

export default rule<'front-matter' | 'front-matter-language' | 'front-matter-too-long' | 'duplicate-key'>({
  id: 'front-matter-syntax',
  meta: {
    title: { en: 'Front matter is valid YAML', ko: '머리말은 올바른 YAML이다' },
    severity: always('error'),
    certain: true,
    fixable: false,
    messages: {
      'front-matter': {
        en: 'The front matter is not valid YAML, so its fields are not checked: {reason}.',
        ko: '머리말이 올바른 YAML이 아니어서 필드를 검사하지 않았습니다: {reason}.',
      },
      'front-matter-language': {
        en: 'Front matter in "{language}" is not read; write it as YAML between two lines of "---".',
        ko: '"{language}" 머리말은 읽지 않습니다. 두 "---" 줄 사이에 YAML로 쓰세요.',
      },
      'front-matter-too-long': {
        en: 'The front matter has {length} characters, so its fields are not checked; keep it to at most {most} and move text out of it.',
        ko: '머리말이 {length}자라서 필드를 검사하지 않았습니다. {most}자 이하로 줄이고 글은 본문으로 옮기세요.',
      },
      'duplicate-key': {
        en: 'The key "{key}" is already on line {line}, and a reader may take either value; keep one of the two.',
        ko: '"{key}" 키가 {line}번째 줄에 이미 있어 어느 값이 맞는지 알 수 없습니다. 둘 중 하나만 남기세요.',
      },
    },
  },
  check({ document, entry, language, report }) {
    if (entry?.kind === 'template') return;
    for (const problem of document.problems) {
      if (problem.id !== 'front-matter' && problem.id !== 'front-matter-language' && problem.id !== 'front-matter-too-long') continue;
      report({ message: problem.id, range: problem.range ?? { start: 0, end: 0 }, data: dataOf(problem, language) });
    }
    for (const { key, first, again } of keptTwice(document)) report({ message: 'duplicate-key', range: again, data: { key, line: document.lines.lineNumberAt(first.start) } });
  },
});

interface KeptTwice {
  readonly key: string;
  readonly first: Range;
  readonly again: Range;
}

// At every depth; `<<` may take from several places.
function keptTwice({ frontMatter }: Document): KeptTwice[] {
  const found: KeptTwice[] = [];
  if (!frontMatter || frontMatter.error) return found;
  const maps: YAMLMap[] = [];
  addMaps(frontMatter.yaml, maps);
  for (const { items } of maps) {
    const known = new Map<string, Range>();
    for (const { key: node } of items) {
      if (!isScalar(node) || !node.range || node.value === '<<') continue;
      const key = String(node.value);
      const range = { start: frontMatter.content.start + node.range[0], end: frontMatter.content.start + node.range[1] };
      const first = known.get(key);
      if (first) found.push({ key, first, again: range });
      else known.set(key, range);
    }
  }
  return found;
}

// Each before those inside of it.
function addMaps(node: unknown, maps: YAMLMap[]): void {
  if (isPair(node)) {
    addMaps(node.key, maps);
    addMaps(node.value, maps);
  }
  if (isMap(node)) maps.push(node);
  if (isMap(node) || isSeq(node)) for (const item of node.items) addMaps(item, maps);
}

function dataOf({ id, data }: Problem, language: Language): MessageData {
  return id === 'front-matter' ? { reason: say(yamlReason(String(data['code']), String(data['reason'])), language) } : data;
}
