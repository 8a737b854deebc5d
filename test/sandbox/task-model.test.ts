import fc from '../support/properties.js';
import { expect, test } from 'vitest';
import type { ManualClock, Sandbox } from '../../src/sandbox/index.js';
import { createStillSandbox, sendSigned } from '../support/sandbox-requests.js';
import {
  DAY_MS,
  UNKNOWN_ID,
  type Json,
  send,
  call,
  sendRejected,
  define,
  listTasks,
  namesOf,
  listBin,
} from '../support/sandbox-tasks.js';

interface Node {
  id: string;
  name: string;
  path_id: string;
  children: Node[] | null;
}

const groupTarget = (sandbox: Sandbox, action: string): string => `/v1/job/${sandbox.seed.projectId}/group/${action}`;

const createGroup = async (sandbox: Sandbox, name: string, parent_id?: string): Promise<Node> => {
  const [group] = await call<Node[]>(sandbox, 'POST', groupTarget(sandbox, 'create'), { name, parent_id });
  return group!;
};

/** A task of the reference model. */
interface ModelTask {
  id: string;
  name: string;
  disabled: boolean;
  groupPath: string;
  /** Results of the builds, oldest first. */
  builds: ('building' | 'stuck' | 'blue' | 'aborted')[];
  deletedAt: number;
}

interface Model {
  sandbox: Sandbox<ManualClock>;
  groups: readonly Node[];
  tasks: ModelTask[];
  bin: ModelTask[];
}

const KEEP_DAYS = 3;

const pick = <T>(items: readonly T[], index: number): T | undefined => items[index % Math.max(items.length, 1)];

/** Sends a request whose outcome the model foretells. Whether it succeeded, and what it returned. */
async function expectStatus(model: Model, status: number, method: string, target: string, body?: unknown) {
  const response = await sendSigned(model.sandbox, method, target, { body });
  expect([method, target, response.status]).toEqual([method, target, status]);
  return status === 200 ? (response.json as { result: Json }).result : undefined;
}

interface Step {
  kind: 'create' | 'copy' | 'rename' | 'disable' | 'enable' | 'delete' | 'restore' | 'run' | 'stop' | 'move' | 'wait';
  index: number;
  name: string;
  stuck: boolean;
}

type Act = (model: Model, task: ModelTask, step: Step) => Promise<void>;

const isTaken = ({ tasks }: Model, name: string, except?: ModelTask): boolean =>
  tasks.some((task) => task.name === name && task !== except);

const addTask = (model: Model, result: Json | undefined, name: string, groupPath: string): void => {
  if (!result) return;
  const id = String(result['job_id']);
  model.tasks.push({ id, name, disabled: false, groupPath, builds: [], deletedAt: 0 });
};

const acts: Record<Exclude<Step['kind'], 'create' | 'restore' | 'wait'>, Act> = {
  async copy(model, task, { name }) {
    const body = { ...define(model.sandbox, name), copy_job_id: task.id };
    const result = await expectStatus(model, isTaken(model, name) ? 400 : 200, 'POST', '/v1/job/copy', body);
    addTask(model, result, name, task.groupPath);
  },
  async rename(model, task, { name }) {
    const status = isTaken(model, name, task) ? 400 : 200;
    await expectStatus(model, status, 'POST', '/v1/job/update', { ...define(model.sandbox, name), job_id: task.id });
    if (status === 200) task.name = name;
  },
  async disable(model, task) {
    await expectStatus(model, 200, 'POST', `/v1/job/${task.id}/disable`, { disabled: true });
    task.disabled = true;
  },
  async enable(model, task) {
    await expectStatus(model, 200, 'POST', `/v3/jobs/${task.id}/recover`);
    task.disabled = false;
  },
  async delete(model, task) {
    await expectStatus(model, 200, 'DELETE', `/v1/job/${task.id}/delete`);
    model.tasks = model.tasks.filter((other) => other !== task);
    model.bin.push(task);
    task.deletedAt = model.sandbox.clock.now();
  },
  async run(model, task, { stuck }) {
    const given = stuck ? [{ name: 'sandbox_scenario', value: 'stuck' }] : [];
    const body = { job_id: task.id, parameter: given };
    const result = await expectStatus(model, task.disabled ? 422 : 200, 'POST', '/v1/job/execute', body);
    if (!result) return;
    task.builds.push(stuck ? 'stuck' : 'building');
    expect(result['actual_build_number']).toBe(String(task.builds.length));
  },
  async stop(model, task) {
    const last = task.builds.at(-1);
    const runs = last === 'building' || last === 'stuck';
    const status = last === undefined ? 422 : runs ? 200 : 400;
    const target = `/v3/jobs/${task.id}/${String(Math.max(task.builds.length, 1))}/stop`;
    await expectStatus(model, status, 'POST', target);
    if (runs) task.builds[task.builds.length - 1] = 'aborted';
  },
  async move(model, task, { index }) {
    const group = pick(model.groups, index)!;
    const body = { group_id: group.id, jobs: [{ job_id: task.id }] };
    await expectStatus(model, 200, 'POST', groupTarget(model.sandbox, 'move'), body);
    task.groupPath = group.path_id;
  },
};

