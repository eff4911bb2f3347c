import { remembering } from '../remembering.ts';
import { isPlaceholder, plain } from './source.ts';

/** The people or teams that a value names, as they would be addressed: a name, or a handle where there is no name. */
export const peopleIn = remembering((source): readonly string[] => {
  const text = source
    .split(/[\r\n]+/)
    .map(lineOfPeople)
    .join('\n');
  const people: string[] = [];
  // `Name: Ann` with `Email: ann` below it is one person.
  for (const part of text.replace(/^[ \t]*(?:e-?mail|phone|github|slack)[ \t]*[:：].*$/gimu, '').replace(/^[ \t]*name[ \t]*[:：][ \t]*/gimu, '').split(/\s*(?:[,;、，；/|\n]|\band\b|\bund\b|\s&\s|\s및\s)\s*(?![^()]*\))/)) {
    const name = nameOf(part);
    if (name && /[\p{L}\p{N}]/u.test(name) && !isPlaceholder(name) && !people.includes(name)) people.push(name);
    if (people.length >= 50) break;
  }
  return people;
});

function nameOf(part: string): string | undefined {
  const bare = part
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/^\s*[-*+]\s+/, '')
    .replace(/^[\s:：]+|[\s\\]+$/g, '')
    .replace(/^["']|["']$/g, '')
    .replace(/\s*\([^()]{0,120}\)?\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const handle = /@[\w./-]+/.exec(part)?.[0];
  const name = bare && !bare.startsWith('@') ? bare.replace(/\s*@[\w./-]+$/, '').trim() : (handle ?? bare);
  const found = name || handle || /<([^<>]+)>/.exec(part)?.[1];
  return found && found.length <= 80 ? found : undefined;
}

// A name with an address is one person, whether the address is a link, in brackets or in entities.
function lineOfPeople(line: string): string {
  return plain(line.slice(0, 4000).replace(/^\s*[-*+]\s+/, '').replace(/\[([^[\]\n]{1,200})\]\(mailto:[^()\n]{1,200}\)/g, '$1').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/<([^<>\s]+@[^<>\s]+)>/g, ' <$1>'));
}
