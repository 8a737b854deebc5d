/** Parameters of builds. */
import { MASK } from '../describe-build.js';
import { type BuildHandlers, SUCCESS } from '../handler.js';
import { findBuild } from '../lookup.js';
import { systemParameters } from '../system-parameters.js';
import { defineBranch, PARAMETER_KIND, PARAMETER_NAME } from '../task-definition.js';

const rule = (type: string, value: string | number, errormsg: string) => ({
  type,
  value: String(value),
  errormsg,
  language: null,
  region: null,
});

/** The rules for parameter names when a task is created or changed. */
const NAME_RULES = [
  rule('maxLen', PARAMETER_NAME.maxLength, `Enter a maximum of ${String(PARAMETER_NAME.maxLength)} characters.`),
  rule('minLen', PARAMETER_NAME.minLength, `Enter at least ${String(PARAMETER_NAME.minLength)} character.`),
  rule('regex', PARAMETER_NAME.pattern, 'Enter 1 to 128 letters, digits and underscores.'),
];

/** Handlers of parameters. They never show values of secret parameters. */
export const buildParameters: BuildHandlers = {
  listBuildParameter({ path }, context) {
    const { parameters } = findBuild(context, path.job_id, path.build_no);
    const result = parameters.map(({ name, value, secret }) => ({ name, value: secret ? MASK : value }));
    return { result, ...SUCCESS };
  },

  showBuildParamsList() {
    const field = { name: 'name', title: 'Name', type: 'text', required: true, deletion: false, defaults: false };
    const kind = { name: PARAMETER_KIND, title: 'Text', params: [{ ...field, constraints: NAME_RULES }] };
    return { result: { build_parameters: [kind] }, ...SUCCESS };
  },

  showDefaultBuildParameters() {
    const { name = PARAMETER_KIND, params = [] } = defineBranch('master');
    const fields = params.map(({ name: field = '', value = '' }) => ({ name: field, value }));
    return { result: [{ name, params: fields }], status: 'success' };
  },

  showJobSystemParameters() {
    const result = systemParameters.map(({ name, description }, index) => ({
      id: index + 1,
      parameter_name: name,
      description,
    }));
    return { result, ...SUCCESS };
  },
};
