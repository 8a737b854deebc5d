/** What the sandbox remembers beside tasks and builds: ServiceStage's jobs, files, templates, and what is derived from builds. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ApiError, createClient, createServiceStageClient, type Call } from '../src/index.js';
import { viewBuild } from '../src/sandbox/engine.js';
import type { ManualClock, Sandbox, SandboxOptions } from '../src/sandbox/index.js';
import { createStillSandbox, sendSigned } from './support/sandbox-requests.js';

type BuildClient = ReturnType<typeof createClient>;
type ServiceStageClient = ReturnType<typeof createServiceStageClient>;

interface World {
  sandbox: Sandbox<ManualClock>;
  build: BuildClient;
  stage: ServiceStageClient;
  shop: string;
}

function createWorld(options: Omit<SandboxOptions, 'clock'> = {}): World {
  const sandbox = createStillSandbox(options);
  const { ak, sk, projectId } = sandbox.credentials;
  const { clock } = sandbox;
  const common = {
    endpoint: 'http://sandbox.localhost',
    credentials: { ak, sk, projectId },
    fetch: sandbox.fetch,
    clock,
    maxRetries: 0,
  };
  return {
    sandbox,
    build: createClient(common),
    stage: createServiceStageClient(common),
    shop: sandbox.seed.jobIds['web-shop'] ?? '',
  };
}

/** Status and code of a refusal. */
async function refusalOf(call: Call<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error(`Not refused: ${String(error)}`);
  return `${String(error.status)} ${error.code}`;
}

const spec = (job_name: string, job_description = ''): Parameters<ServiceStageClient['createBuildJob']>[0]['body'] => ({
  job_name,
  job_description,
  environment_setting: { use_public_cluster: true },
  code_repo: { type: 'Github', url: 'https://github.com/example/shop.git', branch: 'main', namespace: 'example' },
});

const PHASES = ['Init', 'Download', 'PreProcess', 'Build', 'Artifact', 'PostProcess'];

/** Creates a job and starts a build of it. */
async function startStage({ stage }: World, description = ''): Promise<{ job_id: string; build_id: string }> {
  const { job_id = '' } = await stage.createBuildJob({ body: spec('shop', description) });
  const { build_id = '' } = await stage.runBuildJob({ job_id });
  return { job_id, build_id };
}

test('all operations answer from the state, but for three about the account that know nothing of it', () => {
  const { sandbox } = createWorld();
  const examples = Object.entries(sandbox.coverage()).filter(([, source]) => source === 'example');
  expect(examples.map(([id]) => id).sort()).toEqual([
    'showFederation',
    'showPackageSpecCountDown',
    'showUserChargeType',
  ]);
});

describe("ServiceStage's jobs", () => {
  test('are found, changed and deleted', async () => {
    const { stage } = createWorld({ seed: 'empty' });
    const { job_id = '' } = await stage.createBuildJob({ body: spec('shop') });
    expect(job_id).toMatch(/^[0-9a-z]{40}$/);
    expect(await stage.listBuildJobs({ page: 1, per_page: 10 })).toEqual({
      list: [{ job_id, job_name: 'shop' }],
      total: 1,
      page: 1,
      per_page: 10,
    });
    await stage.updateBuildJob({ job_id, body: spec('other') });
    expect(await stage.showBuildJob({ job_id })).toMatchObject({ spec: { job_name: 'other' }, last_build_id: '' });
    expect(await stage.listBuildJobs({ page: 1, per_page: 10, job_name: 'shop' })).toMatchObject({
      list: [],
      total: 0,
    });
    await stage.deleteBuildJob({ job_id });
    expect(await refusalOf(stage.showBuildJob({ job_id }))).toBe('404 SVCSTG.00100429');
    expect(await refusalOf(stage.deleteBuildJob({ job_id }))).toBe('404 SVCSTG.00100429');
  });

  test('take their builds with them', async () => {
    const world = createWorld();
    const { job_id, build_id } = await startStage(world);
    await world.stage.deleteBuildJob({ job_id });
    expect(await refusalOf(world.stage.showBuild({ build_id }))).toBe('404 SVCSTG.00100429');
  });

  test('are listed in pages without loss, the newest first', async () => {
    const { stage } = createWorld({ seed: 'empty' });
    for (const letter of ['a', 'b', 'c', 'd', 'e']) await stage.createBuildJob({ body: spec(`job-${letter}`) });
    const names: (string | undefined)[] = [];
    for (const page of [1, 2, 3]) {
      const { list = [] } = await stage.listBuildJobs({ page, per_page: 2 });
      names.push(...list.map(({ job_name }) => job_name));
    }
    expect(names).toEqual(['job-e', 'job-d', 'job-c', 'job-b', 'job-a']);
    expect(await refusalOf(stage.listBuildJobs({ page: 0, per_page: 2 }))).toBe('400 SVCSTG.00100400');
  });

  test('are built only under their own name', async () => {
    const { stage } = createWorld();
    const { job_id = '' } = await stage.createBuildJob({ body: spec('shop') });
    expect(await refusalOf(stage.createBuild({ job_id, body: { name: 'other' } }))).toBe('400 SVCSTG.00100400');
    expect(await stage.createBuild({ job_id, body: { name: 'shop' } })).toMatchObject({ job_name: 'shop', index: 1 });
    expect(await stage.runBuildJob({ job_id })).toMatchObject({ index: 2, state: 'Queuing', commit_id: '' });
    expect(await refusalOf(stage.listBuilds({ job_id, name: 'other' }))).toBe('400 SVCSTG.00100400');
  });
});

