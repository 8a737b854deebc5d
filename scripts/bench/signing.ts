/** Signing, against the hashes that a signature is made of. */
import type { Figure } from './figure.js';
import type { SigningInput, SigningReport } from './programs/signing.js';
import { median, medianRatio } from './rounds.js';
import type { Section } from './section.js';

export const measureSigning: Section = async ({ quick, packageCopy }) => {
  const copy = await packageCopy();
  const figures: Figure[] = [];
  for (const [name, bodyBytes] of [
    ['a GET', 0],
    ['a POST of 1 kB', 1_000],
  ] as const) {
    const input: SigningInput = { rounds: quick ? 500 : 5_000, repeats: 10, bodyBytes };
    const { signed, hashed } = await copy.run<SigningReport>('signing', input);
    figures.push({
      name: `Signing ${name}, against the three hashes it needs`,
      ...{ value: medianRatio(signed, hashed), unit: '×', aim: { atMost: 1.6 } },
      note: `${median(signed).toFixed(1)} µs : ${median(hashed).toFixed(1)} µs`,
    });
  }
  return figures;
};
