/** Outputs of builds: packages in the release repository, and images. */
import type { components } from '../../generated/codearts-build/schema.js';
import type { BuildView } from './engine.js';
import type { Task } from './task.js';

type Schemas = components['schemas'];

const hasStep = ({ build }: BuildView, module: string): boolean => build.steps.some((step) => step.module === module);

const FILE = /[^A-Za-z0-9._-]+/g;

/** Describes the outputs of a build. A part is null if the build has no such output, and all parts are if it did not succeed. */
export function describeOutputs(view: BuildView, task: Task): Schemas['BuildOutputSet'] {
  const { build, result } = view;
  const succeeded = result === 'SUCCESS';
  const version = build.dailyNumber;
  const file = `${build.taskName.replace(FILE, '-')}-${version}.zip`;
  const facts = { project_id: task.projectId, name: build.taskName, version, daily_build_number: version };
  const archive: Schemas['BuildOutput'] = {
    ...facts,
    package_type: 'zip',
    uri: `/${build.taskName}/${version}/${file}`,
    type: 'package',
  };
  const image = `${build.taskName}:${version}`;
  const picture: Schemas['BuildOutput'] = { ...facts, package_type: null, uri: image, type: 'image' };
  return {
    package_info: null,
    package_infos: succeeded && hasStep(view, 'external_upload') ? { [file]: archive } : null,
    image_infos: succeeded && hasStep(view, 'external_docker') ? { [image]: picture } : null,
  };
}

/** Returns the number of packages and images of a build. */
export const countOutputs = (view: BuildView): number =>
  view.result !== 'SUCCESS'
    ? 0
    : ['external_upload', 'external_docker'].filter((module) => hasStep(view, module)).length;
