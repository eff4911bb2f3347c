import path from 'node:path';
import { ratios, type Figure } from '../figure.ts';
import { installPeers, usualSections } from '../peers/install.ts';
import { measured, type Command, type Run } from '../run-process.ts';
import { sizeOf } from '../sets.ts';
import type { Probe, Subject } from '../subject.ts';

/** Other linters on the same documents in the same rounds; they look for missing sections, and Docket does all that it does. */
export const peers: Subject = {
  id: 'peers',
  option: 'peers',
  async measure({ sets, docket, work }) {
    const { rumdl, rumdlCached, markdownlint, remark } = await installPeers(await usualSections(sets.some), work);
    const probe = (name: string, command: Command): Probe<Run> => ({ name, warmsUp: true, run: () => measured(command, path.join(work, 'time.txt')) });
    const many = { rumdl: probe('rumdl', rumdl(sets.many)), cached: probe('rumdl with its cache', rumdlCached(sets.many)) };
    const some = {
      docket: docket.lint('fewer documents', sets.some, { cache: 'none' }),
      rumdl: probe('fewer documents, rumdl', rumdl(sets.some)), markdownlint: probe('fewer documents, markdownlint-cli2', markdownlint(sets.some)), remark: probe('fewer documents, remark-cli', remark(sets.some)),
    };
    const [all, few] = await Promise.all([sets.many, sets.some].map(async (folder) => `${(await sizeOf(folder)).files.toLocaleString('en')} files`));
    return {
      probes: [docket.cold, many.rumdl, docket.filling, docket.warm, many.cached, ...Object.values(some)],
      figures: (samples) => {
        const wall = (one: Probe<Run>): number[] => samples(one).map((run) => run.wall);
        const seconds = (name: string, one: Probe<Run>): Figure => ({ name, unit: 's', values: wall(one) });
        const ratio = (name: string, one: Probe<Run>, other: Probe<Run>, goal?: number): Figure => ({ name, unit: '×', values: ratios(wall(one), wall(other)), ...(goal === undefined ? {} : { goal }) });
        return [
          seconds(`${all}, rumdl, no cache`, many.rumdl),
          seconds(`${all}, rumdl, cached`, many.cached),
          ratio(`${all}, cold, no cache ÷ rumdl`, docket.cold, many.rumdl, 1),
          ratio(`${all}, cold, filling the cache ÷ rumdl`, docket.filling, many.rumdl, 1),
          ratio(`${all}, warm ÷ rumdl cached`, docket.warm, many.cached, 0.2),
          seconds(`${few}, cold, no cache`, some.docket),
          seconds(`${few}, markdownlint-cli2`, some.markdownlint),
          seconds(`${few}, remark-cli`, some.remark),
          ratio(`${few}, cold ÷ rumdl`, some.docket, some.rumdl),
          ratio(`${few}, cold ÷ markdownlint-cli2`, some.docket, some.markdownlint, 0.08),
          ratio(`${few}, cold ÷ remark-cli`, some.docket, some.remark, 0.05),
        ];
      },
    };
  },
};
