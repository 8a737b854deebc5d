/** Serializes the state of a sandbox to JSON and restores it. */
import { createRandom } from './random.js';
import type { SandboxCredentials, SeedData } from './seed.js';
import type { State } from './state.js';

/** State that `save()` returns and the option `saved` accepts. */
export interface SavedSandbox {
  format: 'codearts-build-sandbox';
  version: 2;
  /** Time at which it was saved, as a Unix timestamp in milliseconds. */
  savedAt: number;
  credentials: SandboxCredentials;
  seed: SeedData;
  /** Position of the random source, from which IDs continue. */
  random: number;
  /** The state: each object once, references to it as numbers. */
  objects: SavedValue[];
}

type SavedValue =
  | { kind: 'object'; fields: Record<string, unknown> }
  | { kind: 'array'; items: unknown[] }
  | { kind: 'map'; entries: [unknown, unknown][] }
  | { kind: 'bytes'; base64: string };

/** A reference to an object of the list. */
interface Reference {
  $: number;
}

const isReference = (value: unknown): value is Reference => typeof value === 'object' && value !== null && '$' in value;

/** Returns whether a value other than an object is preserved by JSON. */
const isJsonPrimitive = (value: unknown): boolean =>
  value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);

/** An error for a value that JSON would change. */
function unsupportedValue(value: unknown, name: string): TypeError {
  const kind = typeof value === 'object' ? value?.constructor.name : typeof value;
  return new TypeError(`save() cannot serialize ${kind === 'number' ? String(value) : kind!} in ${name}`);
}

/**
 * Lists every reachable object, so that shared objects stay shared. The first one is the state.
 *
 * @throws TypeError if JSON cannot represent a value.
 */
function flatten(root: object): SavedValue[] {
  const known = new Map<object, number>();
  const objects: SavedValue[] = [];
  const toReference = (value: unknown, name: string): unknown => {
    if (isJsonPrimitive(value)) return value;
    if (typeof value !== 'object' || value === null) throw unsupportedValue(value, name);
    const at = known.get(value);
    if (at !== undefined) return { $: at };
    const index = objects.length;
    known.set(value, index);
    objects.push({ kind: 'array', items: [] }); // its place
    if (value instanceof Uint8Array) objects[index] = { kind: 'bytes', base64: Buffer.from(value).toString('base64') };
    else if (value instanceof Map) {
      objects[index] = {
        kind: 'map',
        entries: [...value].map(([key, item]) => [toReference(key, name), toReference(item, name)]),
      };
    } else if (Array.isArray(value)) {
      objects[index] = { kind: 'array', items: value.map((item) => toReference(item, name)) };
    } else if (Object.getPrototypeOf(value) === Object.prototype) {
      const fields = Object.entries(value).filter(([, item]) => item !== undefined);
      objects[index] = {
        kind: 'object',
        fields: Object.fromEntries(fields.map(([field, item]) => [field, toReference(item, field)])),
      };
    } else throw unsupportedValue(value, name);
    return { $: index };
  };
  toReference(root, 'the state');
  return objects;
}

/** Restores the objects of a list. */
function unflatten(objects: readonly SavedValue[]): unknown {
  const made = objects.map((saved): object => {
    if (saved.kind === 'bytes') return new Uint8Array(Buffer.from(saved.base64, 'base64'));
    return saved.kind === 'map' ? new Map<unknown, unknown>() : saved.kind === 'array' ? [] : {};
  });
  const find = (value: unknown): unknown => (isReference(value) ? made[value.$] : value);
  for (const [index, saved] of objects.entries()) {
    const target = made[index];
    if (saved.kind === 'map') {
      for (const [key, item] of saved.entries) (target as Map<unknown, unknown>).set(find(key), find(item));
    } else if (saved.kind === 'array') (target as unknown[]).push(...saved.items.map(find));
    else if (saved.kind === 'object') {
      Object.assign(
        target!,
        Object.fromEntries(Object.entries(saved.fields).map(([name, item]) => [name, find(item)])),
      );
    }
  }
  return made[0];
}

export function saveState(
  { random, ...rest }: State,
  facts: { credentials: SandboxCredentials; seed: SeedData; now: number },
): SavedSandbox {
  return {
    format: 'codearts-build-sandbox',
    version: 2,
    savedAt: facts.now,
    credentials: facts.credentials,
    seed: facts.seed,
    random: random.position(),
    objects: flatten(rest),
  };
}

/** Restores a saved state. @throws TypeError if `save()` of this version did not create it. */
export function loadState(saved: SavedSandbox): State {
  if (typeof saved !== 'object' || saved === null || saved.format !== 'codearts-build-sandbox' || saved.version !== 2) {
    throw new TypeError('saved must be a state that save() of this version returned');
  }
  return { ...(unflatten(saved.objects) as Omit<State, 'random'>), random: createRandom(saved.random) };
}