describe("ServiceStage's builds", () => {
  test('go through the phases in their order', async () => {
    const world = createWorld();
    const { build_id } = await startStage(world);
    const seen = new Set<string>();
    for (let second = 0; second < 70; second += 1) {
      const { list = [] } = await world.stage.listBuildPhases({ build_id });
      expect(list.map(({ name }) => name)).toEqual(PHASES);
      seen.add(list.map(({ state }) => state).join(' '));
      await world.sandbox.clock.advance(1_000);
    }
    const idle = (count: number): string[] => Array<string>(count).fill('NotStarted');
    const done = (count: number): string[] => Array<string>(count).fill('Successful');
    expect([...seen]).toEqual([
      ['Queuing', ...idle(5)].join(' '),
      ...PHASES.map((name, at) =>
        [...done(at), name === 'Artifact' ? 'Pushing' : 'Building', ...idle(5 - at)].join(' '),
      ),
      done(6).join(' '),
    ]);
  });

  test('tell their outcome and length, and are counted', async () => {
    const world = createWorld();
    const { job_id, build_id } = await startStage(world);
    expect(await world.stage.showBuild({ build_id })).toMatchObject({
      build_state: 'Queuing',
      commit_id: '',
      ended_at: '',
    });
    await world.sandbox.clock.advance(120_000);
    const failed = await startStage(world, 'sandbox_scenario=fail:4');
    await world.sandbox.clock.advance(120_000);
    expect(await world.stage.listBuilds({ job_id, name: 'shop' })).toMatchObject({
      list: [{ build_id, build_state: 'Successful' }],
      total: 1,
      finished: 1,
      successful: 1,
    });
    const { list = [] } = await world.stage.listBuilds({ job_id, name: 'shop' });
    expect(list[0]?.duration).toBeGreaterThan(30);
    expect(list[0]?.duration).toBeLessThan(60);
    const { commit_id, branch } = await world.stage.showBuild({ build_id });
    expect(commit_id).toMatch(/^[0-9a-f]{40}$/);
    expect(branch).toBe('main');
    const { list: phases = [] } = await world.stage.listBuildPhases({ build_id: failed.build_id });
    expect(phases.map(({ state }) => state)).toEqual([
      ...Array<string>(3).fill('Successful'),
      'Failed',
      'NotStarted',
      'NotStarted',
    ]);
  });

  test('are cancelled while they run, and not after', async () => {
    const world = createWorld();
    const { build_id } = await startStage(world);
    await world.sandbox.clock.advance(15_000);
    expect(await world.stage.cancelBuild({ build_id })).toMatchObject({ build_id, build_state: 'Cancel' });
    expect(await refusalOf(world.stage.cancelBuild({ build_id }))).toBe('400 SVCSTG.00100400');
    const { list = [] } = await world.stage.listBuildPhases({ build_id });
    expect(list.filter(({ state }) => state === 'Cancel')).toHaveLength(1);
    expect(list.some(({ state }) => ['Queuing', 'Building', 'Pushing'].includes(state ?? ''))).toBe(false);
  });

  test.each([
    ['timeout:4', 3_700_000, 'Timeout'],
    ['unscheduled', 100_000, 'Failed'],
    ['stuck', 100_000, 'Queuing'],
    ['fail:1', 100_000, 'Failed'],
  ])('follow the scenario %s of their job', async (scenario, ms, state) => {
    const world = createWorld({ scenarios: { 'shop-backend': scenario } });
    const { list: jobs = [] } = await world.stage.listBuildJobs({ page: 1, per_page: 1, job_name: 'shop-backend' });
    const { build_id = '' } = await world.stage.runBuildJob({ job_id: jobs[0]?.job_id ?? '' });
    await world.sandbox.clock.advance(ms);
    expect(await world.stage.showBuild({ build_id })).toMatchObject({ build_state: state });
  });

  test('are refused where the description asks for an unknown scenario', async () => {
    const { stage } = createWorld();
    const { job_id = '' } = await stage.createBuildJob({ body: spec('shop', 'sandbox_scenario=explode') });
    expect(await refusalOf(stage.runBuildJob({ job_id }))).toBe('400 SVCSTG.00100400');
  });

  test('have a log that is the same whenever its parts are read, also where the build is cancelled', async () => {
    const waits = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(waits, fc.nat({ max: 8 }), async (durations, cancelAt) => {
        const world = createWorld();
        const { build_id } = await startStage(world);
        let from = 0;
        let read = '';
        for (const [index, duration] of [...durations, 120_000].entries()) {
          await world.sandbox.clock.advance(duration);
          const { buildlog = '', next = 0 } = await world.stage.showBuildLog({ build_id, from });
          expect(next - from).toBe(buildlog.length);
          read += buildlog;
          from = next;
          // Cancelling is refused where the build has ended.
          if (index === cancelAt) await world.stage.cancelBuild({ build_id }).catch(() => undefined);
        }
        const { buildlog = '' } = await world.stage.showBuildLog({ build_id, from: 0 });
        expect(read + buildlog.slice(from)).toBe(buildlog);
      }),
      { numRuns: 15 },
    );
  });

  test('keep what they have printed where they are cancelled at the moment of their start, or of a phase', async () => {
    for (const phase of [0, 1, 2]) {
      const world = createWorld();
      const { build_id } = await startStage(world);
      const build = world.sandbox.state.serviceStage.builds.get(build_id)!;
      const begins = viewBuild(build, Infinity).steps[phase]?.startedAt ?? NaN;
      await world.sandbox.clock.advance(begins - world.sandbox.clock.now());
      const { buildlog: before = '' } = await world.stage.showBuildLog({ build_id, from: 0 });
      expect(before).toContain(`${PHASES[phase] ?? ''} starts.`);
      await world.stage.cancelBuild({ build_id });
      const { buildlog: after = '' } = await world.stage.showBuildLog({ build_id, from: 0 });
      expect(after.startsWith(before)).toBe(true);
    }
  });

  test('say in the log what they did', async () => {
    const world = createWorld();
    const { build_id } = await startStage(world);
    await world.sandbox.clock.advance(120_000);
    const { buildlog, phases, phase_states } = await world.stage.showBuildLog({ build_id, from: 0 });
    expect(buildlog).toContain('Cloning https://github.com/example/shop.git');
    expect(buildlog).toMatch(/Finished: Successful\n$/);
    expect(phases).toBe(PHASES.join(','));
    expect(phase_states).toBe(PHASES.map(() => 'Successful').join(','));
    expect(await refusalOf(world.stage.showBuildLog({ build_id, from: -1 }))).toBe('400 SVCSTG.00100400');
  });

  test('answer with the findings of a code check where they are asked for', async () => {
    const world = createWorld();
    const { build_id } = await startStage(world);
    expect(await world.stage.showBuild({ build_id, taskname: 'pmd' })).toEqual({ pmd: {} });
  });
});

