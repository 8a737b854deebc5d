/** A file of a form. */

/** A file of a form, with its name and its bytes. */
export class UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  constructor(name: string, bytes: Uint8Array) {
    this.name = name;
    this.bytes = bytes;
  }
}
