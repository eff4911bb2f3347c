import { DocumentThreads as AnyThreads, type PoolOptions } from '../../src/cli/threads/pool.ts';

/** As many threads as DOCKET_SAME_THREADS says, for however few documents, with DOCKET_SAME_PATIENCE milliseconds for each. */
export class DocumentThreads extends AnyThreads {
  constructor(options: PoolOptions) {
    super({ ...options, threads: Number(process.env['DOCKET_SAME_THREADS']), patience: Number(process.env['DOCKET_SAME_PATIENCE']), worthwhile: 1 });
  }
}
