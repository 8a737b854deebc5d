/** ZIP archives. */
import { crc32 } from 'node:zlib';

/** 1980-01-01, the first day of the format. */
const DAY = 0x21;

/** Packs numbers as little-endian bytes. */
function pack(...fields: readonly [size: 2 | 4, value: number][]): Buffer {
  return Buffer.concat(
    fields.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );
}

/** Packs text files into an archive, in order and without compression. */
export function createZip(files: Readonly<Record<string, string>>): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const path = Buffer.from(name);
    const bytes = Buffer.from(text);
    // Version 2.0, names in UTF-8, stored; then time and day, checksum, both sizes, length of the name, no extra field.
    const facts = Buffer.concat([
      pack([2, 20], [2, 0x800], [2, 0], [2, 0], [2, DAY]),
      pack([4, crc32(bytes)], [4, bytes.length], [4, bytes.length], [2, path.length], [2, 0]),
    ]);
    const entry = Buffer.concat([pack([4, 0x04034b50]), facts, path, bytes]);
    const place = pack([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    directory.push(pack([4, 0x02014b50], [2, 20]), facts, place, path);
    parts.push(entry);
    offset += entry.length;
  }
  const list = Buffer.concat(directory);
  const { length: count } = parts;
  const end = pack([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, list.length], [4, offset], [2, 0]);
  return new Uint8Array(Buffer.concat([...parts, list, end]));
}
