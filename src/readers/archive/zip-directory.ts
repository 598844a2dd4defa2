/** A file in a zip archive as the directory at the archive's end names it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  /** Where the entry's own header stands. */
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
/** A comment of the archive may stand behind the end record. */
const MAX_COMMENT = 65_535;
const UTF8_NAMES = 0x800;
const ENCRYPTED = 0x1;

/** The entries in the order of the archive, or what is wrong with it. Layout: PKWARE's APPNOTE, sections 4.3.7 to 4.3.16. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === null) return "its directory is missing; the archive is cut off";
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) return "it is a zip64 archive of more than 65,535 files or 4 GB; split it";
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY)
      return `entry ${i + 1} of its directory is damaged`;
    const nameLength = view.getUint16(at + 28, true);
    const flags = view.getUint16(at + 8, true);
    entries.push({
      name: nameOf(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength), flags),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & ENCRYPTED) !== 0,
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The packed bytes of an entry, or what is wrong with it. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + LOCAL_SIZE > bytes.length || view.getUint32(offset, true) !== LOCAL) return "its header is damaged";
  const from = offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + entry.packedSize > bytes.length) return "it is cut off";
  return bytes.subarray(from, from + entry.packedSize);
}

function endRecord(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  return null;
}

function nameOf(bytes: Uint8Array, flags: number): string {
  const name = new TextDecoder(flags & UTF8_NAMES ? "utf-8" : "latin1").decode(bytes);
  // Nothing is ever written under this name; it only shows in messages.
  return name.replace(/[\u0000-\u001f\u007f]/g, "?");
}