const upload = async (
  { build }: World,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  description?: string,
): Promise<string> => {
  const { result } = await build.uploadKeystore({
    body: { file: new File([bytes], name), privacy: 'true', ...(description !== undefined && { description }) },
  });
  return result?.keystore_id ?? '';
};

const domainOf = ({ sandbox }: World): string => sandbox.state.users[0]!.domainId;

describe('files', () => {
  test('come back byte for byte, by both generations', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (drawn) => {
        const world = createWorld({ seed: 'empty' });
        const bytes = new Uint8Array(drawn);
        const name = "größe 1's.jks";
        const id = await upload(world, name, bytes);
        const domain_id = domainOf(world);
        const byId = await world.build.downloadKeystoreByName({ id, name, domain_id });
        const byName = await world.build.downloadKeystore({ file_name: name, domain_id });
        expect(await byId.bytes()).toEqual(bytes);
        expect(await byName.bytes()).toEqual(bytes);
      }),
      { numRuns: 20 },
    );
  });

  test('are listed, renamed, shared and deleted', async () => {
    const world = createWorld({ seed: 'empty' });
    const { build } = world;
    const id = await upload(world, 'release.keystore', new Uint8Array([1]), 'Signs');
    expect(await build.listKeystore()).toEqual({
      result: [{ id, keystore_name: 'release.keystore' }],
      status: 'success',
    });
    await build.updateKeystore({ id, body: { id, keystore_name: 'new.pem', description: 'Other', share: 1 } });
    const { result } = await build.listKeystoreSearch({ search: 'NEW' });
    expect(result).toMatchObject({
      total: 1,
      keystore_list: [{ id, keystore_name: 'new.pem', description: 'Other', share: 1, domain_id: domainOf(world) }],
    });
    expect(await build.listKeystoreSearch({ search: 'release' })).toMatchObject({ result: { total: 0 } });
    await build.deleteKeystore({ keystore_id: id });
    expect(await refusalOf(build.deleteKeystore({ keystore_id: id }))).toBe('422 DEVCB.00031006');
    expect(await build.listKeystore()).toMatchObject({ result: [] });
  });

  test.each([
    ['another extension', 'readme.txt', 10],
    ['more than 100 KB', 'big.jks', 100 * 1024 + 1],
  ])('with %s are refused', async (_, name, size) => {
    const { build } = createWorld();
    const body = { file: new File([new Uint8Array(size)], name), privacy: 'true' };
    expect(await refusalOf(build.uploadKeystore({ body }))).toBe('400 DEVCB.00060200');
  });

  test('of which there are 20 are enough', async () => {
    const world = createWorld({ seed: 'empty' });
    for (let count = 0; count < 20; count += 1) await upload(world, `${String(count)}.key`, new Uint8Array(1));
    const body = { file: new File(['x'], 'one-more.key'), privacy: 'true' };
    expect(await refusalOf(world.build.uploadKeystore({ body }))).toBe('400 DEVCB.00060200');
  });

  test('of another account are not there', async () => {
    const world = createWorld();
    const { result = [] } = await world.build.listKeystore();
    const { id = '', keystore_name: name = '' } = result[0]!;
    const other = world.sandbox.state.domains[1]!.id;
    expect(await refusalOf(world.build.downloadKeystoreByName({ id, name, domain_id: other }))).toBe(
      '422 DEVCB.00031006',
    );
    world.sandbox.state.keystores.get(id)!.domainId = other;
    expect(await world.build.listKeystore()).toMatchObject({ result: [] });
    expect(await refusalOf(world.build.deleteKeystore({ keystore_id: id }))).toBe('422 DEVCB.00031006');
  });

  test('have an id in the path that is the one in the body', async () => {
    const world = createWorld();
    const id = await upload(world, 'a.key', new Uint8Array(1));
    const body = { id: 'x', keystore_name: 'a.key', description: '', share: 0 as const };
    expect(await refusalOf(world.build.updateKeystore({ id, body }))).toBe('400 DEVCB.00060200');
  });

  test('are given to users, and what they may do is changed and withdrawn', async () => {
    const world = createWorld({ seed: 'empty' });
    const { build } = world;
    const keystore_id = await upload(world, 'a.key', new Uint8Array(1));
    const entry = {
      keystore_id,
      user_id: 'u',
      user_name: 'n',
      usage: true,
      modify: true,
      delete: false,
      setting: false,
    };
    const { result } = await build.addKeystorePermission({ body: { ...entry, can_absent: true } });
    const id = result ?? '';
    expect(await refusalOf(build.addKeystorePermission({ body: { ...entry, can_absent: true } }))).toBe(
      '400 DEVCB.00060200',
    );
    const change = { id, keystore_id, user_name: 'n', usage: false, modify: false, delete: true };
    await build.updateKeystorePermission({ body: change });
    const list = async (): Promise<unknown> =>
      (await build.showKeystorePermission({ keystore_id, page: '1', page_size: 10 })).result;
    expect(await list()).toMatchObject({
      total: 2,
      permission_list: [
        { is_creator: true, usage: true, can_absent: false },
        { id, user_name: 'n', is_creator: false, usage: false, modify: false, delete: true, setting: false },
      ],
    });
    await build.deleteKeystorePermission({ permission_id: id });
    expect(await list()).toMatchObject({ total: 1 });
    expect(await refusalOf(build.deleteKeystorePermission({ permission_id: id }))).toBe('422 DEVCB.00031006');
  });

  test('keep the entry of their creator', async () => {
    const world = createWorld({ seed: 'empty' });
    const keystore_id = await upload(world, 'a.key', new Uint8Array(1));
    const { result } = await world.build.showKeystorePermission({ keystore_id, page: '1', page_size: 1 });
    const permission_id = result?.permission_list?.[0]?.id ?? '';
    expect(await refusalOf(world.build.deleteKeystorePermission({ permission_id }))).toBe('400 DEVCB.00060200');
  });

  test('are refused to users who were not permitted', async () => {
    const world = createWorld({ seed: 'empty' });
    const { build, sandbox } = world;
    const id = await upload(world, 'a.key', new Uint8Array(1));
    const keystore = sandbox.state.keystores.get(id)!;
    keystore.permissions[0]!.userId = 'somebody else';
    const query = { id, name: 'a.key', domain_id: domainOf(world) };
    const body = { id, keystore_name: 'b.key', description: '', share: 0 as const };
    expect(await refusalOf(build.downloadKeystoreByName(query))).toMatch(/^403 /);
    expect(await refusalOf(build.updateKeystore({ id, body }))).toMatch(/^403 /);
    expect(await refusalOf(build.deleteKeystore({ keystore_id: id }))).toMatch(/^403 /);
    expect(await build.listKeystore()).toMatchObject({ result: [] });
    keystore.shared = true;
    expect(await (await build.downloadKeystoreByName(query)).bytes()).toEqual(new Uint8Array(1));
    expect(await refusalOf(build.updateKeystore({ id, body }))).toMatch(/^403 /);
  });

  test('in a form need a name', async () => {
    const { sandbox } = createWorld();
    const body =
      '--b\r\ncontent-disposition: form-data; name="file"\r\n\r\nx\r\n--b\r\ncontent-disposition: form-data; name="privacy"\r\n\r\ntrue\r\n--b--\r\n';
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const { status, json } = await sendSigned(sandbox, 'POST', '/v2/keystore/upload', { body, headers });
    expect({ status, json }).toMatchObject({ status: 400, json: { error_code: 'DEVCB.00060200' } });
  });
});

