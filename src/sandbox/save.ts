/** A sandbox's memory as a JSON file, and back. */
import { createRandom } from './random.js';
import type { SandboxCredentials, SeedData } from './seed.js';
import type { State } from './state.js';

/** What `save` writes and the option `saved` reads. */
export interface SavedSandbox {
  format: 'codearts-build-sandbox';
  version: 2;
  /** When it was saved, in milliseconds since 1970. */
  savedAt: number;
  credentials: SandboxCredentials;
  seed: SeedData;
  /** Where the ids go on. */
  random: number;
  /** The state: every object once, and numbers where one is named again. */
  objects: SavedValue[];
}

type SavedValue =
  | { kind: 'object'; fields: Record<string, unknown> }
  | { kind: 'array'; items: unknown[] }
  | { kind: 'map'; entries: [unknown, unknown][] }
  | { kind: 'bytes'; base64: string };

/** Stands for an object of the list. */
interface Reference {
  $: number;
}

const isReference = (value: unknown): value is Reference => typeof value === 'object' && value !== null && '$' in value;

/** Whether JSON keeps a value that is no object. */
const isJsonPrimitive = (value: unknown): boolean =>
  value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);

/** A value that would come back as another one. */
function unsupportedValue(value: unknown, name: string): TypeError {
  const kind = typeof value === 'object' ? value?.constructor.name : typeof value;
  return new TypeError(`save() has no form for ${kind === 'number' ? String(value) : kind!}, which stands in ${name}`);
}

/**
 * Lists every object that can be reached, so that what is shared stays shared. The first one is the state.
 *
 * @throws TypeError on what JSON has no form for.
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

/** Makes the objects of a list again. */
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

/** @throws TypeError where it is not what `save` wrote. */
export function loadState(saved: SavedSandbox): State {
  if (typeof saved !== 'object' || saved === null || saved.format !== 'codearts-build-sandbox' || saved.version !== 2) {
    throw new TypeError('saved must be what save() of this version wrote');
  }
  return { ...(unflatten(saved.objects) as Omit<State, 'random'>), random: createRandom(saved.random) };
}