async function restore(model: Model, { index }: Step): Promise<void> {
  const task = pick(model.bin, index);
  const status = !task ? 422 : isTaken(model, task.name) ? 400 : 200;
  const body = { job_ids: [task?.id ?? UNKNOWN_ID] };
  await expectStatus(model, status, 'POST', '/v1/job/recycling-restoration', body);
  if (status !== 200) return;
  model.bin = model.bin.filter((other) => other !== task);
  model.tasks.push(task!);
}

/** Lets a time pass in which every build ends that can, and sometimes the bin lets go of something. */
async function wait(model: Model, { stuck }: Step): Promise<void> {
  await model.sandbox.clock.advance(stuck ? DAY_MS : 600_000);
  for (const { builds } of [...model.tasks, ...model.bin]) {
    for (const [at, build] of builds.entries()) if (build === 'building') builds[at] = 'blue';
  }
  const now = model.sandbox.clock.now();
  model.bin = model.bin.filter(({ deletedAt }) => deletedAt + KEEP_DAYS * DAY_MS > now);
}

async function take(model: Model, step: Step): Promise<void> {
  if (step.kind === 'wait') return wait(model, step);
  if (step.kind === 'restore') return restore(model, step);
  if (step.kind === 'create') {
    const { name } = step;
    const status = isTaken(model, name) ? 400 : 200;
    const body = define(model.sandbox, name);
    addTask(model, await expectStatus(model, status, 'POST', '/v1/job/create', body), name, '');
    return;
  }
  const task = pick(model.tasks, step.index);
  if (task) await acts[step.kind](model, task, step);
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

const statusOf = ({ builds }: ModelTask): string => {
  const last = builds.at(-1) ?? 'none';
  return last === 'stuck' ? 'building' : last;
};

/** Compares what the sandbox lists with what the model knows. */
async function compare({ sandbox, groups, tasks, bin }: Model): Promise<void> {
  const listed = await listTasks(sandbox);
  expect(
    listed
      .map(({ id, job_name, disabled, last_build_status }) => ({ id, job_name, disabled, last_build_status }))
      .sort(byId),
  ).toEqual(
    tasks
      .map((task) => ({ id: task.id, job_name: task.name, disabled: task.disabled, last_build_status: statusOf(task) }))
      .sort(byId),
  );
  for (const path of ['', ...groups.map(({ path_id }) => path_id)]) {
    const inGroup = await listTasks(sandbox, `&by_group=true&group_path_id=${path}`);
    expect(namesOf(inGroup).sort()).toEqual(
      tasks
        .filter((task) => task.groupPath === path)
        .map(({ name }) => name)
        .sort(),
    );
  }
  const { job_list, total } = await listBin(sandbox);
  expect(job_list.map(({ job_id }) => job_id)).toEqual(bin.map(({ id }) => id).reverse());
  expect(total).toBe(bin.length);
  expect(sandbox.state.records.size).toBe(tasks.reduce((sum, { builds }) => sum + builds.length, 0));
}

/** Compares the records of every task that is there. */
async function compareRecords({ sandbox, tasks }: Model): Promise<void> {
  const results = { building: null, stuck: null, blue: 'SUCCESS', aborted: 'ABORTED' };
  for (const { id, builds } of tasks) {
    for (const [at, build] of builds.entries()) {
      const record = await call(sandbox, 'GET', `/v1/record/${id}/${String(at + 1)}/record-info`);
      expect(record).toMatchObject({ build_no: at + 1, status: results[build] });
    }
    const beyond = `/v1/record/${id}/${String(builds.length + 1)}/record-info`;
    expect(await sendRejected(sandbox, 'GET', beyond)).toMatchObject({ status: 422 });
  }
}

test('no sequence of changes loses anything, and the lists stay consistent', async () => {
  const kinds = [
    'create',
    'copy',
    'rename',
    'disable',
    'enable',
    'delete',
    'restore',
    'run',
    'stop',
    'move',
    'wait',
  ] as const;
  const step: fc.Arbitrary<Step> = fc.record({
    // Without tasks there is little to do, and runs are what most follows from.
    kind: fc.constantFrom(...kinds, 'create', 'run', 'run'),
    index: fc.nat(7),
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    stuck: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const sandbox = createStillSandbox({ seed: 'empty' });
      await send(sandbox, 'POST', '/v1/job/keep-time', { keep_time: KEEP_DAYS });
      const outer = await createGroup(sandbox, 'outer');
      const model: Model = {
        sandbox,
        groups: [outer, await createGroup(sandbox, 'inner', outer.id)],
        tasks: [],
        bin: [],
      };
      for (const one of steps) {
        await take(model, one);
        await compare(model);
      }
      await compareRecords(model);
    }),
    { numRuns: 40 },
  );
}, 60_000);
