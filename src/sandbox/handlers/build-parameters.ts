/** Parameters of builds. */
import { MASK } from '../describe-build.js';
import type { BuildHandlers } from '../handler.js';
import { findBuild } from '../lookup.js';

/** Handlers of parameters. Values of secret ones are never shown. */
export const buildParameters: BuildHandlers = {
  listBuildParameter({ path }, context) {
    const { parameters } = findBuild(context, path.job_id, path.build_no);
    const result = parameters.map(({ name, value, secret }) => ({ name, value: secret ? MASK : value }));
    return { result, error: null, status: 'success' };
  },
};
