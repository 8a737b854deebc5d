/** Writes a multipart form. */

/** A form's field: text, or a file in one of the shapes that programs have. */
type FormValue = string | number | boolean | Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>;

/**
 * Fields in their order, the files last, as the vendor's SDKs send them. A field with a list has a part for each item. A stream is read to its
 * end first, since its bytes may have to be sent again.
 */
export async function toForm(fields: Record<string, unknown>, signal?: AbortSignal): Promise<FormData> {
  const form = new FormData();
  const files: [string, Blob][] = [];
  const parts = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((item) => [name, item]));
  for (const [name, value] of parts as [string, FormValue | undefined | null][]) {
    signal?.throwIfAborted();
    if (value === undefined || value === null) continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      form.append(name, String(value));
    } else if (value instanceof Blob) {
      files.push([name, value]);
    } else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      files.push([name, new Blob([value as Uint8Array<ArrayBuffer>])]);
    } else if (value instanceof ReadableStream) {
      files.push([name, await new Response(value as ReadableStream<Uint8Array<ArrayBuffer>>).blob()]);
    } else {
      throw new TypeError(`body.${name} must be text, a number, a boolean, a Blob, a File, bytes or a stream`);
    }
  }
  for (const [name, blob] of files) form.append(name, blob, 'name' in blob ? (blob as File).name : name);
  return form;
}
