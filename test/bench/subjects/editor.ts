import path from 'node:path';
import { openWindows, type Windows } from '../editor/window.ts';
import { average, middle, percentile, type Figure } from '../figure.ts';
import type { Probe, Subject } from '../subject.ts';

type Opened = 'cold' | 'warm';

/** A large folder in a real VS Code, in a first window and in a later one, in which a document is edited. */
export const editor: Subject = {
  id: 'editor',
  option: 'editor',
  async measure({ sets, docket: { cold, warm }, release, work }) {
    const windows: Probe<Windows> = { name: 'three windows of VS Code', warmsUp: false, run: () => openWindows(sets.many, release, path.join(work, 'editor')) };
    return {
      probes: [cold, warm, windows],
      figures: (samples) => {
        const all = samples(windows);
        const drawn = (name: Opened): number[] => all.map(({ [name]: one }) => (one.drawn - one.focused) / 1000);
        const answered = (name: Opened): number[] => all.map(({ [name]: one }) => (one.answered - one.focused) / 1000);
        const complete = (name: Opened): number[] => all.map(({ [name]: one }) => (Math.max(one.complete, one.answered) - one.focused) / 1000);
        const opened = (name: Opened, cli: Probe<{ readonly wall: number }>): Figure[] => {
          const alone = average(samples(cli).map(({ wall }) => wall));
          return [
            { name: `editor, ${name}: first content in the view${all.every(({ [name]: one }) => one.isEarlier) ? ', the rows of the window before' : ''}`, unit: 's', values: drawn(name), goal: 1.5 },
            { name: `editor, ${name}: first content that the server sends`, unit: 's', values: answered(name) },
            { name: `editor, ${name}: the tree is complete`, unit: 's', values: complete(name) },
            { name: `editor, ${name}: the tree is complete ÷ the command line`, unit: '×', values: complete(name).map((seconds) => seconds / alone), goal: 1.5 },
          ];
        };
        const edits = all.flatMap(({ warm: { edits: own = [] } }) => own);
        const above = all.flatMap(({ warm: { edits: own = [] }, bare }) => own.map((time) => time - middle(bare.edits)));
        const each = (of: (windows: Windows[Opened]) => number): number[] => all.flatMap((one) => [of(one.cold), of(one.warm)]);
        return [
          ...opened('cold', cold), ...opened('warm', warm),
          { name: 'editor: an edit of a document of 100 kB until its diagnostics', unit: 'ms', values: edits },
          { name: 'editor: the same of an extension that sets one at once, without Docket', unit: 'ms', values: all.flatMap(({ bare }) => bare.edits) },
          { name: 'editor: an edit above that, p50', unit: 'ms', values: [percentile(above, 0.5)] },
          { name: 'editor: an edit above that, p95', unit: 'ms', values: [percentile(above, 0.95)], goal: 50 },
          { name: 'editor: an edit without Docket above the median of those, p95', unit: 'ms', values: [percentile(all.flatMap(({ bare: { edits } }) => edits.map((time) => time - middle(edits))), 0.95)] },
          { name: 'editor: activation of the extension', unit: 'ms', values: each(({ activation }) => activation), goal: 30 },
          { name: "editor: longest block of the extension host's thread", unit: 'ms', values: each(({ block }) => block), goal: 50 },
          { name: 'editor: the same without Docket', unit: 'ms', values: all.map(({ bare: { block } }) => block) },
        ];
      },
    };
  },
};
