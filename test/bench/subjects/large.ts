import { ratios } from '../figure.ts';
import type { Subject } from '../subject.ts';

/** Ten times as many small documents: does time grow with them, and memory by much less? */
export const large: Subject = {
  id: 'large',
  option: 'large',
  async measure({ asked: { count }, sets, docket }) {
    const folders = await sets.small();
    const one = docket.lint('small documents', folders.one, { cache: 'none', warmsUp: false });
    const ten = docket.lint('ten times as many', folders.ten, { cache: 'none', warmsUp: false });
    const [many, more] = [count, count * 10].map((number) => number.toLocaleString('en'));
    return {
      probes: [one, ten],
      figures: (samples) => {
        const [few, all] = [samples(one), samples(ten)];
        return [
          { name: `${more} small files, cold, no cache`, unit: 's', values: all.map(({ wall }) => wall) },
          { name: `${more} small files, cold, no cache: peak memory`, unit: 'MB', values: all.map(({ memory }) => memory) },
          { name: `${more} files ÷ ${many} files: time`, unit: '×', values: ratios(all.map(({ wall }) => wall), few.map(({ wall }) => wall)), goal: 11 },
          { name: `${more} files ÷ ${many} files: memory`, unit: '×', values: ratios(all.map(({ memory }) => memory), few.map(({ memory }) => memory)), goal: 3 },
        ];
      },
    };
  },
};
