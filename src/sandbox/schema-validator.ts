/** JSON schemas of the documents, compiled when they are first needed. */
import { createRequire } from 'node:module';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { API_NAMES, loadDocument, type ApiName } from './documents.js';

/** What is wrong with a value: where, as a JSON pointer that is empty for the value itself, and how. */
export interface Violation {
  path: string;
  message: string;
}

/** Checks a value against the schema at a pointer of a document. Undefined where nothing is wrong. */
export type SchemaValidator = (api: ApiName, pointer: string, value: unknown) => Violation | undefined;

const require = createRequire(import.meta.url);

/** Makes sure that the optional peers are there, without the time that loading them takes. @throws Error that says what to install. */
export function requirePeers(): void {
  for (const name of ['ajv/dist/2020.js', 'ajv-formats']) {
    try {
      require.resolve(name);
    } catch (cause) {
      throw new Error('The sandbox needs two more packages: npm install ajv ajv-formats', { cause });
    }
  }
}

let ajv: Ajv2020 | undefined;

function loadAjv(): Ajv2020 {
  if (ajv) return ajv;
  const { Ajv2020: Ajv } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const { default: addFormats } = require('ajv-formats') as { default: (ajv: Ajv2020) => void };
  // The documents have fields of their own (x-…, example), which are no mistakes here; check-spec looks after the schemas.
  const created = new Ajv({ strict: false, validateSchema: false, addUsedSchema: false });
  addFormats(created);
  for (const api of API_NAMES) created.addSchema(loadDocument(api), api);
  return (ajv = created);
}

/** Checks a value. Compiled schemas are shared by all sandboxes of a process. */
export const validateSchema: SchemaValidator = (api, pointer, value) => {
  const reference = `${api}${pointer}`;
  const validate = loadAjv().getSchema(reference);
  if (!validate) throw new Error(`There is no schema at ${reference}`);
  if (validate(value)) return undefined;
  const [error] = validate.errors ?? [];
  const extra = error?.keyword === 'additionalProperties' ? `: ${String(error.params['additionalProperty'])}` : '';
  const allowed = error?.keyword === 'enum' ? `: ${JSON.stringify(error.params['allowedValues'])}` : '';
  return { path: error?.instancePath ?? '', message: `${error?.message ?? 'is invalid'}${extra}${allowed}` };
};
