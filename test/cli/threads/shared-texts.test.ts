import { describe, expect, it } from 'vitest';
import { JoinedTexts, SharedTexts } from '../../../src/cli/threads/shared-texts.ts';
import { parseDocument } from '../../../src/core/document.ts';
import { packReading, readDocumentFacts, unpackFacts, unpackOutline } from '../../../src/core/reading.ts';

const readingOf = (path: string, text: string) => readDocumentFacts(parseDocument(path, text));

describe('readings that threads share', () => {
  it('are what was read, in any script and with half a character', () => {
    const readings = [
      readingOf('docs/0001-a.md', '---\ntype: decision\nstatus: accepted\ndate: 2026-03-02\n---\n# Keep the queue\n\n- [ ] write it down @ann\n'),
      readingOf('docs/0002-b.md', '# 큐를 유지한다 \u{1F642}\n\n* 상태: 승인됨\n'),
      readingOf('docs/0003-c.md', '# A half \uD83D\n\n* Status: \uDE42\n'),
      readingOf('docs/0004-d.md', '---\nstatus: [\n---\n# Broken\n'),
    ];
    const packed = readings.map(packReading);
    const texts = new SharedTexts();
    const taken = SharedTexts.of(structuredClone(texts.of([texts.reading(packed[0]!), ...packed.slice(1)])));
    expect([...taken.keys()]).toEqual(readings.map(({ path }) => path));
    for (const [index, reading] of readings.entries()) {
      const { typeName, problems } = packed[index]!;
      expect(taken.get(reading.path)).toMatchObject({ typeName, problems });
      const one = taken.get(reading.path)!;
      expect({ ...unpackFacts(one), outline: unpackOutline(one) }).toEqual(reading);
    }
    expect(texts.of([...taken.values()]).buffers).toHaveLength(1);
    expect(packed.map(({ typeName, problems }) => [typeName, problems.length])).toEqual([['decision', 0], [undefined, 0], [undefined, 0], [undefined, 1]]);
  });

  it('are known by all threads wherever they were read', () => {
    const packed = ['a', 'b', 'c', 'd'].map((name) => packReading(readingOf(`docs/${name}.md`, `# ${name}\n`)));
    const all = new SharedTexts();
    const threads = [0, 1].map(() => ({ own: new SharedTexts(), joined: new JoinedTexts(all) }));
    const told = packed.map((reading, at) => {
      const { own, joined } = threads[at % 2]!;
      own.text('what was found meanwhile');
      const [shared, come] = structuredClone([own.reading(reading).shared, own.come()] as const);
      joined.join(come);
      return joined.reading(shared);
    });
    const mine = all.reading(packReading(readingOf('docs/e.md', '# e\n')));
    const taken = SharedTexts.of(structuredClone(all.of([...told, mine])));
    expect([...taken.values()].map((reading) => unpackFacts(reading).path)).toEqual(['docs/a.md', 'docs/b.md', 'docs/c.md', 'docs/d.md', 'docs/e.md']);
    expect(threads[0]!.own.text('and afterwards').text).toBe('and afterwards');
    expect(told.map(({ packed: text }) => text)).toEqual(packed.map(({ packed: text }) => text));
  });

  it('are written by a shard as those are that no thread has read', () => {
    const packed = packReading(readingOf('docs/0001-a.md', '---\ntype: decision\n---\n# Keep the queue\n'));
    expect(JSON.stringify([new SharedTexts().reading(packed)])).toBe(JSON.stringify([packed]));
  });
});
