/** `call`: reads the input of an operation, sends the request and prints the result. */
import { createWriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  AmbiguousStartError,
  createClient,
  createIamClient,
  createServiceStageClient,
  type CallOptions,
  type ClientOptions,
  type Download,
} from '../../index.js';
import { UsageError, type Arguments } from '../args.js';
import { clientOptionsOf, STARTS } from '../client.js';
import type { Context } from '../context.js';
import { captureRequest, printRequest } from '../dry-run.js';
import { nameOf, optionName, typeOf, type FormField, type Operation, type Parameter } from '../openapi.js';
import { formatRows, type Column } from '../output/table.js';
import { toJson, visible } from '../output/terminal.js';

/** Returns the value of a parameter. @throws UsageError */
function readParameter(args: Arguments, parameter: Parameter): unknown {
  for (const name of [optionName(parameter.name), parameter.name]) {
    const type = typeOf(parameter);
    if (type === 'array') {
      const values = args.list(name);
      if (values.length > 0) return values;
    } else {
      const value = type === 'boolean' ? args.flag(name) : type === 'integer' ? args.integer(name, 0) : args.text(name);
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

async function readStdin({ io }: Context): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks).toString();
}

/** Reads a file that an option names. @throws UsageError */
async function readInputFile(option: string, path: string): Promise<NonSharedBuffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`--${option} must name a file that can be read: ${(error as Error).message}`);
  }
}

