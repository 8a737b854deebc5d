/** The builds of a project as they start and finish. */
import fc from '../support/properties.js';
import { describe, expect, test } from 'vitest';
import { createClient, type BuildEvent, type BuildRun } from '../../src/index.js';
import { createBuildSetup } from '../support/build-setup.js';
import { isUntidy, UNTIL_VISIBLE_MS } from '../support/realism.js';
import { createTestClock } from '../support/test-clock.js';

const credentials = { ak: 'AccessKey', sk: 'SecretKey' };

/** A row of the list of tasks. */
interface Row {
  id: string;
  build_number?: string | null;
  last_build_time?: number | null;
  last_build_status?: string | null;
  last_job_running_status?: string | null;
}

/** A service whose lists and records are functions of the number of polls before. */
interface Service {
  polls: number;
  rowsAt(poll: number): Row[];
  /** Returns the status of a build; a number is that of an error response. */
  statusAt(poll: number, id: string, buildNo: number): string | number;
  latestAt?(poll: number, id: string): { last_build_no: number; is_running?: boolean };
  /** Largest number of rows of a page. */
  cap?: number;
}

const RUNNING = { last_build_status: 'building', last_job_running_status: 'Running' };
const FINISHED = { last_build_status: 'blue', last_job_running_status: 'Finished' };

/** Watches a project of the service for all its polls. Returns the events as `type id number`, and the requests by their last part. */
async function watch(service: Service, options: { existing?: boolean } = {}) {
  const controller = new AbortController();
  const requests: string[] = [];
  let poll = -1;
  const respond = (url: URL): Response => {
    const [id, buildNo] = url.pathname.split('/').slice(3);
    if (url.searchParams.has('page_index')) {
      const page = Number(url.searchParams.get('page_index'));
      if (page === 0) poll += 1;
      if (poll >= service.polls) controller.abort();
      const rows = service.rowsAt(poll);
      const cap = service.cap ?? 100;
      return Response.json({
        result: { job_list: rows.slice(page * cap, (page + 1) * cap), total: rows.length },
      });
    }
    if (url.pathname.endsWith('/record-info')) {
      const status = service.statusAt(poll, id!, Number(buildNo));
      if (typeof status === 'number') return Response.json({ error_code: 'X', error_msg: 'no' }, { status });
      const times = { start_time: '2026-01-02 03:04:05', ...(status !== '' && { finish_time: '2026-01-02 03:05:05' }) };
      return Response.json({ result: { build_no: buildNo, status, ...times } });
    }
    const task = url.pathname.split('/').findLast((part) => part.startsWith('task'))!;
    return Response.json({ result: service.latestAt!(poll, task) });
  };
  const build = createClient({
    ...{ endpoint: 'http://service.localhost', credentials, clock: createTestClock() },
    fetch: (input) => {
      const url = new URL(input as string);
      requests.push(url.pathname.split('/').pop()!);
      return Promise.resolve(respond(url));
    },
  });
  const events: string[] = [];
  for await (const event of build.watchProject({ projectId: 'x' }, { ...options, signal: controller.signal })) {
    if (event.type !== 'progress') events.push(`${event.type} ${event.jobId} ${event.buildNo}`);
  }
  return { events, requests };
}

