import type { PackedReading } from '../../core/reading.ts';

/** What was read of documents, of which all threads see the texts at one place in memory. */
export interface SharedReadings {
  readonly texts: SharedArrayBuffer;
  /** `bytes` long, the one behind the other. */
  readonly readings: readonly (Omit<PackedReading, 'packed'> & { readonly bytes: number })[];
}

export function shareReadings(all: readonly PackedReading[]): SharedReadings {
  const readings = all.map(({ packed, ...reading }) => ({ ...reading, bytes: Buffer.byteLength(packed) }));
  const texts = new SharedArrayBuffer(readings.reduce((sum, { bytes }) => sum + bytes, 0));
  const whole = Buffer.from(texts);
  let end = 0;
  for (const { packed } of all) end += whole.write(packed, end);
  return { texts, readings };
}

/** The readings that were shared; a text is taken from there each time that it is asked for. */
export function takeReadings({ texts, readings }: SharedReadings): Map<string, PackedReading> {
  const taken = new Map<string, PackedReading>();
  let end = 0;
  for (const { bytes, ...reading } of readings) {
    const start = end;
    end += bytes;
    taken.set(reading.path, { ...reading, get packed() { return Buffer.from(texts, start, bytes).toString(); } });
  }
  return taken;
}
