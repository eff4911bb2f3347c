import { describe, expect, it } from 'vitest';
import { commandsFor } from '../../src/cli/commands/index.ts';
import { docket, folderOf } from './world.ts';

const commands = await commandsFor();

describe('docket', () => {
  it('makes its help from the list of commands', async () => {
    const { code, out } = await docket('/', ['--help']);
    expect(code).toBe(0);
    for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command.name} .*${command.summary.en}$`, 'm'));
  });

  it('shows the same help of a command in three ways', async () => {
    for (const { name } of commands) {
      const help = await docket('/', ['help', name]);
      expect(help.code).toBe(0);
      expect(help.out).toContain(`Usage: docket ${name}`);
      expect(await docket('/', [name, '--help'])).toEqual(help);
      expect(await docket('/', [name, '-h'])).toEqual(help);
    }
  });

  it('speaks Korean where the environment does', async () => {
    const { out } = await docket('/', ['help', 'lint'], { env: { LANG: 'ko_KR.UTF-8' } });
    expect(out).toContain('사용법: docket lint');
    expect(out).not.toMatch(/Usage|Options|Arguments|choices|default/);
    expect((await docket('/', ['lint', '--formt'], { env: { LC_ALL: 'ko_KR.UTF-8', LANG: 'en_US.UTF-8' } })).err).toBe('docket: "--formt" 옵션은 없습니다. "--format"을(를) 뜻하셨나요?\n');
  });

  it('prints its version', async () => {
    expect(await docket('/', ['--version'])).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    [['lint', '--fromat', 'json'], 'docket: there is no option "--fromat"; did you mean "--format"?\n'],
    [['lint', '--verbosity'], 'docket: there is no option "--verbosity"; see "docket --help"\n'],
    [['lint', '--format', 'xml'], 'docket: "xml" is no value for "--format <format>"; use one of stylish, json, ndjson, sarif, github, gitlab, junit, markdown, report\n'],
    [['lint', '--format'], 'docket: the option "--format <format>" needs a value\n'],
    [['lint', '--lang', 'de'], 'docket: "de" is no value for "--lang <language>"; use one of en, ko\n'],
    [['lits'], 'docket: there is no command "lits"; did you mean "list"?\n'],
    [['help', 'lin'], 'docket: there is no command "lin"; did you mean "lint"?\n'],
    [['list', '--format', 'ndjson', '--explain'], 'docket: "--explain" and "--format" cannot be used together; leave one of them out\n'],
    [['new'], 'docket: the argument "type" is missing; use one of design, decision, decision-short, decision-nygard, rfc, meeting, postmortem, migration, readiness, charter, or a type of .docket.yaml\n'],
    [['new', 'decision'], 'docket: the argument "title" is missing\n'],
    [['new', 'decision', 'Keep', 'events'], 'docket: "new" takes 2 arguments, not 3; put quotes around a text with spaces\n'],
  ])('ends %j with 2 and one clear line', async (args, line) => {
    expect(await docket('/', args)).toEqual({ code: 2, out: '', err: line });
  });

  it('shows its help on standard error and ends with 2 where no command is named', async () => {
    const { code, out, err } = await docket('/', []);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: docket');
  });

  it('names an error of its own in one line, and shows the stack only when asked', async () => {
    const folder = await folderOf();
    const broken = { rulePage: () => 'x', now: (): Date => { throw new TypeError('no clock'); } };
    expect(await docket(folder, ['list'], broken)).toEqual({ code: 2, out: '', err: 'docket: internal error: no clock (set DOCKET_DEBUG=1 to see where)\n' });
    expect((await docket(folder, ['list'], { ...broken, env: { DOCKET_DEBUG: '1' } })).err).toContain('\nat ');
  });
});