describe('watchProject, of a service that leaves out what it may', () => {
  const finishedAt =
    (end: number) =>
    (poll: number): string =>
      poll < end ? '' : 'SUCCESS';

  test('reads all pages, however short they are', async () => {
    const { events } = await watch({
      ...{ polls: 3, cap: 4, statusAt: finishedAt(2) },
      rowsAt: (poll) =>
        Array.from({ length: 30 }, (_, index) => ({
          ...{ id: `task${index}`, build_number: '3', last_build_time: 1_000 },
          ...(index === 27 && poll < 2 ? RUNNING : FINISHED),
        })),
    });
    expect(events).toEqual(['start task27 3', 'end task27 3']);
  });

  test('shows a new build of a task whose rows have no number, and none of its earlier ones', async () => {
    const { events } = await watch({
      ...{ polls: 4, statusAt: finishedAt(3) },
      rowsAt: (poll) => [
        { id: 'task', last_build_time: poll < 2 ? 1_000 : 2_000, ...(poll === 2 ? RUNNING : FINISHED) },
      ],
      latestAt: () => ({ last_build_no: 8, is_running: true }),
    });
    expect(events).toEqual(['start task 8', 'end task 8']);
  });

  test('does not take a number that is missing at first for a new build', async () => {
    const { events } = await watch({
      ...{ polls: 4, statusAt: () => 'SUCCESS' },
      rowsAt: (poll) => [{ id: 'task', ...(poll > 0 && { build_number: '7' }), last_build_time: 1_000, ...FINISHED }],
    });
    expect(events).toEqual([]);
  });

  test.each([
    ['by the running status of the task', true],
    ['by the record', undefined],
  ])('shows a build whose state is missing in the list, %s', async (_name, is_running) => {
    const { events } = await watch({
      ...{ polls: 3, statusAt: finishedAt(2) },
      rowsAt: () => [{ id: 'task', build_number: '7', last_build_status: null }],
      latestAt: () => ({ last_build_no: 7, ...(is_running && { is_running }) }),
    });
    expect(events).toEqual(['start task 7', 'end task 7']);
  });

  test.each([[404], [422]])('waits for a record that appears late, which is a %i at first', async (status) => {
    const { events } = await watch({
      ...{ polls: 4, statusAt: (poll) => [200, status, '', 'SUCCESS'][poll]! },
      rowsAt: (poll) => [
        { id: 'task', build_number: poll === 0 ? '1' : '2', ...(poll === 1 || poll === 2 ? RUNNING : FINISHED) },
      ],
    });
    expect(events).toEqual(['start task 2', 'end task 2']);
  });

  test('notes that a build is lost if its task is deleted, and goes on with the others', async () => {
    const { events } = await watch({
      ...{ polls: 6, statusAt: (poll, id) => (id === 'task1' ? (poll < 2 ? '' : 404) : poll < 4 ? '' : 'SUCCESS') },
      rowsAt: (poll) => {
        const rows = ['task1', 'task2'].map((id) => ({ id, build_number: '5', ...(poll < 4 ? RUNNING : FINISHED) }));
        return poll < 2 ? rows : rows.slice(1);
      },
    });
    expect(events).toEqual(['start task1 5', 'start task2 5', 'note task1 5', 'end task2 5']);
  });

  test('shows each build once, and none that finished before, whatever members are missing', async () => {
    const arbitraryBuild = fc.record({ pause: fc.nat(3), length: fc.nat(3) });
    const arbitraryTask = fc.array(arbitraryBuild, { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryTask, { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        fc.boolean(),
        fc.infiniteStream(fc.nat(9)),
        async (plans, cap, existing, hasNumbers, dice) => {
          // Builds of each task in order, by the polls at which they start and end. The first poll is 5.
          const tasks = plans.map((plan) => {
            let at = 0;
            return plan.map(({ pause, length }) => {
              const start = at + pause + 1;
              at = start + length + 1;
              return { start, end: at };
            });
          });
          const SINCE = 5;
          const last = Math.max(...tasks.flat().map(({ end }) => end), SINCE) + 1;
          const isMissing = (poll: number): boolean => poll < last - SINCE && dice.next().value! < 2;
          const startedBy = (id: string, poll: number) =>
            tasks[Number(id.slice(4))]!.filter(({ start }) => start <= poll + SINCE);
          const { events } = await watch(
            {
              ...{ polls: last - SINCE + 3, cap },
              rowsAt: (poll) =>
                tasks.map((_, index) => {
                  const id = `task${index}`;
                  const started = startedBy(id, poll);
                  const build = started.at(-1);
                  if (!build) return { id, last_build_status: 'none' };
                  const isRunning = build.end > poll + SINCE;
                  return {
                    id,
                    build_number: !hasNumbers && isMissing(poll) ? null : String(started.length),
                    last_build_time: isMissing(poll) ? null : build.start * 10_000,
                    last_build_status: isMissing(poll) ? null : isRunning ? 'building' : 'blue',
                    last_job_running_status: isMissing(poll) ? null : isRunning ? 'Running' : 'Finished',
                  };
                }),
              statusAt: (poll, id, buildNo) =>
                tasks[Number(id.slice(4))]![buildNo - 1]!.end > poll + SINCE ? '' : 'SUCCESS',
              latestAt: (poll, id) => {
                const started = startedBy(id, poll);
                return { last_build_no: started.length, is_running: (started.at(-1)?.end ?? 0) > poll + SINCE };
              },
            },
            { existing },
          );
          const isShown = ({ start, end }: { start: number; end: number }): boolean =>
            start > SINCE || (existing && end > SINCE);
          const wanted = tasks.flatMap((builds, index) =>
            builds.flatMap((build, number) => (isShown(build) ? [`task${index} ${number + 1}`] : [])),
          );
          const of = (type: string): string[] =>
            events.flatMap((event) => (event.startsWith(`${type} `) ? [event.slice(type.length + 1)] : [])).sort();
          expect(of('end')).toEqual(of('start'));
          if (hasNumbers) expect(of('start')).toEqual(wanted.sort());
          else {
            expect(new Set(of('start')).size).toBe(of('start').length);
            expect(wanted).toEqual(expect.arrayContaining(of('start')));
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('watchProject', () => {
  test('shows builds that start and finish between two polls, and those that ran before', async () => {
    const { sandbox, build, start } = createBuildSetup();
    const [before] = await start('web-shop', 'success');
    const controller = new AbortController();
    const seen: string[] = [];
    let later: BuildRun[] = [];
    for await (const event of build.watchProject({ project: 'demo' }, { signal: controller.signal })) {
      if (event.type === 'start' || event.type === 'end') seen.push(`${event.type} ${event.buildNo}`);
      if (event.type === 'end' && later.length === 0) later = await start('web-shop', 'fail:1', 'success');
      if (event.type === 'end' && event.buildNo === later.at(-1)?.buildNo) controller.abort();
      if (sandbox.clock.now() > Date.UTC(2026, 8, 11)) throw new Error('the builds were not seen');
    }
    for (const { buildNo } of [before!, ...later]) {
      expect(seen.filter((text) => text.endsWith(` ${buildNo}`)).slice(0, 2)).toEqual([
        `start ${buildNo}`,
        `end ${buildNo}`,
      ]);
    }
  });

  test('leaves out the builds that run already if that is wanted, and costs about six requests a minute', async () => {
    const { sandbox, build, start, requests } = createBuildSetup();
    await start('web-shop', 'success');
    await sandbox.clock.sleep(UNTIL_VISIBLE_MS);
    requests.length = 0;
    const controller = new AbortController();
    const since = sandbox.clock.now();
    void sandbox.clock.sleep(10 * 60_000).then(() => controller.abort());
    const events: BuildEvent[] = [];
    const options = { signal: controller.signal, existing: false };
    for await (const event of build.watchProject({ project: 'demo' }, options)) events.push(event);
    expect(events).toEqual([]);
    // Pages that are shorter than requested take more requests.
    if (!isUntidy) expect(requests.length / ((sandbox.clock.now() - since) / 60_000)).toBeLessThan(6.5);
  });

  test('lists only the tasks that build if the project has more than 100', async () => {
    const { sandbox, build, start, queries } = createBuildSetup();
    const { projectId, jobIds } = sandbox.seed;
    const template = sandbox.state.tasks.get(jobIds['web-shop']!)!;
    for (let index = 0; index < 120; index += 1) {
      const id = index.toString(16).padStart(32, 'f');
      sandbox.state.tasks.set(id, { ...structuredClone(template), id, name: `task-${index}` });
      sandbox.state.builds.set(id, []);
    }
    const controller = new AbortController();
    const [first] = await start('web-frontend', 'success');
    let second: BuildRun | undefined;
    const seen: string[] = [];
    for await (const event of build.watchProject({ projectId }, { signal: controller.signal })) {
      if (event.type === 'start' || event.type === 'end') seen.push(`${event.type} ${event.buildNo}`);
      if (second && event.type === 'end') controller.abort();
      if (!second && event.type === 'end') [second] = await start('web-frontend', 'success');
      if (sandbox.clock.now() > Date.UTC(2026, 8, 11)) throw new Error('the builds were not seen');
    }
    const expected = [first!, second!].flatMap(({ buildNo }) => [`start ${buildNo}`, `end ${buildNo}`]);
    expect(seen).toEqual(expected);
    const lists = queries.filter((query) => query.includes('page_index'));
    expect(lists.filter((query) => query.includes('build_status=building')).length).toBeGreaterThan(3);
  });

  test.each([
    [{}, 'projectId must be a non-empty string; received undefined'],
    [{ project: 3 }, 'project must be a non-empty string; received 3'],
  ])('rejects %j', async (input, message) => {
    const { build } = createBuildSetup();
    await expect(build.watchProject(input as never).next()).rejects.toThrow(new TypeError(message));
  });
});
