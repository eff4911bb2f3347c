import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// `npm run new:rule ID` begins a rule: its source, its page and its line in the list. The tests fail until both are written.

const folder = path.join(process.env.DOCKET_ROOT ?? path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'src/core/rules');
const [id = ''] = process.argv.slice(2);

function fail(why) {
  console.error(`new:rule: ${why}`);
  process.exit(2);
}

if (!/^[a-z]+(?:-[a-z]+)*$/.test(id) || ['index', 'rule', 'severities', 'configuration'].includes(id)) fail(`"${id}" cannot be the id of a rule; write small letters and dashes, such as decide-by`);

const name = id.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
const index = path.join(folder, 'index.ts');
const list = readFileSync(index, 'utf8');
const end = list.indexOf('];');
const begins = list.lastIndexOf('= [', end);
const names = list.slice(begins + 3, end).split(',').map((one) => one.trim()).filter(Boolean);
if (begins < 0 || names.includes(name)) fail(begins < 0 ? 'the list in index.ts is not written as it is expected' : `there is a rule "${id}" already`);

const source = `import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'found'>({
  id: '${id}',
  meta: {
    title: { en: 'TODO: what the rule asks for', ko: 'TODO: 규칙이 요구하는 것' },
    severity: ADVICE,
    fixable: false,
    messages: {
      found: {
        en: 'TODO: what is wrong with "{what}", and what to do about it.',
        ko: 'TODO: "{what}"의 무엇이 잘못되었고 어떻게 고치는지.',
      },
    },
  },
  check({ entry, report }) {
    if (!entry) return;
    report({ message: 'found', range: { start: 0, end: 0 }, data: { what: entry.title } });
  },
});
`;

const page = `# ${id}

TODO: what the rule asks for.

TODO: when exactly it speaks, and when it is silent.

## Why

TODO: what goes wrong without it, and who says so.

## Options

The rule has no options. It is a warning, and a hint in a draft and in a document that is closed. \`.docket.yaml\` sets its severity, but for drafts:

\`\`\`\`yaml .docket.yaml
rules:
  ${id}: error
\`\`\`\`

## Fix

There is none: TODO why.

## Wrong

TODO: what stands here:

\`\`\`\`markdown docs/decisions/0001-todo.md
# 1. TODO
\`\`\`\`

- \`docs/decisions/0001-todo.md:1:1\` warning: TODO: what is wrong.

## Right

TODO: what stands here:

\`\`\`\`markdown docs/decisions/0001-todo.md
# 1. TODO
\`\`\`\`
`;

for (const [file, text] of [[`${id}.ts`, source], [`${id}.md`, page]]) {
  try {
    writeFileSync(path.join(folder, file), text, { flag: 'wx' });
  } catch {
    fail(`src/core/rules/${file} is there already`);
  }
}

const sorted = [...names, name].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
const imports = list.slice(0, list.indexOf('\n\n')).split('\n');
const all = [...imports, `import ${name} from './${id}.ts';`].sort((a, b) => (a.split("'")[1] < b.split("'")[1] ? -1 : 1));
writeFileSync(index, all.join('\n') + list.slice(list.indexOf('\n\n'), begins + 3) + `\n${sorted.map((one) => `  ${one},\n`).join('')}` + list.slice(end));
console.log(`src/core/rules/${id}.ts\nsrc/core/rules/${id}.md\nsrc/core/rules/index.ts\nWrite what says TODO; then add the rule to README.md and to a case in test/cases.`);
