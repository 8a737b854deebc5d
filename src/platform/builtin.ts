interface Builtins {
  'node:crypto': typeof import('node:crypto');
  'node:diagnostics_channel': typeof import('node:diagnostics_channel');
  'node:fs': typeof import('node:fs');
  'node:os': typeof import('node:os');
}

/**
 * A module of Node's, or undefined on a runtime that hands none out.
 *
 * It is taken from the process, so that bundles for browsers and workers need not resolve it.
 */
export const builtin = <Name extends keyof Builtins>(name: Name): Builtins[Name] | undefined =>
  typeof process === 'object' ? process.getBuiltinModule?.(name) : undefined;
