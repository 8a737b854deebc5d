/** A signed call of the client, against a bare fetch of the same page. */
import type { Figure } from './figure.js';
import type { SignedRequestsInput, SignedRequestsReport } from './programs/signed-requests.js';
import { median, medianRatio } from './rounds.js';
import type { Section } from './section.js';

export const measureRequests: Section = async ({ quick, packageCopy }) => {
  const copy = await packageCopy();
  const server = await copy.serve('answer-server', {});
  try {
    const figures: Figure[] = [];
    for (const [name, concurrency, repeats, rounds] of [
      ['one after the other', 1, 4, 1_000],
      ['16 at a time', 16, 32, 300],
    ] as const) {
      const input: SignedRequestsInput = {
        url: server.url,
        rounds: quick ? rounds / 10 : rounds,
        repeats,
        concurrency,
      };
      const { client, bare, least } = await copy.run<SignedRequestsReport>('signed-requests', input);
      figures.push({
        name: `A signed GET, ${name}, against a bare fetch`,
        ...{ value: medianRatio(client, bare), unit: '×', aim: { atMost: 1.15 } },
        note: `${median(client).toFixed(0)} µs : ${median(bare).toFixed(0)} µs; signing and a limit of time alone make it ${medianRatio(least, bare).toFixed(2)} ×`,
      });
    }
    return figures;
  } finally {
    server.stop();
  }
};
