import { describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { Renewing } from '../../src/client/views/renewing.ts';

// A server that answers when it is told to; a request that is cancelled is refused, as LSP has it.
function asking() {
  const renewing = new Renewing(() => new CancellationTokenSource() as never);
  const requests: { readonly answer: (text: string) => void; readonly isCancelled: () => boolean }[] = [];
  const ask = (): Promise<string> => renewing.ask((token) => new Promise<string>((resolve, reject) => {
    requests.push({ answer: resolve, isCancelled: () => token.isCancellationRequested });
    token.onCancellationRequested(() => reject(new Error('cancelled')));
  }));
  const asked = async (count: number): Promise<void> => { while (requests.length < count) await new Promise((resolve) => setTimeout(resolve)); };
  return { renewing, requests, ask, asked };
}

describe('a request of a view', () => {
  it('that is of no use any more is cancelled, and whoever waits gets the answer to the one made in its place', async () => {
    const { renewing, requests, ask, asked } = asking();
    const answer = ask();
    renewing.renew();
    await asked(2);
    requests[1]!.answer('new');
    expect([await answer, requests.map(({ isCancelled }) => isCancelled())]).toEqual(['new', [true, false]]);
  });

  it('that is cancelled while its answer is under way is made again', async () => {
    const { renewing, requests, ask, asked } = asking();
    const answer = ask();
    requests[0]!.answer('old');
    renewing.renew();
    await asked(2);
    requests[1]!.answer('new');
    expect(await answer).toBe('new');
  });

  it('of a view that nobody sees is cancelled, and made again when somebody does', async () => {
    const { renewing, requests, ask, asked } = asking();
    const answer = ask();
    renewing.rest();
    await new Promise((resolve) => setTimeout(resolve));
    expect(requests.map(({ isCancelled }) => isCancelled())).toEqual([true]);
    renewing.wake();
    await asked(2);
    requests[1]!.answer('again');
    expect(await answer).toBe('again');
  });

  it('that fails is not made again', async () => {
    const renewing = new Renewing(() => new CancellationTokenSource() as never);
    await expect(renewing.ask(() => Promise.reject(new Error('crashed')))).rejects.toThrow('crashed');
  });
});
