import type { CommanderError } from 'commander';
import { say, type Language, type Text } from '../core/language.ts';
import { nearest } from '../core/nearest.ts';
import type { Command } from './commands/command.ts';
import { commandNames } from './commands/index.ts';
import { failure, type Failure } from './failure.ts';

// commander says what is wrong in English only: the words in quotes are taken from it, the sentence is ours.
const MISTAKES: Readonly<Record<string, { readonly at: RegExp; readonly text: Text }>> = {
  'commander.unknownOption': { at: /'(?<name>[^']*)'/, text: { en: 'there is no option "{name}"', ko: '"{name}" 옵션은 없습니다' } },
  'commander.unknownCommand': { at: /'(?<name>[^']*)'/, text: { en: 'there is no command "{name}"', ko: '"{name}" 명령은 없습니다' } },
  'commander.missingArgument': { at: /'(?<name>[^']*)'/, text: { en: 'the argument "{name}" is missing', ko: '"{name}" 인수가 없습니다' } },
  'commander.optionMissingArgument': { at: /'(?<name>[^']*)'/, text: { en: 'the option "{name}" needs a value', ko: '"{name}" 옵션에는 값이 필요합니다' } },
  'commander.conflictingOption': { at: /option '(?<name>--[\w-]+)[^']*' cannot be used with option '(?<other>--[\w-]+)/, text: { en: '"{name}" and "{other}" cannot be used together; leave one of them out', ko: '"{name}"과(와) "{other}"은(는) 함께 쓸 수 없습니다. 하나를 빼세요' } },
  'commander.excessArguments': { at: /for '(?<name>[^']*)'\. Expected (?<most>\d+) arguments? but got (?<count>\d+)/, text: { en: '"{name}" takes {most} arguments, not {count}; put quotes around a text with spaces', ko: '"{name}" 명령의 인수는 {count}개가 아니라 {most}개입니다. 빈칸이 있는 글은 따옴표로 묶으세요' } },
  'commander.invalidArgument': { at: /option '(?<name>[^']*)' argument '(?<value>[\s\S]*)' is invalid\. Allowed choices are (?<known>.*)\./, text: { en: '"{value}" is no value for "{name}"; use one of {known}', ko: '"{name}"에 "{value}" 값은 쓸 수 없습니다. {known} 중 하나를 쓰세요' } },
};

const SIMILAR: Text = { en: '{mistake}; did you mean {similar}?', ko: '{mistake}. {similar}을(를) 뜻하셨나요?' };
const SEE: Text = { en: '{mistake}; see "docket --help"', ko: '{mistake}. "docket --help"를 보세요' };
const ONE_OF: Text = { en: '{mistake}; use one of {known}, or a type of .docket.yaml', ko: '{mistake}. {known} 또는 .docket.yaml의 형식 중 하나를 쓰세요' };
const ALONE: Text = { en: '{mistake}', ko: '{mistake}' };
const NO_COMMAND: Text = MISTAKES['commander.unknownCommand']!.text;

/** What is wrong with what the user wrote behind one of the commands, in one line. */
export function usageMistake({ code, message }: CommanderError, commands: readonly Command[], language: Language): Failure {
  const known = MISTAKES[code];
  const found = known?.at.exec(message);
  const mistake = known && found ? say(known.text, language, found.groups) : message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  if (known && found && code === 'commander.missingArgument') {
    const names = commands.flatMap(({ operands }) => operands).find(({ flags }) => flags === `<${found.groups!['name']}>`)?.known?.();
    if (names) return failure(ONE_OF, language, { mistake, known: names.join(', ') });
  }
  const similar = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(message)?.[1];
  if (similar) return failure(SIMILAR, language, { mistake, similar: `"${similar}"` });
  return failure(code === 'commander.unknownOption' || code === 'commander.unknownCommand' ? SEE : ALONE, language, { mistake });
}

/** What is said of `docket help NAME` where there is no such command. */
export function unknownCommand(name: string, language: Language): Failure {
  const mistake = say(NO_COMMAND, language, { name });
  const similar = nearest(name, commandNames);
  return similar ? failure(SIMILAR, language, { mistake, similar: `"${similar}"` }) : failure(SEE, language, { mistake });
}
