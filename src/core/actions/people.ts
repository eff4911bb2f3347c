import { plainText, rangeOf, type Document } from '../document.ts';
import { namesIn } from './owners.ts';

const TITLE = /^(?:attendees|attending|participants|present|in attendance|people present|who was here|참석자?(?: 명단)?|참가자|参加者|出席者|参会人员|与会者|出席|teilnehmer|teilnehmende|teilnehmer:innen|anwesende?|asistentes|participantes|présents|presentes|partecipanti|aanwezig)$/i;
const LABEL = /^[ \t]*(?:[-*+][ \t]+)?[*_]{0,2}(?:attendees|attending|participants|present|참석자?|참가자|参加者|出席者|参会人员|与会者|teilnehmer|teilnehmende|anwesende?|asistentes|participantes|présents|presentes)[*_]{0,2}[ \t]?[:：][*_]{0,2}[ \t]*([^\r\n]{1,600})/gim;
const MOST = 200;

/** Who took part in what a document is about, as it is written there. */
export function attendeesIn(document: Document): string[] {
  const written: string[] = [];
  for (const label of document.text.slice(0, 20_000).matchAll(LABEL)) written.push(label[1]!);
  for (const section of document.sections) {
    if (!TITLE.test(section.title.trim())) continue;
    for (const node of section.nodes.slice(0, 20)) {
      if (node.type === 'list') written.push(...node.children.slice(0, MOST).map((item) => plainText(item.children[0] ?? item)));
      else if (node.type === 'paragraph') written.push(...document.text.slice(rangeOf(node).start, rangeOf(node).end).slice(0, 2000).split(/\r\n|\n|\r/));
    }
  }
  return written.flatMap((line) => namesIn(line.replace(/\([^()]{0,80}\)|<[^<>]{0,80}>|^\[[ xX]\]/g, ' '))).filter((name) => name.length <= 40);
}

/** The same in small letters: full names, first names and handles. */
export function peopleIn(document: Document): ReadonlySet<string> {
  const people = new Set<string>();
  for (const name of attendeesIn(document)) {
    if (people.size > 2 * MOST) continue;
    for (const part of [name, ...name.split(/\s+@|@/)]) people.add(part.trim().toLowerCase());
    const [first, second] = name.split(' ');
    if (second !== undefined && first!.length > 2) people.add(first!.toLowerCase());
  }
  people.delete('');
  return people;
}
