/** A decision of about so many characters, with what rules look at. */
export function decision(number: number, length: number): string {
  const paragraph = `Team ${number} has measured *two* ways, see [the one before](${String(number - 1).padStart(5, '0')}-queue.md) and \`queue.${number}\`. It costs ${number % 97} ms, and nobody is paged for it.\n\n- [ ] Write part ${number} down @ann\n- a point that is made\n\n| Way | Cost |\n|---|---|\n| queue | ${number % 13} |\n\n`;
  const body = paragraph.repeat(Math.max(1, Math.round(length / paragraph.length)));
  return `---\nstatus: ${['proposed', 'accepted', 'acepted'][number % 3]}\ndate: 2026-0${(number % 9) + 1}-11\n---\n# Keep queue ${number}\n\n## Context and Problem Statement\n\n${body}## Considered Options\n\n- Keep it\n- Drop it\n\n## Decision Outcome\n\nChosen: keep it.\n`;
}
