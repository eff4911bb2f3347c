/** Milliseconds that the server works on without hearing whoever asks something. */
const MOST = 10;

/** A pause for long work: lets what has come in meanwhile go first, and costs nothing where the last pause was just now. */
export function pauses(): () => Promise<void> | undefined {
  let last = Date.now();
  return () => (Date.now() - last < MOST ? undefined : new Promise((resolve) => setTimeout(() => {
    last = Date.now();
    resolve();
  })));
}