const draft = (name: string): Parameters<BuildClient['createTemplate']>[0]['body'] => ({
  name,
  template: { steps: [{ module_id: 'devcloud2018.codeci_action_20043.action', name: 'Build with Maven' }] },
});

describe('templates', () => {
  test('are the same for both generations', async () => {
    const { build } = createWorld({ seed: 'empty' });
    const { result: current } = await build.createTemplate({ body: draft('one') });
    const { result: old } = await build.createTemplates({ body: draft('two') });
    const list = async (): Promise<unknown[]> => [
      (await build.listCustomTemplate({ page: 1, page_size: 10 })).result,
      (await build.listTemplates({ page: '0', page_size: '10' })).result,
    ];
    const both = { total_size: 2, items: [{ name: 'two' }, { name: 'one' }] };
    expect(await list()).toMatchObject([both, both]);
    await build.deleteTemplates({ uuid: current?.uuid ?? '' });
    const rest = { total_size: 1, items: [{ name: 'two' }] };
    expect(await list()).toMatchObject([rest, rest]);
    await build.deleteTemplate({ uuid: old?.uuid ?? '' });
    expect(await list()).toMatchObject([{ items: [] }, { items: [] }]);
  });

  test('show what was saved', async () => {
    const { build } = createWorld();
    const { result } = await build.createTemplate({ body: draft('one') });
    expect(await build.showTemplate({ uuid: result?.uuid ?? '' })).toMatchObject({
      result: {
        name: 'one',
        scope: 'custom',
        user_name: 'builder',
        template: { steps: [{ name: 'Build with Maven' }] },
      },
    });
  });

  test('that nobody saved are unknown with the code of the service', async () => {
    const { build } = createWorld();
    const uuid = '0'.repeat(32);
    for (const call of [
      build.showTemplate({ uuid }),
      build.deleteTemplate({ uuid }),
      build.addFavouriteCustomTemplate({ uuid }),
    ]) {
      expect(await refusalOf(call)).toBe('422 DEV.CB.0520002');
    }
  });

  test('of the vendor are there from the beginning, and cannot be deleted', async () => {
    const { build } = createWorld({ seed: 'empty' });
    const { result } = await build.listOfficialTemplate({ name: 'maven' });
    expect(result).toMatchObject({ total_size: 1, items: [{ name: 'Maven', language: 'java', scope: 'official' }] });
    expect(await refusalOf(build.deleteTemplate({ uuid: result?.items?.[0]?.uuid ?? '' }))).toBe('422 DEV.CB.0520002');
  });

  test('are marked and unmarked, each kind by its own operation', async () => {
    const { build } = createWorld();
    const { result: official } = await build.listOfficialTemplate({ name: 'maven' });
    const { result: custom } = await build.listCustomTemplate({ page: 1, page_size: 1 });
    const uuid = official?.items?.[0]?.uuid ?? '';
    const own = custom?.items?.[0]?.uuid ?? '';
    const marks = async (): Promise<unknown[]> => [
      (await build.listOfficialTemplate({ name: 'maven' })).result?.items?.[0]?.favourite,
      (await build.showTemplate({ uuid: own })).result?.favourite,
    ];
    await build.addFavouriteOfficialTemplate({ uuid });
    expect(await marks()).toEqual([true, false]);
    await build.addFavouriteCustomTemplate({ uuid: own });
    await build.removerFavouriteOfficialTemplate({ uuid });
    expect(await marks()).toEqual([false, true]);
    await build.removerFavouriteCustomTemplate({ uuid: own });
    expect(await marks()).toEqual([false, false]);
    expect(await refusalOf(build.addFavouriteCustomTemplate({ uuid }))).toBe('422 DEV.CB.0520002');
  });

  test('note their uses', async () => {
    const { build, sandbox, shop } = createWorld();
    await build.saveTemplateUsedInfo({ body: { job_id: shop, template_id: '00013' } });
    expect(sandbox.state.templateUses).toEqual([{ jobId: shop, templateId: '00013', at: sandbox.clock.now() }]);
    const wrong = { job_id: shop, template_id: 'none' };
    expect(await refusalOf(build.saveTemplateUsedInfo({ body: wrong }))).toBe('422 DEV.CB.0520002');
  });
});

const RECENT = { repository_name: 'web-shop', interval: 30 };

/** Starts a build of the task and lets it end. */
async function buildShop({ build, sandbox, shop }: World, scenario = 'success'): Promise<number> {
  const parameter = [{ name: 'sandbox_scenario', value: scenario }];
  const { result } = await build.executeJob({ body: { job_id: shop, parameter } });
  await sandbox.clock.advance(3_700_000);
  return Number(result?.actual_build_number);
}

