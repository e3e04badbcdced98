import { crc32, deflateRawSync } from "node:zlib";

/**
 * Part of an archive; absent fields are written truthfully. `declared` is the size that the directory states.
 */
export type Part = {
  name: string;
  body: string | Uint8Array;
  declared?: number;
  /** Unix mode, 0o120777 for a link. */
  mode?: number;
  isEncrypted?: boolean;
  isStored?: boolean;
};

/** An archive byte for byte, so that it can lie. */
export function zipOf(parts: readonly Part[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { local, central } = writePart(part, offset);
    files.push(local);
    directory.push(central);
    offset += local.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...files, ...directory, end]));
}

function writePart({ name, body, declared, mode = 0o100644, isEncrypted, isStored }: Part, offset: number) {
  const plain = Buffer.from(body);
  const packed = isStored ? plain : deflateRawSync(plain);
  const label = Buffer.from(name, "utf8");
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(0x800 | (isEncrypted ? 1 : 0), 2);
  shared.writeUInt16LE(isStored ? 0 : 8, 4);
  shared.writeUInt32LE(crc32(plain) >>> 0, 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(declared ?? plain.length, 18);
  shared.writeUInt16LE(label.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), shared, label, packed]);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE((mode << 16) >>> 0, 6);
  tail.writeUInt32LE(offset, 10);
  const madeBy = Buffer.from([20, 3]);
  return {
    local,
    central: Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), madeBy, shared, tail, label]),
  };
}
