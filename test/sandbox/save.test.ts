import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createClient, passwordToken } from '../../src/index.js';
import { createRandom } from '../../src/sandbox/random.js';
import { createState, type State } from '../../src/sandbox/state.js';
import { createSandbox, type Sandbox, type SavedSandbox } from '../../src/sandbox/index.js';
import { clientOf, startSandbox } from '../support/sandbox-requests.js';

/** Does something to each part of a sandbox's state. */
async function useEverything(sandbox: Sandbox): Promise<void> {
  const build = clientOf(sandbox);
  const { projectId: project_id, jobIds } = sandbox.seed;
  const { fetch, clock, credentials, state } = sandbox;
  const [job_id, other, image] = [jobIds['web-shop']!, jobIds['web-frontend']!, jobIds['base-image']!];
  const byToken = createClient({ region: 'cn-north-4', fetch, clock, credentials: passwordToken(credentials) });
  await byToken.showJobInfo({ job_id });
  const run = await build.startBuild({ jobId: job_id, params: { sandbox_scenario: 'fail:2' } });
  await run.wait({ throwOnFailure: false });
  const steps = [{ module_id: 'devcloud2018.codeci_action_20043.action', name: 'Build with Maven' }];
  const change = { job_id, project_id, job_name: 'shop', arch: 'arm', auto_update_sub_module: 'true', steps } as const;
  await build.updateNewJob({ body: { ...change, steps } });
  await build.disableTheJob({ job_id, body: { disabled: true, reason: 'moves' } });
  await build.createJobGroup({ project_id, body: { name: 'shops' } });
  await build.updateNewNoticeNew({ job_id, body: { notice_type: 'MAIL', enabled_event_type_names: ['deleteJob'] } });
  await build.batchUpdateJobRolePermission({
    body: { project_id, job_ids: [other], permissions: [{ role_id: 8, is_execute: true }] },
  });
  await build.setKeepTime({ body: { keep_time: 2 } });
  await build.saveTemplateUsedInfo({ body: { job_id, template_id: '00013' } });
  await build.uploadKeystore({ body: { file: new File([Uint8Array.of(0, 255)], 'own.keystore'), privacy: 'true' } });
  const report = { files: [new File(['<testsuite><testcase/></testsuite>'], 'report.xml')] };
  await build.uploadJunitReport({ job_id, build_no: 1, node_id: '17', body: report });
  await build.deleteTheJob({ job_id: image });
  // What no operation changes.
  state.taskMetadata.taskLimit = 7;
  state.taskMetadata.projectRoles.set(project_id, []);
}

/** The parts of a state, such as `taskBook.bin`. */
const partsOf = (value: object, prefix = ''): [path: string, part: unknown][] =>
  Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    const isGroup = Object.getPrototypeOf(Object(part)) === Object.prototype;
    return isGroup ? partsOf(part as object, `${prefix}${name}.`) : [[`${prefix}${name}`, part]];
  });

/** The parts of a state in which nothing ever happened. */
function unusedParts(state: State): string[] {
  const first = new Map(partsOf(createState(createRandom(1))));
  return partsOf(state).flatMap(([path, part]) => (isDeepStrictEqual(part, first.get(path)) ? [path] : []));
}

describe('save', () => {
  test('serializes everything, so that another sandbox continues from it', async () => {
    const first = startSandbox();
    const jobId = first.seed.jobIds['web-shop']!;
    const run = await clientOf(first).startBuild({ jobId: jobId });
    const record = await run.wait();
    const saved = JSON.parse(JSON.stringify(first.save())) as SavedSandbox;

    const second = startSandbox({ saved });
    expect(second.credentials).toEqual(first.credentials);
    expect(second.seed).toEqual(first.seed);
    const build = clientOf(second);
    const again = await build.attachBuild({ jobId, buildNo: run.buildNo }).wait();
    expect(again).toEqual(record);
    expect((await build.startBuild({ jobId: jobId })).buildNo).toBe(run.buildNo + 1);
    // what is the same thing twice is the same thing still
    for (const entry of second.state.records.values()) {
      expect(second.state.builds.get(entry.taskId)?.[entry.number - 1]).toBe(entry);
    }
  });

  test('omits no part of the state', async () => {
    const first = startSandbox();
    await useEverything(first);
    expect(unusedParts(first.state)).toEqual([]);

    const saved = JSON.parse(JSON.stringify(first.save())) as SavedSandbox;
    const second = startSandbox({ saved });
    const { random, ...rest } = first.state;
    expect(second.state).toEqual({ ...rest, random: expect.anything() as unknown });
    expect(second.state.random.position()).toBe(random.position());
    // what is the same thing twice is the same thing still
    expect({ ...second.save(), savedAt: saved.savedAt }).toEqual(saved);
  });

  test.each([
    ['a set', new Set(['x']), 'Set'],
    ['a date', new Date(0), 'Date'],
    ['a function', String, 'function'],
    ['a number that JSON has not', Infinity, 'Infinity'],
    ['nothing in a list', [undefined], 'undefined'],
  ])('rejects %s in the state, which JSON would lose', (_, value, name) => {
    const sandbox = startSandbox();
    Object.assign(sandbox.state.tasks.values().next().value!, { odd: value });
    expect(() => sandbox.save()).toThrow(new TypeError(`save() cannot serialize ${name} in odd`));
  });

  test.each<[string, (saved: Record<string, unknown>) => unknown, string]>([
    ['null', () => null, 'it has another format'],
    ['an empty object', () => ({}), 'it has another format'],
    ['an older version', (saved) => ({ ...saved, version: 2 }), 'it has another version 2, not 3'],
    ['a newer version', (saved) => ({ ...saved, version: 4 }), 'it has the newer version 4, not 3'],
    ['no random position', ({ random: _, ...saved }) => saved, 'random is not an integer'],
    ['no objects', ({ objects: _, ...saved }) => saved, 'objects are damaged'],
    [
      'half of the objects',
      (saved) => ({ ...saved, objects: (saved['objects'] as []).slice(0, 20) }),
      'does not exist',
    ],
    ['objects of another state', (saved) => ({ ...saved, objects: [{ kind: 'object', fields: {} }] }), 'state.domains'],
    ['credentials without a key', (saved) => ({ ...saved, credentials: {} }), 'credentials.ak'],
    ['no seed', ({ seed: _, ...saved }) => saved, 'seed is missing or damaged'],
  ])('rejects %s for the option saved and gives the reason', (_, change, reason) => {
    const saved = change(JSON.parse(JSON.stringify(startSandbox().save())) as Record<string, unknown>);
    const restore = (): Sandbox => createSandbox({ saved: saved as SavedSandbox });
    expect(restore).toThrow(TypeError);
    expect(restore).toThrow(reason);
  });
});
