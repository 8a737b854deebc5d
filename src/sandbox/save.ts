/** Serializes the state of a sandbox to JSON and restores it. */
import { createRandom } from './random.js';
import type { SandboxCredentials, SeedData } from './seed.js';
import { createState, type State } from './state.js';

const FORMAT = 'codearts-build-sandbox';

/** Changes with the fields of the state. */
const VERSION = 3;

/** State that `save()` returns and the option `saved` accepts. */
export interface SavedSandbox {
  format: typeof FORMAT;
  version: typeof VERSION;
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

/** Restores the objects of a list. @throws TypeError if a reference has no object. */
function unflatten(objects: readonly SavedValue[]): unknown {
  const made = objects.map((saved): object => {
    if (saved.kind === 'bytes') return new Uint8Array(Buffer.from(saved.base64, 'base64'));
    return saved.kind === 'map' ? new Map<unknown, unknown>() : saved.kind === 'array' ? [] : {};
  });
  const find = (value: unknown): unknown => {
    if (!isReference(value)) return value;
    const object = made[value.$];
    if (!object) throw new TypeError(`object ${String(value.$)} does not exist`);
    return object;
  };
  for (const [index, saved] of objects.entries()) {
    const target = made[index]!;
    if (saved.kind === 'map') {
      for (const [key, item] of saved.entries) (target as Map<unknown, unknown>).set(find(key), find(item));
    } else if (saved.kind === 'array') {
      for (const item of saved.items) (target as unknown[]).push(find(item));
    } else if (saved.kind === 'object') {
      for (const [name, item] of Object.entries(saved.fields)) {
        // Assigning would change the prototype for a field named __proto__.
        Object.defineProperty(target, name, {
          value: find(item),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
    }
  }
  return made[0];
}

/** Returns the path of the first part that differs in kind from a model; undefined if there is none. */
function findForeignPart(model: unknown, value: unknown, path: string): string | undefined {
  if (typeof model !== typeof value || Object.getPrototypeOf(Object(value)) !== Object.getPrototypeOf(Object(model)))
    return path;
  if (typeof model !== 'object' || model === null || Object.getPrototypeOf(model) !== Object.prototype)
    return undefined;
  for (const [name, part] of Object.entries(model)) {
    const found = findForeignPart(part, (value as Record<string, unknown>)[name], `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function saveState(
  { random, ...rest }: State,
  facts: { credentials: SandboxCredentials; seed: SeedData; now: number },
): SavedSandbox {
  return {
    format: FORMAT,
    version: VERSION,
    savedAt: facts.now,
    credentials: facts.credentials,
    seed: facts.seed,
    random: random.position(),
    objects: flatten(rest),
  };
}

/** A state that is not usable, with the reason. */
const unusable = (reason: string): TypeError =>
  new TypeError(`saved must be a state that save() of this version returned: ${reason}`);

/** Restores a saved state. @throws TypeError with the reason if `save()` of this version did not create it. */
export function loadState(saved: SavedSandbox): State {
  if (typeof saved !== 'object' || saved === null || saved.format !== FORMAT) throw unusable('it has another format');
  const version: unknown = saved.version;
  if (version !== VERSION) {
    const isNewer = typeof version === 'number' && version > VERSION;
    throw unusable(`it has ${isNewer ? 'the newer' : 'another'} version ${String(version)}, not ${String(VERSION)}`);
  }
  const { random: position } = saved;
  if (!Number.isSafeInteger(position)) throw unusable('random is not an integer');
  let rest: unknown;
  try {
    rest = unflatten(saved.objects);
  } catch (cause) {
    throw unusable(`objects are damaged, ${(cause as Error).message}`);
  }
  const { random, ...model } = createState(createRandom(position));
  const foreign =
    findForeignPart(model, rest, 'state') ??
    findForeignPart({ ak: '', sk: '', projectId: '', userName: '', password: '' }, saved.credentials, 'credentials') ??
    findForeignPart({ projectId: '', jobIds: {} }, saved.seed, 'seed');
  if (foreign !== undefined) throw unusable(`${foreign} is missing or damaged`);
  const state = { ...(rest as typeof model), random };
  if (state.users.length === 0) throw unusable('state.users is empty');
  return state;
}
