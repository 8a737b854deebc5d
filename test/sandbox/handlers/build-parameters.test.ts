import { expect, test } from 'vitest';
import { createSetup } from '../../support/sandbox-clients.js';

test('the parameter rules are the ones that tasks are validated with', async () => {
  const { build, sandbox } = createSetup();
  const { result } = await build.showBuildParamsList();
  const [kind] = result.build_parameters;
  const rules = new Map(kind!.params![0]!.constraints!.map(({ type, value }) => [type, value]));
  const save = async (name: string): Promise<boolean> => {
    const params = [{ name: 'name', value: name }];
    const body = {
      arch: 'x86-64',
      project_id: sandbox.seed.projectId,
      job_name: `task-${String(sandbox.state.tasks.size)}`,
      steps: [],
      parameters: [{ name: kind!.name, params }],
      auto_update_sub_module: 'false' as const,
    };
    return (
      (await build.createNewJob({ body }).then(
        () => 'created',
        () => 'rejected',
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
