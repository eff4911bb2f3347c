/** A decision of about so many characters, with what rules look at: prose with links, lists, tables, code, and two action items. */
export function decision(number: number, length: number): string {
  const parts = [
    `Team ${number} has measured *two* ways, see [the one before](${named(number - 1)}) and \`queue.${number}\`. It costs ${number % 97} ms, and nobody is paged for it. What is left over is kept for a week, so that a team that comes back from a holiday finds all of it, and no more than that.`,
    `- a point that is made for it\n- another one, **against** it, with a [reason](${named(number - 2)})\n  1. one step\n  2. and the next`,
    'Whoever reads this in a year wants to know what was thought of, and why it was left alone. The load of the last quarter was even; what came in bursts came from one client, who has since been asked to spread it.',
    `| Way | Cost | Who |\n|---|---|---|\n| queue | ${number % 13} | ann |\n| table | ${number % 17} | ben |`,
    `### Part ${number % 7}\n\n\`\`\`sh\nqueue --drain ${number} | sort -n\n\`\`\``,
  ];
  const body: string[] = [];
  for (let size = 0, at = 0; size < length - 500; at++) {
    const part = parts[at % parts.length]!;
    body.push(part);
    size += part.length + 2;
  }
  return `---\nstatus: ${['proposed', 'accepted', 'acepted'][number % 3]}\ndate: 2026-0${(number % 9) + 1}-11\n---\n# Keep queue ${number}\n\n## Context and Problem Statement\n\n${body.join('\n\n')}\n\n## Considered Options\n\n- Keep it\n- Drop it\n\n## Decision Outcome\n\nChosen: keep it.\n\n- [ ] Write part ${number} down @ann\n- [ ] Drain queue ${number} by 2026-12-0${(number % 9) + 1} @ben\n`;
}

const named = (number: number): string => `${String(number).padStart(5, '0')}-queue.md`;
