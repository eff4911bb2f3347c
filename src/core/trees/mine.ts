import { isSamePerson } from '../people.ts';

/** Tells whether a name is one of those under which somebody is known; remembers what it has been asked. */
export function among(names: readonly string[]): (name: string) => boolean {
  const answers = new Map<string, boolean>();
  return (name) => {
    const known = answers.get(name) ?? names.some((one) => isSamePerson(one, name));
    answers.set(name, known);
    return known;
  };
}

/** The names that a setting lists, divided by commas. */
export function namesOf(setting: string): string[] {
  return setting.split(/[,;\n]/).map((name) => name.trim()).filter(Boolean);
}
