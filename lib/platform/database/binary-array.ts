/** Types of a column that is sent as an array of bytes, by PostgreSQL's own numbers of them. */
const OIDS = { bytea: 17, int4: 23, text: 25, timestamptz: 1184 } as const;
type ElementType = keyof typeof OIDS;

const HEAD_BYTES = 20;
/** Milliseconds from 1970 to 2000, where PostgreSQL's instants begin. */
const EPOCH_2000 = 946_684_800_000;

/**
 * Writes a list as PostgreSQL's binary format of a one-dimensional array: thousands of values then travel as one parameter
 * that the server need not parse.
 */
function arrayOf(type: ElementType, values: readonly (Uint8Array | null)[]): Buffer {
  const size = values.reduce((sum, value) => sum + 4 + (value?.length ?? 0), HEAD_BYTES);
  const bytes = Buffer.allocUnsafe(size);
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(values.includes(null) ? 1 : 0, 4);
  bytes.writeInt32BE(OIDS[type], 8);
  bytes.writeInt32BE(values.length, 12);
  bytes.writeInt32BE(1, 16);
  let at = HEAD_BYTES;
  for (const value of values) {
    at = bytes.writeInt32BE(value?.length ?? -1, at);
    if (value) {
      bytes.set(value, at);
      at += value.length;
    }
  }
  return bytes;
}

export function byteArray(values: readonly Uint8Array[]): Buffer {
  return arrayOf("bytea", values);
}

export function textArray(values: readonly (string | null)[]): Buffer {
  return arrayOf(
    "text",
    values.map((value) => (value === null ? null : Buffer.from(value, "utf8"))),
  );
}

export function intArray(values: readonly number[]): Buffer {
  return fixedArray("int4", 4, values, (bytes, value, at) => bytes.writeInt32BE(value, at));
}

/** Instants in milliseconds. */
export function instantArray(values: readonly number[]): Buffer {
  return fixedArray("timestamptz", 8, values, (bytes, value, at) =>
    bytes.writeBigInt64BE(BigInt(value - EPOCH_2000) * 1000n, at),
  );
}

function fixedArray(
  type: ElementType,
  width: number,
  values: readonly number[],
  writeValue: (bytes: Buffer, value: number, at: number) => void,
): Buffer {
  const bytes = Buffer.allocUnsafe(HEAD_BYTES + values.length * (4 + width));
  [1, 0, OIDS[type], values.length, 1].forEach((part, index) => bytes.writeInt32BE(part, index * 4));
  values.forEach((value, index) => {
    const at = HEAD_BYTES + index * (4 + width);
    bytes.writeInt32BE(width, at);
    writeValue(bytes, value, at + 4);
  });
  return bytes;
}
