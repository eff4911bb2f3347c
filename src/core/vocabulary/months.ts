import type { Words } from './vocabulary.ts';

/** The months of languages of which no other words are known: Italian, and Dutch. */
export const OTHER_MONTHS: readonly Pick<Words, 'months'>[] = [
  { months: ['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'] },
  { months: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'] },
];
