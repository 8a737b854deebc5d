import { fieldsOf } from './schema-fields.js';
import { bodiesOf, parametersOf, type Spec, type SpecOperation } from './spec.js';
import { isValueMap, mapOf, textOf, type Problem } from './source-tree.js';

/** The shared response of each error status. */
const SHARED: Readonly<Record<string, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  413: 'PayloadTooLarge',
  422: 'UnprocessableEntity',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
};

/** Statuses that any operation of CodeArts Build can return, even if its page does not list them. */
const ALWAYS = ['200', '400', '401', '403', '404', '429', '500'];

/** Responses match the facts. All operations of CodeArts Build have the same statuses, because its pages list them inconsistently. */
export function* checkStatuses(spec: Spec): Generator<Problem> {
  for (const operation of spec.operations) {
    const { api, id, node, at } = operation;
    const responses = mapOf(node['responses']);
    const listed = spec.facts.get(api)!.get(id)?.statuses ?? [...ALWAYS, ...(takesId(spec, operation) ? ['422'] : [])];
    for (const status of listed) {
      if (responses[status] === undefined) yield { at, reason: `\`${id}\` has no response ${status}` };
    }
    for (const status of Object.keys(responses)) {
      if (status.startsWith('2') && !listed.includes(status)) {
        yield { at: spec.tree.placeOf(responses, status), reason: `\`${id}\` has no response ${status} in the facts` };
      }
    }
  }
}

/** Whether an operation accepts an ID, whose object may not exist. */
function takesId(spec: Spec, operation: SpecOperation): boolean {
  const parameters = parametersOf(spec, operation).map(({ parameter }) => textOf(parameter['name']) ?? '');
  const request = [...bodiesOf(spec, operation)].find(({ role }) => role === 'request');
  const fields = fieldsOf(spec.tree, request?.content['schema']).keys();
  return [...parameters, ...fields].some((name) => /^(?:\w+_)?(?:id|uuid)s?$/.test(name));
}

/** An error response is the shared response of its status. */
export function* checkSharedErrors({ operations, tree }: Spec): Generator<Problem> {
  for (const { api, node } of operations) {
    const responses = mapOf(node['responses']);
    for (const [status, response] of Object.entries(responses)) {
      const name = SHARED[status];
      if (status.startsWith('2')) continue;
      const expected = `../../components/responses.yaml#/${name ?? '…'}`;
      const actual = isValueMap(response) ? textOf(response['$ref']) : undefined;
      if (name === undefined || actual !== expected) {
        yield { at: tree.placeOf(responses, status), reason: `${status} must be ${expected} in ${api}` };
      }
    }
  }
}
