import { answer } from '../answering.ts';
import type { Session } from '../session.ts';

/** What answers requests, by their method. */
type Answers<M extends string> = Readonly<Record<M, (params: never, signal: AbortSignal) => Promise<unknown>>>;

/** A feature whose code is loaded with the first request for one of its methods: what few ask for need not be read at every start. */
export function onDemand<M extends string>(methods: readonly M[], load: () => Promise<(session: Session) => Answers<M>>): (session: Session) => void {
  return (session) => {
    let answers: Promise<Answers<M>> | undefined;
    const loaded = (): Promise<Answers<M>> => (answers ??= load().then((feature) => feature(session)));
    for (const method of methods) {
      answer(session.connection, method, async (params: never, signal) => {
        // What could not be loaded once may be there the next time.
        const { [method]: work } = await loaded().catch((error: unknown) => {
          answers = undefined;
          throw error;
        });
        return work(params, signal);
      });
    }
  };
}
