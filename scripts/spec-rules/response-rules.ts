import { fieldsOf, typesOf } from './schema-fields.js';
import { bodiesOf, parametersOf, type Spec, type SpecOperation } from './spec.js';
import { isValueMap, mapOf, textOf, type Problem } from './source-tree.js';

/** The shared responses of each error status, the usual one first. */
export const sharedErrors: Readonly<Record<string, readonly string[]>> = {
  400: ['BadRequest', 'StopRejected'],
  401: ['Unauthorized'],
  403: ['Forbidden'],
  404: ['NotFound'],
  405: ['MethodNotAllowed'],
  413: ['PayloadTooLarge'],
  422: ['UnprocessableEntity'],
  429: ['TooManyRequests'],
  500: ['InternalServerError'],
  503: ['ServiceUnavailable'],
  default: ['UnexpectedError'],
};

/** Errors that any operation can return, even if its page does not list them. */
const ANYWHERE = ['413', '503', 'default'];

/** Statuses that any operation of CodeArts Build can return, even if its page does not list them. */
const ALWAYS = ['200', '400', '401', '403', '404', '429', '500'];

/** Responses match the facts. All operations of CodeArts Build have the same statuses, because its pages list them inconsistently. */
export function* checkStatuses(spec: Spec): Generator<Problem> {
  for (const operation of spec.operations) {
    const { api, id, node, at } = operation;
    const responses = mapOf(node['responses']);
    const documented = spec.facts.get(api)!.get(id)?.statuses;
    const listed = documented ?? [...ALWAYS, ...(takesId(spec, operation, FIRST_LEVEL) ? ['422'] : [])];
    for (const status of [...listed, ...ANYWHERE]) {
      if (responses[status] === undefined) yield { at, reason: `\`${id}\` has no response ${status}: add it` };
    }
    for (const status of Object.keys(responses)) {
      if (status.startsWith('2') && !listed.includes(status)) {
        yield {
          at: spec.tree.placeOf(responses, status),
          reason: `\`${id}\` has no response ${status} in openapi/facts/${api}.json: correct one of them`,
        };
      }
    }
    if (responses['422'] !== undefined && !takesId(spec, operation, ANY_LEVEL))
      yield {
        at: spec.tree.placeOf(responses, '422'),
        reason: `\`${id}\` accepts no ID and has a response 422: remove it`,
      };
  }
}

const FIRST_LEVEL = /^(?:\w+_)?(?:id|uuid)s?$/;
const ANY_LEVEL = /(?:^|[._\]])(?:id|uuid)s?$/;

/** Whether an operation accepts an ID, whose object may not exist. */
function takesId(spec: Spec, operation: SpecOperation, id: RegExp): boolean {
  const parameters = parametersOf(spec, operation).map(({ parameter }) => textOf(parameter['name']) ?? '');
  const request = [...bodiesOf(spec, operation)].find(({ role }) => role === 'request');
  const body = mapOf(spec.tree.follow(request?.content['schema']));
  const names = [...parameters, ...fieldsOf(spec.tree, body).keys()];
  // The only body that is a list of strings is one of ids.
  return names.some((name) => id.test(name)) || typesOf(mapOf(spec.tree.follow(body['items']))).includes('string');
}

/** An error response is the shared response of its status. */
export function* checkSharedErrors({ operations, tree }: Spec): Generator<Problem> {
  for (const { api, node } of operations) {
    const responses = mapOf(node['responses']);
    for (const [status, response] of Object.entries(responses)) {
      if (status.startsWith('2')) continue;
      const expected = (sharedErrors[status] ?? ['…']).map((name) => `../../components/responses.yaml#/${name}`);
      const actual = isValueMap(response) ? textOf(response['$ref']) : undefined;
      if (actual === undefined || !expected.includes(actual)) {
        yield { at: tree.placeOf(responses, status), reason: `${status} must be ${expected.join(' or ')} in ${api}` };
      }
    }
  }
}
