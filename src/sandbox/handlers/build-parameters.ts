/** Parameters of builds. */
import { MASK } from '../describe-build.js';
import type { BuildHandlers } from '../handler.js';
import { findBuild } from '../lookup.js';
import { systemParameters } from '../system-parameters.js';
import { defineBranch } from '../task-definition.js';

/** Handlers of parameters. Values of secret ones are never shown. */
export const buildParameters: BuildHandlers = {
  listBuildParameter({ path }, context) {
    const { parameters } = findBuild(context, path.job_id, path.build_no);
    const result = parameters.map(({ name, value, secret }) => ({ name, value: secret ? MASK : value }));
    return { result, error: null, status: 'success' };
  },

  showDefaultBuildParameters() {
    const { name, params = [] } = defineBranch('master');
    const fields = params.map(({ name: field = '', value = '' }) => ({ name: field, value }));
    return { result: [{ name, params: fields }], status: 'success' };
  },

  showJobSystemParameters() {
    const result = systemParameters.map(({ name, description }, index) => ({
      id: index + 1,
      parameter_name: name,
      description,
    }));
    return { result, error: null, status: 'success' };
  },
};
