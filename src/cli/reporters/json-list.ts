import { printableJson } from '../display.ts';

/** The list of what is made of each thing, piece by piece, in the very form that `JSON.stringify` gives all of it at once, `depth` blanks deep. */
export async function* jsonList<Thing>(things: AsyncIterable<Thing>, made: (thing: Thing) => readonly object[], depth = 0): AsyncGenerator<string> {
  const margin = `\n${' '.repeat(depth)}`;
  let isFirst = true;
  for await (const thing of things) {
    const some = made(thing);
    if (!some.length) continue;
    // Without the brackets; no text in JSON has a line break in it.
    const text = printableJson(some, 2).slice(1, -2);
    yield `${isFirst ? '[' : ','}${depth ? text.replaceAll('\n', margin) : text}`;
    isFirst = false;
  }
  yield isFirst ? '[]' : `${margin}]`;
}
