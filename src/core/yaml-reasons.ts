import type { ErrorCode } from 'yaml';
import type { Text } from './language.ts';

/** What is wrong with a YAML text, in words for people who do not know its grammar; `original` is what the parser says. */
export function yamlReason(code: string, original: string): Text {
  return REASONS[code as ErrorCode] ?? { en: original, ko: original };
}

const REASONS: Readonly<Partial<Record<ErrorCode, Text>>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    en: 'a value that contains ": " needs quotes around it',
    ko: '": "이 들어 있는 값은 따옴표로 감싸야 합니다',
  },
  MULTILINE_IMPLICIT_KEY: {
    en: 'a key needs a colon behind it, on the same line',
    ko: '키 뒤에는 같은 줄에 콜론이 있어야 합니다',
  },
  BAD_SCALAR_START: {
    en: 'a value that begins with @ or ` needs quotes around it',
    ko: '@ 또는 `로 시작하는 값은 따옴표로 감싸야 합니다',
  },
  TAB_AS_INDENT: {
    en: 'a line is indented with a tab; use spaces',
    ko: '탭으로 들여 쓴 줄이 있습니다. 공백을 쓰세요',
  },
  BAD_INDENT: {
    en: 'a line is indented too little or too much, or a bracket is not closed',
    ko: '들여쓰기가 맞지 않거나 괄호가 닫히지 않았습니다',
  },
  MISSING_CHAR: {
    en: 'a quote or a bracket is not closed',
    ko: '따옴표나 괄호가 닫히지 않았습니다',
  },
  DUPLICATE_KEY: {
    en: 'a key stands here twice',
    ko: '같은 키가 두 번 있습니다',
  },
  BAD_ALIAS: {
    en: 'an alias (*) has no anchor (&), or stands for too much; write the value itself',
    ko: '별칭(*)에 앵커(&)가 없거나 너무 많은 값을 가리킵니다. 값을 직접 쓰세요',
  },
  MULTIPLE_DOCS: {
    en: 'a second document begins here, behind "---"; there can be one',
    ko: '"---" 뒤에서 두 번째 문서가 시작됩니다. 문서는 하나만 쓸 수 있습니다',
  },
  BAD_DQ_ESCAPE: {
    en: 'a backslash in double quotes has to be doubled',
    ko: '큰따옴표 안의 역슬래시는 두 번 써야 합니다',
  },
};
