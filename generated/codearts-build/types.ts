// Made by `npm run generate` from openapi/codearts-build. Edit the YAML files there, never this one.

/**
 * The types of CodeArts Build: what its operations take and return, the schemas, and openapi-typescript's `paths`.
 */
export type * from './operations.js';
export type * from './schema.js';
// Both have the name.
export type { operations } from './schema.js';
