/** Fails unless two values are the same as JSON. */
export function equal(actual: unknown, expected: unknown, message = 'The value is another one.'): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw Object.assign(new Error(message), { actual, expected });
}

/** Fails unless a value is there, and returns it. */
export function present<T>(value: T | null | undefined, message: string): T {
  if (value === null || value === undefined) throw new Error(message);
  return value;
}

/** Asks again and again until the answer is neither undefined nor false, and returns it. */
export async function eventually<T>(what: string, ask: () => T | undefined | false | PromiseLike<T | undefined | false>, milliseconds = 30_000): Promise<T> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
  }
  throw new Error(`Not within ${milliseconds / 1000} s: ${what}`);
}
