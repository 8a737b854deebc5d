/** Multipart forms, and the progress of uploads. */
import { sendsStreamsWithLength } from '#runtime';

/** How far a transfer is. */
export interface TransferProgress {
  /** Number of bytes so far. A retry starts at 0 again. */
  bytes: number;
  /** Number of bytes in total; undefined if the service does not report it. */
  total: number | undefined;
}

export type ProgressListener = (progress: TransferProgress) => void;

/** Value of a form field: text, or a file in one of the types that programs use. */
type FormValue = string | number | boolean | Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>;

/** Recognized by what they can do: forms and files of polyfills are no instances of the global classes. */
const isBlob = (value: unknown): value is Blob => typeof (value as Blob).arrayBuffer === 'function';
const isStream = (value: unknown): value is ReadableStream<Uint8Array<ArrayBuffer>> =>
  typeof (value as ReadableStream).getReader === 'function';

/**
 * Creates a multipart form. Fields keep their order and files come last, as in the Huawei Cloud SDKs. A stream is read into memory first, since a retry sends
 * it again.
 *
 * @throws TypeError if a value has another type.
 */
export async function createForm(fields: Record<string, unknown>, signal?: AbortSignal): Promise<FormData> {
  const form = new FormData();
  const files: [string, Blob][] = [];
  for (const [name, value] of Object.entries(fields) as [string, FormValue | undefined | null][]) {
    if (signal?.aborted) throw signal.reason;
    if (value === undefined || value === null) continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      form.append(name, String(value));
    } else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      files.push([name, new Blob([value as Uint8Array<ArrayBuffer>])]);
    } else if (typeof value === 'object' && isBlob(value)) {
      files.push([name, value instanceof Blob ? value : new Blob([await (value as Blob).arrayBuffer()])]);
    } else if (typeof value === 'object' && isStream(value)) {
      files.push([name, await new Response(value).blob()]);
    } else {
      throw new TypeError(`body.${name} must be text, a number, a boolean, a Blob, a File, bytes or a stream`);
    }
  }
  for (const [name, blob] of files) form.append(name, blob, 'name' in blob ? (blob as File).name : name);
  return form;
}

const CHUNK_BYTES = 64 * 1024;

/** What to pass to fetch for a body whose progress is reported. */
export interface TrackedUpload {
  readonly init: RequestInit & { duplex?: 'half' };
  readonly headers: Readonly<Record<string, string>>;
  /** Called when the response has arrived. */
  readonly done: () => void;
}

/** Reports how much of a body was passed to the connection. If the runtime does not show it, reports the start and the end. */
export function trackUpload(bytes: Uint8Array, listener: ProgressListener): TrackedUpload {
  const total = bytes.byteLength;
  let reported = 0;
  const report = (sent: number): void => {
    reported = sent;
    listener({ bytes: sent, total });
  };
  report(0);
  const done = (): void => {
    if (reported < total) report(total);
  };
  // Elsewhere a stream is sent in chunks, without a length, which services reject for a signed request.
  if (!sendsStreamsWithLength()) return { init: { body: bytes as BodyInit }, headers: {}, done };
  let offset = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = bytes.subarray(offset, offset + CHUNK_BYTES);
        offset += chunk.byteLength;
        controller.enqueue(chunk);
        report(offset);
        if (offset >= total) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { init: { body, duplex: 'half' }, headers: { 'Content-Length': String(total) }, done };
}
