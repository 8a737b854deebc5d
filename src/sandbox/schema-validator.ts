/** Validates values against the JSON schemas of the documents. Schemas are compiled on first use. */
import { createRequire } from 'node:module';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { API_NAMES, loadDocument, type ApiName } from './documents.js';

/** A violation of a schema: the JSON pointer to the value (empty for the root) and the problem. */
export interface Violation {
  path: string;
  message: string;
}

/** Validates a value against the schema at a pointer of a document. Returns undefined if the value is valid. */
export type SchemaValidator = (api: ApiName, pointer: string, value: unknown) => Violation | undefined;

const require = createRequire(import.meta.url);

/** Requires the optional peer dependencies without loading them. @throws Error that contains the command to install them. */
export function requirePeers(): void {
  for (const name of ['ajv/dist/2020.js', 'ajv-formats']) {
    try {
      require.resolve(name);
    } catch (cause) {
      throw new Error('The sandbox requires two more packages: npm install ajv ajv-formats', { cause });
    }
  }
}

let ajv: Ajv2020 | undefined;

function loadAjv(): Ajv2020 {
  if (ajv) return ajv;
  const { Ajv2020: Ajv } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const { default: addFormats } = require('ajv-formats') as { default: (ajv: Ajv2020) => void };
  // The documents contain extension fields (x-…, example), which strict mode would reject. check-spec validates the schemas.
  const created = new Ajv({ strict: false, validateSchema: false, addUsedSchema: false });
  addFormats(created);
  for (const api of API_NAMES) created.addSchema(loadDocument(api), api);
  return (ajv = created);
}

/** Validates a value. All sandboxes of a process share the compiled schemas. */
export const validateSchema: SchemaValidator = (api, pointer, value) => {
  const reference = `${api}${pointer}`;
  const validate = loadAjv().getSchema(reference);
  if (!validate) throw new Error(`No schema at ${reference}`);
  if (validate(value)) return undefined;
  const [error] = validate.errors ?? [];
  const extra = error?.keyword === 'additionalProperties' ? `: ${String(error.params['additionalProperty'])}` : '';
  const allowed = error?.keyword === 'enum' ? `: ${JSON.stringify(error.params['allowedValues'])}` : '';
  return { path: error?.instancePath ?? '', message: `${error?.message ?? 'is invalid'}${extra}${allowed}` };
};
