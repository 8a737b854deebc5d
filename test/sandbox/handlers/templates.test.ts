import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { createSetup, rejectionOf, type BuildClient, type Setup } from '../../support/sandbox-clients.js';

const draft = (name: string): Parameters<BuildClient['createTemplate']>[0]['body'] => ({
  name,
  template: { steps: [{ module_id: 'devcloud2018.codeci_action_20043.action', name: 'Build with Maven' }] },
});

describe('templates', () => {
  test('are the same in v1 and v3', async () => {
    const { build } = createSetup({ seed: 'empty' });
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

  test('without steps have an empty list of them', async () => {
    const { build } = createSetup();
    const { result } = await build.createTemplate({ body: { name: 'none', template: { steps: null } } });
    const { result: shown } = await build.showTemplate({ uuid: result?.uuid ?? '' });
    expect(shown?.template?.steps).toEqual([]);
  });

  test('contain what was saved', async () => {
    const { build } = createSetup();
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

  test.each(['', 'x'.repeat(200)])(
    'require a step name of 1 to 128 characters, also as its action: %j',
    async (module_id) => {
      const { build } = createSetup();
      const body = { name: 'odd', template: { steps: [{ module_id }] } };
      expect(await rejectionOf(build.createTemplate({ body }))).toBe('400 DEVCB.00060200');
    },
  );

  test('that do not exist cause the code of the service', async () => {
    const { build } = createSetup();
    const uuid = '0'.repeat(32);
    for (const call of [
      build.showTemplate({ uuid }),
      build.deleteTemplate({ uuid }),
      build.addFavouriteCustomTemplate({ uuid }),
    ]) {
      expect(await rejectionOf(call)).toBe('422 DEV.CB.0520002');
    }
  });

  test('that are official exist initially and cannot be deleted', async () => {
    const { build } = createSetup({ seed: 'empty' });
    const { result } = await build.listOfficialTemplate({ name: 'maven' });
    expect(result).toMatchObject({ total_size: 1, items: [{ name: 'Maven', language: 'java', scope: 'official' }] });
    expect(await rejectionOf(build.deleteTemplate({ uuid: result?.items?.[0]?.uuid ?? '' }))).toBe(
      '422 DEV.CB.0520002',
    );
  });

  test('are added to and removed from favorites, each kind by its own operation', async () => {
    const { build } = createSetup();
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
    expect(await rejectionOf(build.addFavouriteCustomTemplate({ uuid }))).toBe('422 DEV.CB.0520002');
  });

  test('record their usage', async () => {
    const { build, sandbox, shop } = createSetup();
    await build.saveTemplateUsedInfo({ body: { job_id: shop, template_id: '00013' } });
    expect(sandbox.state.templateUses).toEqual([{ jobId: shop, templateId: '00013', at: sandbox.clock.now() }]);
    const wrong = { job_id: shop, template_id: 'none' };
    expect(await rejectionOf(build.saveTemplateUsedInfo({ body: wrong }))).toBe('422 DEV.CB.0520002');
  });
});

describe('official templates', () => {
  const git_url = 'https://codehub.example.com/sandbox/web-shop.git';

  const recommend = async (
    { build }: Setup,
    body: Parameters<BuildClient['listRecommendOfficialTemplate']>[0]['body'],
  ) => (await build.listRecommendOfficialTemplate({ body })).result;

  test.each([
    ['the address', git_url],
    ['the address without its ending', 'https://codehub.example.com/sandbox/web-shop'],
    ['the address for SSH', 'git@codehub.example.com:sandbox/web-shop.git'],
    ['the address for SSH with a scheme', 'ssh://git@codehub.example.com/sandbox/web-shop.git'],
  ])('are recommended for a repository by its builds, named by %s', async (_, url) => {
    const setup = createSetup();
    const result = await recommend(setup, { git_url: url, branch: 'master' });
    expect(result).toMatchObject({ total_size: 1, items: [{ name: 'Maven', scope: 'official', favourite: false }] });
    await setup.build.addFavouriteOfficialTemplate({ uuid: result.items[0]!.uuid });
    expect(await recommend(setup, { git_url: url, branch: 'master' })).toMatchObject({ items: [{ favourite: true }] });
  });

  test('are recommended for the actions of a new task, once per tool', async () => {
    const setup = createSetup();
    const url = 'https://codehub.example.com/sandbox/native.git';
    const steps = [{ module_id: 'sandbox.codeci_action_cmake.action', name: 'Compile', enable: true }];
    const scms = [{ url, branch: 'main', scm_type: 'codehub' }];
    const task = { arch: 'x86-64', project_id: setup.sandbox.seed.projectId, steps, scms };
    expect(await recommend(setup, { git_url: url, branch: 'main' })).toEqual({ items: [], total_size: 0 });
    for (const job_name of ['native', 'native-again']) {
      await setup.build.createNewJob({ body: { ...task, job_name, auto_update_sub_module: 'false' } });
    }
    const result = await recommend(setup, { git_url: url, branch: 'main' });
    expect(result).toMatchObject({ total_size: 1, items: [{ name: 'CMake' }] });
    expect(result.items[0]).not.toHaveProperty('id');
  });

  test('are not recommended for branches, tags and repositories without builds', async () => {
    const setup = createSetup();
    const none = { items: [], total_size: 0 };
    expect(await recommend(setup, { git_url, branch: 'next' })).toEqual(none);
    expect(await recommend(setup, { git_url, branch: 'master', tags: 'v9' })).toEqual(none);
    expect(await recommend(setup, { git_url, branch: 'master', tags: 'v1.0.0' })).toMatchObject({ total_size: 1 });
    expect(await recommend(setup, { git_url: `${git_url}x`, branch: 'master' })).toEqual(none);
    const parameter = [{ name: 'codeBranch', value: 'next' }];
    await setup.build.executeJob({ body: { job_id: setup.shop, parameter } });
    expect(await recommend(setup, { git_url, branch: 'next' })).toMatchObject({ total_size: 1 });
  });
});

describe('the default YAML of a task', () => {
  interface BuildFile {
    version: number;
    params: { name: string; value?: string }[];
    env: { resource: { type: string; arch: string } };
    steps: Record<'PRE_BUILD' | 'BUILD', Record<string, { name: string; inputs?: Record<string, string> }>[]>;
  }

  const read = async ({ build }: Setup, job_id: string, default_host?: string): Promise<BuildFile> =>
    parse((await build.showYamlTemplate({ job_id, ...(default_host && { default_host }) })).result) as BuildFile;

  test('contains its parameters, repository and steps, and no secret', async () => {
    const setup = createSetup();
    expect(await read(setup, setup.shop)).toEqual({
      version: 2,
      params: [{ name: 'codeBranch', value: 'master' }, { name: 'releaseKey' }],
      env: { resource: { type: 'docker', arch: 'X86' } },
      steps: {
        PRE_BUILD: [
          {
            checkout: {
              name: '代码检出',
              inputs: {
                scm: 'codehub',
                url: 'https://codehub.example.com/sandbox/web-shop.git',
                branch: '${codeBranch}',
              },
            },
          },
        ],
        BUILD: [{ maven: { name: 'Maven构建' } }, { upload_artifact: { name: '上传软件包到软件发布库' } }],
      },
    });
    expect((await read(setup, setup.shop, 'arm')).env.resource.arch).toBe('ARM');
  });

  test('follows changes of the task', async () => {
    const setup = createSetup();
    const { build, shop: job_id } = setup;
    const { result: config } = await build.showJobConfig({ job_id });
    const command = 'echo "a: b"\nexit 0';
    const steps = [{ module_id: 'sandbox.shell.action', name: 'Say: "#1"', enable: true, properties: { command } }];
    const { project_id, scms = [] } = config;
    const body = { job_id, project_id, job_name: 'shop', arch: 'aarch64-arm', scms, steps };
    await build.updateNewJob({ body: { ...body, auto_update_sub_module: 'false' } });
    const file = await read(setup, job_id);
    expect(file.env.resource.arch).toBe('ARM');
    expect(file.steps.BUILD).toEqual([{ sh: { name: 'Say: "#1"', inputs: { command } } }]);
    expect(await rejectionOf(build.showYamlTemplate({ job_id: 'f'.repeat(32) }))).toBe('422 DEVCB.00031006');
  });
});

describe('images', () => {
  test('are listed, and each has a Dockerfile that uses it', async () => {
    const { build, sandbox } = createSetup();
    const { result } = await build.showImageTemplateList();
    expect(result?.image_templates?.[0]).toMatchObject({ image_label: 'arm-centos7-base-1.0.1', base_image: 'centos' });
    for (const { image_id = '', organization, image_name, image_label } of result.image_templates) {
      const text = await (await build.showDockerfileTemplate({ image_id })).text();
      expect(text).toContain(
        `\nFROM swr.cn-north-4.myhuaweicloud.com/${organization!}/${image_name!}:${image_label!}\n`,
      );
    }
    expect(await rejectionOf(build.showDockerfileTemplate({ image_id: 'none' }))).toBe('422 DEVCB.00031006');
    sandbox.state.imageTemplates.length = 0;
    expect(await build.showImageTemplateList()).toMatchObject({ result: { image_templates: [] } });
  });
});