/** Reads `--body`. @throws UsageError */
async function readJson(context: Context): Promise<unknown> {
  const given = context.args.text('body');
  if (given === undefined) return undefined;
  const file = given.startsWith('@') ? given.slice(1) : undefined;
  const from = given === '-' ? 'standard input' : (file ?? '--body');
  const text =
    file !== undefined ? String(await readInputFile('body', file)) : given === '-' ? await readStdin(context) : given;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${from} must be JSON: ${(error as Error).message}`);
  }
}

/** Reads the fields of a form from `--body` and `--file`. @throws UsageError */
async function readForm(context: Context, id: string, fields: readonly FormField[]): Promise<Record<string, unknown>> {
  const given = await readJson(context);
  if (given !== undefined && (typeof given !== 'object' || given === null || Array.isArray(given))) {
    throw new UsageError('--body must be a JSON object with fields of the form');
  }
  const form: Record<string, unknown> = { ...given };
  const names = fields.filter(({ file }) => file).map(({ name }) => name);
  for (const text of context.args.list('file')) {
    const [, name = '', path = ''] = /^([^=]+)=@(.+)$/s.exec(text) ?? [];
    if (name === '') throw new UsageError(`--file must be FIELD=@PATH; received ${JSON.stringify(text)}`);
    const field = fields.find((one) => one.name === name && one.file);
    if (!field) throw new UsageError(`--file: the files of ${id} are ${names.join(', ')}; received "${name}"`);
    const file = new File([await readInputFile('file', path)], basename(path));
    const others = form[name];
    if (!field.multiple && others !== undefined) throw new UsageError(`--file: ${id} accepts one file as "${name}"`);
    form[name] = field.multiple ? [...(Array.isArray(others) ? (others as unknown[]) : []), file] : file;
  }
  return form;
}

/** Returns the options for required fields of a form that are not given. */
const missingFields = (fields: readonly FormField[], form: Readonly<Record<string, unknown>>): string[] =>
  fields
    .filter(({ name, required }) => required && form[name] === undefined)
    .map(({ name, file }) => (file ? `--file ${name}=@PATH` : `"${name}" in --body`));

async function readInput(context: Context, operation: Operation): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  const missing: string[] = [];
  const paginates = context.args.flag('paginate') ?? false;
  for (const parameter of operation.parameters) {
    const value = readParameter(context.args, parameter);
    if (value !== undefined) input[parameter.name] = value;
    else if (parameter.required && !(paginates && operation.pagination?.includes(parameter.name)))
      missing.push(`--${optionName(parameter.name)}`);
  }
  const { id, body } = operation;
  if (body?.form) {
    const form = await readForm(context, id, body.form);
    missing.push(...missingFields(body.form, form));
    input['body'] = form;
  } else if (body) {
    const json = await readJson(context);
    if (json !== undefined) input['body'] = json;
    else if (body.required) missing.push('--body');
  }
  if (missing.length > 0) {
    const verb = missing.length > 1 ? 'are' : 'is';
    throw new UsageError(`${missing.join(', ')} ${verb} required; see codearts-build call ${nameOf(operation)} --help`);
  }
  return input;
}

/** Options of `paginate`. The page and the size come from parameters of the operation. */
interface PageOptions extends CallOptions {
  limit?: number;
  startPage?: unknown;
  pageSize?: unknown;
}

/** The parts of a client that `call` uses, for every operation alike. */
type AnyClient = Record<string, ((input: object, options: CallOptions) => Promise<unknown>) | undefined> & {
  paginate(operation: string, input: object, options: PageOptions): AsyncIterable<unknown>;
};

const factories = { 'codearts-build': createClient, servicestage: createServiceStageClient, iam: createIamClient };

/** Creates the client of an API. Operations are looked up by name, which the types of a client do not express. */
const createAnyClient = (operation: Operation, options: ClientOptions): AnyClient =>
  factories[operation.api](options) as unknown as AnyClient;

const send = (operation: Operation, options: ClientOptions, input: object, more: CallOptions): Promise<unknown> => {
  const method = createAnyClient(operation, options)[operation.id];
  if (!method) throw new Error(`the client has no operation ${operation.id}`);
  return method(input, more);
};

/** Returns the value at a path such as `result.id`. */
const valueAt = (row: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      row,
    );

/** Prints what an operation returned. */
async function printResult({ args, console, format }: Context, rows: unknown[], isList: boolean): Promise<void> {
  const fields = args.text('fields');
  if (fields !== undefined) {
    const columns = fields.split(',').map((name): Column<unknown> => {
      const path = name.trim();
      return { name: path, value: (row) => valueAt(row, path) };
    });
    await console.printText(formatRows(rows, columns, format));
  } else if (format === 'jsonl') {
    await console.print(rows.map((row) => `${toJson(row)}\n`).join(''));
  } else {
    await console.print(`${toJson(isList ? rows : rows[0], 2)}\n`);
  }
}

async function saveDownload({ args, console }: Context, file: Download): Promise<void> {
  const path = args.text('download') ?? '-';
  if (path === '-') {
    for await (const chunk of readChunks(file)) await console.print(chunk);
    return;
  }
  // A download that fails leaves no incomplete file under the name.
  const part = `${path}.part`;
  try {
    await pipeline(Readable.from(readChunks(file)), createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  console.message(visible(`saved ${path}`));
}

async function* readChunks({ body }: Download): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

/** Rejects options that would have no effect. @throws UsageError */
function rejectOptions(args: Arguments, { id, body, pagination, download }: Operation): void {
  if (args.text('output') === 'csv' && args.text('fields') === undefined) {
    throw new UsageError('--output csv requires --fields');
  }
  if (!body && args.text('body') !== undefined) throw new UsageError(`--body: ${id} has no body`);
  if (!body?.form && args.list('file').length > 0) throw new UsageError(`--file: ${id} accepts no form`);
  if (!download && args.text('download') !== undefined) throw new UsageError(`--download: ${id} returns no file`);
  if (!pagination && args.flag('paginate')) throw new UsageError(`--paginate: ${id} has no pages`);
  if (!args.flag('paginate') && args.text('max-items') !== undefined) {
    throw new UsageError('--max-items requires --paginate');
  }
}

/** Calls an operation. @returns the exit code */
export async function callOperation(context: Context, operation: Operation): Promise<number> {
  const { args, signal } = context;
  rejectOptions(args, operation);
  const paginates = args.flag('paginate') ?? false;
  const limit = args.integer('max-items');
  const input = await readInput(context, operation);
  const listItems = async (options: ClientOptions, more: CallOptions): Promise<unknown[]> => {
    const items: unknown[] = [];
    const [page = '', size = ''] = operation.pagination ?? [];
    const { [page]: startPage, [size]: pageSize, ...rest } = input;
    const list = createAnyClient(operation, options).paginate(operation.id, rest, {
      ...more,
      ...(limit !== undefined && { limit }),
      ...(startPage !== undefined && { startPage }),
      ...(pageSize !== undefined && { pageSize }),
    });
    for await (const item of list) items.push(item);
    return items;
  };
  if (args.flag('dry-run')) {
    const request = await captureRequest(
      context,
      () => true,
      (options) =>
        paginates
          ? listItems(options, { authenticate: false })
          : send(operation, options, input, { authenticate: false }),
    );
    await printRequest(context, request);
    return 0;
  }
  if (paginates) {
    await printResult(context, await listItems(clientOptionsOf(context), { signal }), true);
    return 0;
  }
  let started = false;
  context.onRequest = (id) => (started ||= STARTS.has(id));
  const result = await send(operation, clientOptionsOf(context), input, { signal }).catch((cause: unknown) => {
    const mayHaveRun = signal.aborted || (cause as { mayHaveRun?: unknown }).mayHaveRun === true;
    if (!started || !mayHaveRun) throw cause;
    const jobId = String(valueAt(input, 'body.job_id'));
    throw new AmbiguousStartError({ jobId, candidates: [], checked: false, cause });
  });
  if (operation.download) await saveDownload(context, result as Download);
  else if (result !== undefined && result !== null) await printResult(context, [result], false);
  return 0;
}
