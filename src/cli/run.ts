import { Argument, Command as Program, CommanderError, Option as ProgramOption } from 'commander';
import { LANGUAGES, languageOf, say, type Language, type Text } from '../core/language.ts';
import { commandNames, commandsFor } from './commands/index.ts';
import type { Args, Command, ExitCode, Option } from './commands/command.ts';
import { complain, Failure, failure } from './failure.ts';
import type { Io } from './io.ts';
import { unknownCommand, usageMistake } from './usage.ts';

const TEXTS = {
  summary: { en: 'Templates, checks and an overview for design docs, decisions and reviews in Markdown.', ko: 'Markdown으로 쓴 설계 문서와 결정 기록, 리뷰를 위한 템플릿과 검사, 한눈에 보기.' },
  help: { en: 'show what a command does', ko: '명령의 사용법을 보여 줍니다' },
  helpOption: { en: 'show this help', ko: '이 도움말을 보여 줍니다' },
  version: { en: 'show the version', ko: '버전을 보여 줍니다' },
  lang: { en: 'language, otherwise that of .docket.yaml or of the environment', ko: '언어(없으면 .docket.yaml이나 환경의 언어)' },
  byDefault: { en: 'default {value}', ko: '기본값 {value}' },
  codes: { en: 'Exit codes: 0 nothing found, 1 warnings or errors found, 2 it could not run.', ko: '종료 코드: 0 문제 없음, 1 경고나 오류가 있음, 2 실행할 수 없음.' },
  bug: { en: 'internal error: {reason} (set DOCKET_DEBUG=1 to see where)', ko: '내부 오류: {reason} (DOCKET_DEBUG=1로 위치를 볼 수 있습니다)' },
} satisfies Record<string, Text>;

const TITLES: Readonly<Record<string, Text>> = {
  'Usage:': { en: 'Usage:', ko: '사용법:' },
  'Arguments:': { en: 'Arguments:', ko: '인수:' },
  'Options:': { en: 'Options:', ko: '옵션:' },
  'Commands:': { en: 'Commands:', ko: '명령:' },
};

/** Runs what the user wrote behind `docket` and returns the exit code; never rejects. */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode> {
  const language = languageFrom(io.env);
  const [first, second] = argv;
  const commands = await commandsFor(first);
  try {
    if (first === 'help' && second !== undefined && !second.startsWith('-') && !commandNames.includes(second)) throw unknownCommand(second, language);
    let code: ExitCode = 0;
    const program = programOf(commands, io, language, (ended) => { code = ended; });
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (error instanceof CommanderError && error.code === 'commander.help') return 2;
    const known = error instanceof CommanderError ? usageMistake(error, commands, language) : error;
    const { lines } = known instanceof Failure ? known : failure(TEXTS.bug, language, { reason: error instanceof Error ? error.message : String(error) });
    for (const line of lines) complain(io, line);
    if (io.env['DOCKET_DEBUG'] && error instanceof Error) for (const line of (error.stack ?? '').split('\n')) complain(io, line);
    return 2;
  }
}

/** The user's language, as the environment has it. */
export function languageFrom(env: Io['env']): Language {
  return languageOf(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']);
}

function programOf(commands: readonly Command[], io: Io, language: Language, ended: (code: ExitCode) => void): Program {
  const program = new Program('docket')
    .description(say(TEXTS.summary, language))
    .version(process.env['DOCKET_VERSION'] ?? '0.0.0', '-V, --version', say(TEXTS.version, language))
    .helpOption('-h, --help', say(TEXTS.helpOption, language))
    .helpCommand('help [command]', say(TEXTS.help, language))
    .addHelpText('after', `\n${say(TEXTS.codes, language)}`)
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => {}, getOutHelpWidth: () => io.columns ?? 100, getErrHelpWidth: () => io.columns ?? 100, getOutHasColors: () => io.color, getErrHasColors: () => io.color })
    .configureHelp({
      styleTitle: (title) => (TITLES[title] ? say(TITLES[title], language) : title),
      optionDescription: ({ description, argChoices, defaultValue }) => [
        description,
        ...(argChoices ? [argChoices.join(' | ')] : []),
        ...(defaultValue === undefined ? [] : [say(TEXTS.byDefault, language, { value: String(defaultValue) })]),
      ].join(', '),
    })
    .exitOverride();
  for (const command of commands) program.addCommand(programFor(command, program, io, language, ended));
  return program;
}

function programFor(command: Command, parent: Program, io: Io, language: Language, ended: (code: ExitCode) => void): Program {
  const program = parent.createCommand(command.name).copyInheritedSettings(parent).description(say(command.summary, language)).addHelpText('after', () => `\n${command.more(language)}`);
  for (const { flags, text } of command.operands) program.addArgument(new Argument(flags, say(text, language)));
  for (const option of [...command.options, LANG]) {
    const made = new ProgramOption(option.flags, say(option.text, language));
    if (option.choices) made.choices(option.choices);
    if (option.default !== undefined) made.default(option.default);
    if (option.repeats) made.argParser((value, before: readonly string[] = []) => [...before, value]);
    if (option.conflicts) made.conflicts([...option.conflicts]);
    program.addOption(made);
  }
  return program.action(async () => {
    const options = program.opts<Args['options']>();
    ended(await command.run({ operands: program.args, options, lang: options['lang'] as Language | undefined, userLanguage: language }, io));
  });
}

const LANG: Option = { flags: '--lang <language>', text: TEXTS.lang, choices: LANGUAGES };
