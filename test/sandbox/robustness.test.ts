import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { responseChecks } from '../../src/sandbox/validate.js';
import { createStillSandbox } from '../support/sandbox-requests.js';
import {
  createGenerator,
  createRandom,
  listKnownValues,
  operations,
  pick,
  writingOperations,
  type RandomRequest,
} from '../support/sandbox-random-requests.js';

// Requests contain members that the description lacks, which the sandbox stores and returns.
responseChecks.clear();

/** Requests of the fuzz test. Set SANDBOX_FUZZ_REQUESTS=60000 for the long run. */
const FUZZ_REQUESTS = Number(process.env['SANDBOX_FUZZ_REQUESTS'] ?? 30_000);

async function send({ fetch }: Sandbox, { operation, target, headers, body }: RandomRequest) {
  const response = await fetch(`http://sandbox${target}`, {
    method: operation.method,
    headers,
    ...(body !== undefined && { body: body as BodyInit }),
  });
  return { status: response.status, text: await response.text() };
}

/** Describes a failed request, for the list that a test compares with an empty one. */
const describeFailure = ({ operation, target, body }: RandomRequest, text: string): string =>
  `${operation.name} ${target.slice(0, 200)} ${String(body).slice(0, 600)}\n  ${text.slice(0, 400)}`;

/** An error of the sandbox itself, other than the documented 500 of a build that was never scheduled. */
const isBroken = (status: number, text: string): boolean => status >= 500 && !text.includes('Octopus');

describe('what the sandbox accepts', () => {
  test.each(Array.from({ length: 16 }, (_, i) => i + 1))(
    'can be read by every operation (seed %d)',
    { timeout: 60_000 },
    async (seed) => {
      const sandbox = createStillSandbox({ strict: false, randomSeed: seed });
      const random = createRandom(`writes ${String(seed)}`);
      const failures = new Set<string>();
      const accepted = new Set<string>();
      for (let round = 0; round < 12; round += 1) {
        const generate = createGenerator(random, listKnownValues(sandbox), round % 2 === 0 ? 0 : 0.02);
        // Deleting comes last, so that there is something to read.
        for (const operation of writingOperations) {
          if (/^(delete|batchDelete|clear)/.test(operation.id) && random.next() < 0.7) continue;
          const request = generate(operation);
          const { status, text } = await send(sandbox, request);
          if (status < 300) accepted.add(operation.name);
          if (isBroken(status, text)) failures.add(describeFailure(request, text));
        }
        await sandbox.clock.advance(20_000);
        const read = createGenerator(random, listKnownValues(sandbox), 0);
        for (const operation of operations.filter(({ method }) => method === 'GET')) {
          for (let time = 0; time < 2; time += 1) {
            const request = read(operation);
            const { status, text } = await send(sandbox, request);
            if (isBroken(status, text)) failures.add(describeFailure(request, text));
          }
        }
        for (const path of [
          '/',
          ...[...sandbox.state.records.keys()].slice(-5).map((id) => `/_sandbox/builds/${id}`),
        ]) {
          const { status } = await sandbox.fetch(`http://sandbox${path}`);
          if (status !== 200) failures.add(`${path}: ${String(status)}`);
        }
      }
      expect([...failures]).toEqual([]);
      expect(createStillSandbox({ saved: JSON.parse(JSON.stringify(sandbox.save())) as never }).state.tasks).toEqual(
        sandbox.state.tasks,
      );
      // With few accepted requests, the checks above would have no value.
      expect(accepted.size).toBeGreaterThan(writingOperations.length / 2);
    },
  );
});

describe('a fuzzed request', () => {
  test(
    `gets a response other than 500, ${String(FUZZ_REQUESTS)} times, with steady memory`,
    { timeout: 600_000 },
    async () => {
      const failures = new Set<string>();
      const statuses = new Map<number, number>();
      const heap: number[] = [];
      const random = createRandom('fuzz');
      // A new sandbox for each part keeps the state small, so that memory that grows is memory that leaks.
      const parts = 20;
      for (let part = 0; part < parts; part += 1) {
        const sandbox = createStillSandbox({ strict: false, randomSeed: part });
        for (let sent = 0; sent < FUZZ_REQUESTS / parts;) {
          const generate = createGenerator(random, listKnownValues(sandbox), 0.1);
          for (let count = 0; count < 100; count += 1, sent += 1) {
            const request = generate(pick(random, operations));
            const { status, text } = await send(sandbox, request);
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
            if (isBroken(status, text)) failures.add(describeFailure(request, text));
          }
        }
        heap.push(process.memoryUsage().heapUsed);
      }
      expect([...failures]).toEqual([]);
      expect(statuses.get(200)).toBeGreaterThan(FUZZ_REQUESTS / 20);
      // The lowest value of each half is the one right after a collection.
      const lowest = (values: number[]): number => Math.min(...values);
      expect(lowest(heap.slice(parts / 2))).toBeLessThan(lowest(heap.slice(0, parts / 2)) + 60_000_000);
    },
  );
});
