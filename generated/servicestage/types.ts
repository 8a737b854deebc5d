// Made by `npm run generate` from openapi/servicestage. Edit the YAML files there, never this one.

/**
 * The types of ServiceStage build jobs: what its operations take and return, the schemas, and openapi-typescript's `paths`.
 */
export type * from './operations.js';
export type * from './schema.js';
// Both have the name.
export type { operations } from './schema.js';