describe('templates of the vendor', () => {
  const git_url = 'https://codehub.example.com/sandbox/web-shop.git';

  const recommend = async (
    { build }: World,
    body: Parameters<BuildClient['listRecommendOfficialTemplate']>[0]['body'],
  ) => (await build.listRecommendOfficialTemplate({ body })).result;

  test.each([
    ['the address', git_url],
    ['the address without its ending', 'https://codehub.example.com/sandbox/web-shop'],
    ['the address for SSH', 'git@codehub.example.com:sandbox/web-shop.git'],
    ['the address for SSH with a scheme', 'ssh://git@codehub.example.com/sandbox/web-shop.git'],
  ])('are recommended by what is built from a repository, named by %s', async (_, url) => {
    const world = createWorld();
    const result = await recommend(world, { git_url: url, branch: 'master' });
    expect(result).toMatchObject({ total_size: 1, items: [{ name: 'Maven', scope: 'official', favourite: false }] });
    await world.build.addFavouriteOfficialTemplate({ uuid: result!.items![0]!.uuid! });
    expect(await recommend(world, { git_url: url, branch: 'master' })).toMatchObject({ items: [{ favourite: true }] });
  });

  test('are recommended by the actions of a new task, and by each tool once', async () => {
    const world = createWorld();
    const url = 'https://codehub.example.com/sandbox/native.git';
    const steps = [{ module_id: 'sandbox.codeci_action_cmake.action', name: 'Compile', enable: true }];
    const scms = [{ url, branch: 'main', scm_type: 'codehub' }];
    const task = { arch: 'x86-64', project_id: world.sandbox.seed.projectId, steps, scms };
    expect(await recommend(world, { git_url: url, branch: 'main' })).toEqual({ items: [], total_size: 0 });
    for (const job_name of ['native', 'native-again']) {
      await world.build.createNewJob({ body: { ...task, job_name, auto_update_sub_module: 'false' } });
    }
    const result = await recommend(world, { git_url: url, branch: 'main' });
    expect(result).toMatchObject({ total_size: 1, items: [{ name: 'CMake' }] });
    expect(result!.items![0]).not.toHaveProperty('id');
  });

  test('are not recommended for branches, tags and repositories that nothing was built from', async () => {
    const world = createWorld();
    const none = { items: [], total_size: 0 };
    expect(await recommend(world, { git_url, branch: 'next' })).toEqual(none);
    expect(await recommend(world, { git_url, branch: 'master', tags: 'v9' })).toEqual(none);
    expect(await recommend(world, { git_url, branch: 'master', tags: 'v1.0.0' })).toMatchObject({ total_size: 1 });
    expect(await recommend(world, { git_url: `${git_url}x`, branch: 'master' })).toEqual(none);
    const parameter = [{ name: 'codeBranch', value: 'next' }];
    await world.build.executeJob({ body: { job_id: world.shop, parameter } });
    expect(await recommend(world, { git_url, branch: 'next' })).toMatchObject({ total_size: 1 });
  });
});

describe('the default YAML of a task', () => {
  interface BuildFile {
    version: number;
    params: { name: string; value?: string }[];
    env: { resource: { type: string; arch: string } };
    steps: Record<'PRE_BUILD' | 'BUILD', Record<string, { name: string; inputs?: Record<string, string> }>[]>;
  }

  const read = async ({ build }: World, job_id: string, default_host?: string): Promise<BuildFile> =>
    parse((await build.showYamlTemplate({ job_id, ...(default_host && { default_host }) })).result!) as BuildFile;

  test('has its parameters, its code and its steps, and no secret', async () => {
    const world = createWorld();
    expect(await read(world, world.shop)).toEqual({
      version: 2,
      params: [{ name: 'codeBranch', value: 'master' }, { name: 'releaseKey' }],
      env: { resource: { type: 'docker', arch: 'X86' } },
      steps: {
        PRE_BUILD: [
          {
            checkout: {
              name: 'Code checkout',
              inputs: {
                scm: 'codehub',
                url: 'https://codehub.example.com/sandbox/web-shop.git',
                branch: '${codeBranch}',
              },
            },
          },
        ],
        BUILD: [{ maven: { name: 'Build with Maven' } }, { upload_artifact: { name: 'Upload to release repository' } }],
      },
    });
    expect((await read(world, world.shop, 'arm')).env.resource.arch).toBe('ARM');
  });

  test('follows what the task is changed to', async () => {
    const world = createWorld();
    const { build, shop: job_id } = world;
    const { result: config } = await build.showJobConfig({ job_id });
    const command = 'echo "a: b"\nexit 0';
    const steps = [{ module_id: 'sandbox.shell.action', name: 'Say: "#1"', enable: true, properties: { command } }];
    const { project_id, scms = [] } = config!;
    const body = { job_id, project_id, job_name: 'shop', arch: 'aarch64-arm', scms, steps };
    await build.updateNewJob({ body: { ...body, auto_update_sub_module: 'false' } });
    const file = await read(world, job_id);
    expect(file.env.resource.arch).toBe('ARM');
    expect(file.steps.BUILD).toEqual([{ sh: { name: 'Say: "#1"', inputs: { command } } }]);
    expect(await refusalOf(build.showYamlTemplate({ job_id: 'f'.repeat(32) }))).toBe('422 DEVCB.00031006');
  });
});

describe('images', () => {
  test('are listed, and each has a Dockerfile that starts from it', async () => {
    const { build, sandbox } = createWorld();
    const { result } = await build.showImageTemplateList();
    expect(result?.image_templates?.[0]).toMatchObject({ image_label: 'arm-centos7-base-1.0.1', base_image: 'centos' });
    for (const { image_id = '', organization, image_name, image_label } of result!.image_templates!) {
      const text = await (await build.showDockerfileTemplate({ image_id })).text();
      expect(text).toContain(
        `\nFROM swr.cn-north-4.myhuaweicloud.com/${organization!}/${image_name!}:${image_label!}\n`,
      );
    }
    expect(await refusalOf(build.showDockerfileTemplate({ image_id: 'none' }))).toBe('422 DEVCB.00031006');
    sandbox.state.imageTemplates.length = 0;
    expect(await build.showImageTemplateList()).toMatchObject({ result: { image_templates: [] } });
  });
});

