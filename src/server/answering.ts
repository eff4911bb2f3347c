import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection, type ConnectionStrategy } from 'vscode-languageserver';

/** Has every request that is cancelled before its turn has come answered as such, without any work: while somebody types, much of what an editor asks. */
export const unlessCancelled: ConnectionStrategy = {
  // Whoever sends the answer puts in the id of the request.
  cancelUndispatched: () => ({ jsonrpc: '2.0', id: null, error: { code: LSPErrorCodes.RequestCancelled, message: 'The request was cancelled' } }),
};

/** Answers a request until the client cancels it: then the client is told so at once, and whoever works on the answer by the signal. */
export function answer<P>(connection: Connection, method: string, work: (params: P, signal: AbortSignal) => Promise<unknown>): void {
  connection.onRequest(method, (...given: [params: P, token: CancellationToken]) => {
    // Where nothing is said, the token comes alone.
    const [params, token] = given.length > 1 ? given : [undefined as P, given[0] as CancellationToken];
    const stopped = new AbortController();
    const cancelled = whenCancelled(token).then(() => {
      stopped.abort();
      throw new ResponseError(LSPErrorCodes.RequestCancelled, `${method} was cancelled`);
    });
    return Promise.race([cancelled, token.isCancellationRequested ? cancelled : work(params, stopped.signal)]);
  });
}

/** Settles when the client cancels a request; the token of one that was cancelled before it came says nothing any more. */
export function whenCancelled(token: CancellationToken): Promise<void> {
  return token.isCancellationRequested ? Promise.resolve() : new Promise((resolve) => { token.onCancellationRequested(() => resolve()); });
}
