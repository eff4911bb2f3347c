import { findNodeAtLocation, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import * as v from 'valibot';
import type { Text } from './language.ts';
import { Lines } from './lines.ts';

/** What is wrong with a JSON text, and where; line and column count from 1. */
export interface JsonMistake {
  readonly reason: Text;
  readonly line: number;
  readonly column: number;
}

const REASONS: Readonly<Record<string, Text>> = {
  PropertyNameExpected: { en: 'a name in double quotes has to stand here', ko: '여기에는 큰따옴표로 묶은 이름이 있어야 합니다' },
  ValueExpected: { en: 'a value has to stand here', ko: '여기에는 값이 있어야 합니다' },
  ColonExpected: { en: 'a colon is missing', ko: '콜론이 빠졌습니다' },
  CommaExpected: { en: 'a comma is missing', ko: '쉼표가 빠졌습니다' },
  CloseBraceExpected: { en: 'a bracket is not closed', ko: '괄호가 닫히지 않았습니다' },
  CloseBracketExpected: { en: 'a bracket is not closed', ko: '괄호가 닫히지 않았습니다' },
  EndOfFileExpected: { en: 'nothing may stand behind its end', ko: '끝난 뒤에 다른 것이 있습니다' },
  UnexpectedEndOfString: { en: 'a quote is not closed', ko: '따옴표가 닫히지 않았습니다' },
  InvalidCommentToken: { en: 'JSON has no comments', ko: 'JSON에는 주석을 쓸 수 없습니다' },
};
const NO_JSON: Text = { en: 'this is no JSON', ko: 'JSON이 아닙니다' };

/** Reads a JSON text as `schema` has it, or says where it is something else; `reasonAt` says what is wrong with what stands at a path. */
export function readJson<Schema extends v.GenericSchema>(text: string, schema: Schema, reasonAt: (path: readonly (string | number)[]) => Text): { readonly value: v.InferOutput<Schema> } | { readonly mistake: JsonMistake } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { mistake: jsonMistake(text) };
  }
  const read = v.safeParse(schema, json);
  if (read.success) return { value: read.output };
  const path = (read.issues[0].path ?? []).map(({ key }) => key as string | number);
  return { mistake: mistakeAt(text, path, reasonAt(path)) };
}

// The first place at which a text that `JSON.parse` refuses is no JSON.
function jsonMistake(text: string): JsonMistake {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  return at(text, first?.offset ?? 0, (first && REASONS[printParseErrorCode(first.error)]) ?? NO_JSON);
}

// In what stands at `path`, or in the nearest that is there around it.
function mistakeAt(text: string, path: readonly (string | number)[], reason: Text): JsonMistake {
  const tree = parseTree(text);
  for (let length = path.length; tree && length >= 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return at(text, node.offset, reason);
  }
  return at(text, 0, reason);
}

function at(text: string, offset: number, reason: Text): JsonMistake {
  const { line, character } = new Lines(text).positionAt(Math.min(offset, text.length));
  return { reason, line: line + 1, column: character + 1 };
}