describe('a push', () => {
  const after = 'a'.repeat(40);

  const push = ({ build, shop: job_id }: World, body: Parameters<BuildClient['executeAutoBuildJob']>[0]['body'] = {}) =>
    build.executeAutoBuildJob({ job_id, body });

  test('starts a build of its commit, which both generations show', async () => {
    const world = createWorld();
    const { build, shop: job_id } = world;
    const commits = [
      { id: after, message: 'The head' },
      { id: 'b'.repeat(40), message: 'Another one' },
    ];
    await push(world, { event_type: 'push', job_id, ref: 'refs/heads/feature/x', after, commits });
    const { result: running } = await build.showRunningStatus({ job_id });
    expect(running).toMatchObject({ last_build_no: '9', is_running: true });
    const expected = {
      branch: 'feature/x',
      commit: after,
      commit_message: 'The head',
      trigger_type: 'CODEHUB_TRIGGER',
      build_no: 9,
    };
    expect((await build.showJobBuildRecordDetail({ job_id, build_no: 9 })).result).toMatchObject(expected);
    expect((await build.showRecordDetail({ job_id, build_no: 9 })).result).toMatchObject(expected);
    expect(
      (await build.showListHistory({ job_id, interval: 1, offset: 0, limit: 10 })).history_records?.[0],
    ).toMatchObject({ build_number: 9 });
  });

  test('that says nothing starts a build of what the task names', async () => {
    const world = createWorld();
    await push(world);
    const { result } = await world.build.showJobBuildRecordDetail({ job_id: world.shop, build_no: 9 });
    expect(result).toMatchObject({ branch: 'master', trigger_type: 'CODEHUB_TRIGGER' });
    expect(result?.commit).toMatch(/^[0-9a-f]{40}$/);
  });

  test('is refused for a disabled task, for an unknown one, and for another one in the body', async () => {
    const world = createWorld();
    const { build, shop: job_id, sandbox } = world;
    expect(await refusalOf(push(world, { job_id: 'f'.repeat(32) }))).toBe('400 DEVCB.00060200');
    expect(await refusalOf(push({ ...world, shop: 'f'.repeat(32) }))).toBe('422 DEVCB.00031006');
    await build.disableTheJob({ job_id, body: { disabled: true } });
    expect(await refusalOf(push(world))).toBe('422 DEVCB.00030000');
    expect(sandbox.state.builds.get(job_id)).toHaveLength(8);
  });
});

test('the details of a build say whether it goes on, and how it ended', async () => {
  const { build, sandbox, shop: job_id } = createWorld();
  const details = async (build_no: number) => (await build.showBuildDetails({ job_id, build_no })).result;
  const { result: started } = await build.executeJob({ body: { job_id } });
  const build_no = Number(started!.actual_build_number);
  expect(await details(build_no)).toEqual({ building: true, build_result: null, region: 'cn-north-4' });
  await sandbox.clock.advance(3_600_000);
  expect(await details(build_no)).toEqual({ building: false, build_result: 'SUCCESS', region: 'cn-north-4' });
  expect(await details(3)).toMatchObject({ building: false, build_result: 'FAILURE' });
  expect(await refusalOf(build.showBuildDetails({ job_id, build_no: 99 }))).toBe('422 DEVCB.00031006');
});

test('the kinds of parameters have the rules that a task is held to', async () => {
  const { build, sandbox } = createWorld();
  const { result } = await build.showBuildParamsList();
  const [kind] = result!.build_parameters!;
  const rules = new Map(kind!.params![0]!.constraints!.map(({ type, value }) => [type, value]));
  const save = async (name: string): Promise<boolean> => {
    const params = [{ name: 'name', value: name }];
    const body = {
      arch: 'x86-64',
      project_id: sandbox.seed.projectId,
      job_name: `task-${String(sandbox.state.tasks.size)}`,
      steps: [],
      parameters: [{ name: kind!.name!, params }],
      auto_update_sub_module: 'false' as const,
    };
    return (
      (await build.createNewJob({ body }).then(
        () => 'created',
        () => 'refused',
      )) === 'created'
    );
  };
  const isAllowed = (name: string): boolean =>
    name.length >= Number(rules.get('minLen')) &&
    name.length <= Number(rules.get('maxLen')) &&
    new RegExp(String(rules.get('regex'))).test(name);
  for (const name of ['a', 'A_9', 'x'.repeat(128), 'x'.repeat(129), '', 'a-b', 'a b', 'ä']) {
    expect([name, await save(name)]).toEqual([name, isAllowed(name)]);
  }
});

