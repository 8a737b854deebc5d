/** What the package adds to a bundle. */
import { measure, programs } from '../size.js';
import type { Section } from './section.js';

export const measureBundleSize: Section = () =>
  Promise.all(
    programs.map(async (program) => {
      const { gzip, minified } = await measure(program);
      return {
        name: `Bundle: ${program.name}`,
        ...{ value: gzip / 1_000, unit: 'kB gzip', note: `${(minified / 1_000).toFixed(1)} kB minified` },
        aim: program.aim === undefined ? undefined : { atMost: program.aim / 1_000 },
      };
    }),
  );
