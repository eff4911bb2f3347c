import fc from 'fast-check';

/** What every property begins with, so that one commit gives one result; `npm run fuzz` begins with others. */
const SEED = 20_260_302;

fc.configureGlobal({ seed: Number(process.env['DOCKET_SEED'] ?? SEED) });