describe('reports', () => {
  test('count the builds that ended', async () => {
    const world = createWorld();
    const { build, shop: job_id, sandbox } = world;
    const ratio = async (): Promise<unknown> => {
      const { result } = await build.showJobBuildSuccessRatio({ job_id, ...RECENT });
      return [result?.total_success_ratio_fraction, result?.total_count, result?.total_success_count];
    };
    expect(await ratio()).toEqual(['6/8', 8, 6]);
    await build.executeJob({ body: { job_id } });
    expect(await ratio()).toEqual(['6/8', 8, 6]);
    await sandbox.clock.advance(3_700_000);
    expect(await ratio()).toEqual(['7/9', 9, 7]);
    await buildShop(world, 'fail:2');
    expect(await ratio()).toEqual(['7/10', 10, 7]);
    await sandbox.clock.advance(31 * 86_400_000);
    expect(await ratio()).toEqual(['0/0', 0, 0]);
  });

  test('agree on the rate, whichever generation is asked', async () => {
    const world = createWorld();
    const { build, shop: job_id, sandbox } = world;
    const day = (offset: number): string =>
      new Date(sandbox.clock.now() + 8 * 3_600_000 - offset * 86_400_000).toISOString().slice(0, 10);
    expect(await build.showJobSuccessRatio({ job_id, start_time: day(20), end_time: day(0) })).toEqual({
      success_count: 6,
      total_count: 8,
      success_ratio: 0.75,
    });
    const long = build.showJobSuccessRatio({ job_id, start_time: day(31), end_time: day(0) });
    expect(await refusalOf(long)).toBe('400 CB.00031105');
    const { result } = await build.showJobBuildSuccessRatio({ job_id, ...RECENT });
    expect(result?.every_day_report?.length).toBeGreaterThan(1);
    for (const { success_ratio: share } of result?.every_day_report ?? [])
      expect([0, 33, 50, 67, 75, 100]).toContain(share);
  });

  test('count only the branch and the repository that are asked for', async () => {
    const { build, shop: job_id, sandbox } = createWorld();
    await build.executeJob({ body: { job_id, parameter: [{ name: 'codeBranch', value: 'next' }] } });
    await sandbox.clock.advance(120_000);
    const { result } = await build.showJobBuildSuccessRatio({ job_id, ...RECENT, branch: 'next' });
    expect(result).toMatchObject({ branch: 'next', total_count: 1, total_success_count: 1 });
    const other = await build.showJobBuildSuccessRatio({ job_id, ...RECENT, repository_name: 'none' });
    expect(other.result).toMatchObject({ total_count: 0, every_day_report: [] });
  });

  test('time the builds in seconds', async () => {
    const world = createWorld();
    const number = await buildShop(world, 'timeout:1');
    const { result } = await world.build.showJobBuildTime({ job_id: world.shop, ...RECENT });
    const chart = result?.chart ?? [];
    expect(chart.map(({ build_number }) => build_number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, number]);
    expect(chart.at(-1)).toMatchObject({ build_time: 3_600, build_result: 'timeout' });
    expect(result).toMatchObject({ max_build_time: 3_600 });
    const sum = chart.reduce((total, { build_time: seconds = 0 }) => total + seconds, 0);
    expect(result?.avg_build_time).toBeCloseTo(sum / chart.length);
  });

  test('of tests agree with the log', async () => {
    const world = createWorld();
    const { build, shop: job_id } = world;
    const build_no = await buildShop(world);
    const { result } = await build.showReportSummary({ job_id, build_no });
    const { result: log } = await build.downloadRealTimeLog({ job_id, build_no, offset: 0 });
    expect(log?.content).toContain(`Tests run: ${String(result?.summary?.total)},`);
    expect(result?.sub_summarys).toMatchObject([{ stage_name: 'stage2', total: result?.summary?.total, failures: 0 }]);
    const failed = await buildShop(world, 'fail:2');
    const none = await build.showReportSummary({ job_id, build_no: failed });
    expect(none.result).toMatchObject({ summary: { total: 0 }, sub_summarys: [] });
  });

  test('on coverage are archives that unzip', async () => {
    const world = createWorld();
    const { build, shop: job_id } = world;
    const build_no = await buildShop(world);
    const { result } = await build.listJunitCoverageSummary({ job_id, build_no });
    expect(result?.unit_summary_list).toHaveLength(1);
    const root_id = result?.unit_summary_list?.[0]?.root_id ?? '';
    const archive = await build.downloadJunitCoverageZip({ job_id, build_no, root_id });
    const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const path = join(folder, 'report.zip');
    writeFileSync(path, await archive.bytes());
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(z.read("index.html").decode())';
    expect(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' })).toContain('stage2');
    const unknown = build.downloadJunitCoverageZip({ job_id, build_no, root_id: 'none' });
    expect(await refusalOf(unknown)).toBe('422 DEVCB.00031006');
  });
});

describe('what builds leave behind', () => {
  test('are packages of those that succeeded, for both generations', async () => {
    const world = createWorld();
    const { build, shop: job_id, sandbox } = world;
    const ok = await buildShop(world);
    const failed = await buildShop(world, 'fail:3');
    const { result } = await build.showOutputInfo({ job_id, build_no: ok });
    expect(await build.showNewOutput({ job_id, build_no: ok })).toMatchObject({ result });
    const version = sandbox.state.builds.get(job_id)![ok - 1]!.dailyNumber;
    expect(result).toMatchObject({
      package_info: null,
      package_infos: {
        [`web-shop-${version}.zip`]: { version, package_type: 'zip', project_id: sandbox.seed.projectId },
      },
      image_infos: null,
    });
    const nothing = { package_info: null, package_infos: null, image_infos: null };
    expect(await build.showOutputInfo({ job_id, build_no: failed })).toMatchObject({ result: nothing });
    expect(await refusalOf(build.showOutputInfo({ job_id, build_no: 999 }))).toBe('422 CB.00031006');
  });

  test('are images where the task makes one', async () => {
    const { build, sandbox } = createWorld();
    const { result } = await build.showOutputInfo({ job_id: sandbox.seed.jobIds['base-image']!, build_no: 1 });
    expect(result).toMatchObject({ package_infos: null });
    expect(Object.keys(result?.image_infos ?? {})).toEqual([expect.stringMatching(/^base-image:\d{8}\.1$/)]);
  });

  test('have graphs and scripts only under ids of records', async () => {
    const { build, shop: job_id } = createWorld();
    const { result: record } = await build.showJobBuildRecordDetail({ job_id, build_no: 1 });
    const id = record?.build_record_id ?? '';
    const graph = { vertices: [], edges: [] };
    expect(await build.showBuildRecordFlowGraph({ build_flow_record_id: id })).toMatchObject({ result: graph });
    expect(await build.showFlowGraph({ build_flow_record_id: id })).toMatchObject({ success: true, result: graph });
    const { result: script } = await build.showBuildRecordBuildScript({ record_id: id });
    expect(script).toContain('displayName: "Build with Maven"');
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect(await refusalOf(build.showBuildRecordFlowGraph({ build_flow_record_id: unknown }))).toBe(
      '422 DEVCB.00031006',
    );
    expect(await refusalOf(build.showBuildRecordBuildScript({ record_id: unknown }))).toBe('422 DEVCB.00031006');
  });

  test('are records in brief, by build project', async () => {
    const { build, shop: job_id } = createWorld();
    const { result: record } = await build.showJobBuildRecordDetail({ job_id, build_no: 8 });
    const project_id = record?.build_project_id ?? '';
    const { result } = await build.listBriefRecord({ limit: 3, body: [project_id] });
    expect(result).toMatchObject([
      {
        project_id,
        brief_build_record_dtos: [{ build_no: 8, id: record?.build_record_id }, { build_no: 7 }, { build_no: 6 }],
      },
    ]);
  });

  test('are the last success with a repository', async () => {
    const world = createWorld();
    const number = await buildShop(world);
    await buildShop(world, 'fail');
    const { projectId: project_id } = world.sandbox.seed;
    expect(await world.build.showLastHistory({ project_id, repository_name: 'web-shop' })).toMatchObject({
      job_id: world.shop,
      build_number: number,
      result: 'SUCCESS',
    });
    const never = world.build.showLastHistory({ project_id, repository_name: 'reports' });
    expect(await refusalOf(never)).toBe('422 CB.00031006');
  });

  test('are the causes of failures', async () => {
    const world = createWorld();
    const { build, shop: job_id } = world;
    const build_no = await buildShop(world, 'fail:2');
    expect(await build.showLogAnalysis({ job_id, build_no })).toMatchObject({
      result: {
        jobName: 'web-shop',
        error_nodes: [
          { step: 'Build with Maven', analyzed_success: true, error_info: { error_code: 'DEV.CB.0210043' } },
        ],
      },
    });
    expect(await build.showLogAnalysis({ job_id, build_no: 1 })).toMatchObject({ result: { error_nodes: [] } });
    const unknown = build.showLogAnalysis({ job_id: '0'.repeat(32), build_no: 1 });
    expect(await refusalOf(unknown)).toBe('400 DEV.CB.032011');
  });
});

describe('repositories', () => {
  test('are those that the task was built from, with their branches and tags', async () => {
    const { build, shop: job_id, sandbox } = createWorld();
    const { repositoryId: repo_id } = sandbox.state.tasks.get(job_id)!.code;
    await build.executeJob({ body: { job_id, parameter: [{ name: 'codeBranch', value: 'next' }] } });
    await build.executeJob({ body: { job_id, scm: { build_tag: 'v2.0.0' } } });
    expect(await build.listRepository({ job_id })).toMatchObject({
      result: { latest: 'web-shop', repositories: ['web-shop'] },
    });
    expect((await build.listRepoBranch({ job_id, repository_name: 'web-shop' })).result).toEqual(['master', 'next']);
    expect((await build.listRepoBranch({ job_id, repository_name: 'none' })).result).toEqual([]);
    const tags = await build.listTagList({ scm_type: 'codehub', repo_id, search: 'v2' });
    expect(tags.result).toEqual({ total: 1, tag_list: [{ name: 'v2.0.0' }] });
    expect(await refusalOf(build.listTagList({ scm_type: 'codehub' }))).toBe('400 DEVCB.00060200');
    expect(await refusalOf(build.listTagList({ scm_type: 'codehub', repo_id: '1' }))).toBe('422 DEVCB.00031006');
  });
});

describe('repositories of dependencies', () => {
  test('are those of the project, in pages', async () => {
    const { build, sandbox } = createWorld();
    const { projectId: project_id } = sandbox.seed;
    const all = await build.paginate('listEndPoints', { project_id }, { pageSize: 1 }).toArray();
    expect(all).toMatchObject([
      {
        name: 'maven-private',
        project_uuid: project_id,
        region_name: 'cn-north-4',
        created_by: { username: 'builder' },
      },
      { name: 'npm-private' },
    ]);
    const { result } = await build.listEndPoints({ project_id, limit: 1, offset: 1 });
    expect(result).toMatchObject({ total: 2, endpoints: [{ uuid: all[1]!.uuid }] });
    sandbox.state.dependencyRepositories.splice(0, 1);
    expect((await build.listEndPoints({ project_id, limit: 10 })).result).toMatchObject({ total: 1 });
    expect(await refusalOf(build.listEndPoints({ project_id: 'f'.repeat(32), limit: 10 }))).toBe('422 DEVCB.00031006');
  });

  test('are not there in an empty project', async () => {
    const { build, sandbox } = createWorld({ seed: 'empty' });
    const { result } = await build.listEndPoints({ project_id: sandbox.seed.projectId, limit: 10 });
    expect(result).toEqual({ endpoints: [], total: 0 });
  });
});

describe('the account', () => {
  test('has machines for its projects, and access over the internal network or not', async () => {
    const { build, sandbox } = createWorld();
    const { projectId: project_id } = sandbox.seed;
    const sizes = await build.showAvailableInnerSpec({ project_id, arch: 'arm' });
    expect(sizes.slice(0, 2)).toEqual(['DEFAULT', '2U8G']);
    const unknown = { project_id: 'f'.repeat(32), arch: 'arm' };
    expect(await refusalOf(build.showAvailableInnerSpec(unknown))).toBe('422 DEVCB.00031006');
    expect(await build.checkJobInternal()).toMatchObject({ result: true });
    sandbox.state.domains[0]!.internalAccess = false;
    expect(await build.checkJobInternal()).toMatchObject({ result: false });
  });

  test('counts its tasks, builds and versions', async () => {
    const world = createWorld();
    const summary = async (): Promise<unknown> => (await world.build.showSummaryBuildJobInfo()).result?.summary;
    expect(await summary()).toEqual({ avg_success_ratio: 64, build_no: 14, job_total: 4, version_total: 9 });
    await buildShop(world);
    expect(await summary()).toEqual({ avg_success_ratio: 67, build_no: 15, job_total: 4, version_total: 10 });
  });

  test('has projects, whole and in pages', async () => {
    const { build, sandbox } = createWorld();
    const { projectId: identifier } = sandbox.seed;
    const own = { identifier, name: 'demo', author_id: sandbox.state.users[0]!.id };
    expect((await build.showRelatedProject()).result).toMatchObject({
      project_info_list: [{ ...own, is_creator: true }],
      total: 1,
    });
    expect((await build.listRelatedProjectInfo({ search: 'DEM' })).result).toMatchObject({
      project_info_list: [own],
      total: 1,
    });
    expect((await build.listRelatedProjectInfo({ search: 'x' })).result).toEqual({ project_info_list: [], total: 0 });
  });

  test('has a state and a package', async () => {
    const { build, sandbox } = createWorld();
    const { projectId: project_id } = sandbox.seed;
    const [own, partner] = sandbox.state.domains;
    expect(await build.showDomainStatus()).toMatchObject({ result: { status: 1 } });
    const { result } = await build.showDomainsStatuses({ body: { domain_ids: `${own!.id}, ${partner!.id},x` } });
    expect(result?.map(({ domain_name }) => domain_name)).toEqual(['sandbox', 'sandbox-partner']);
    expect(await build.showUserOverPackageQuota({ project_id })).toMatchObject({ result: { is_over_quota: false } });
    expect((await build.showPackageSpecStatus({ project_id, status: 'normal' })).result).toHaveLength(1);
    expect((await build.showPackageSpecStatus({ project_id, status: 'freeze' })).result).toEqual([]);
    const unknown = build.showUserOverPackageQuota({ project_id: '0'.repeat(32) });
    expect(await refusalOf(unknown)).toBe('422 DEVCB.00031006');
  });
});
