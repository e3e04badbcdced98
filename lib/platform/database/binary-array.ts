/** Types of a column that is sent as an array of bytes, by PostgreSQL's own numbers of them. */
const OIDS = { bytea: 17, int4: 23 } as const;
type ElementType = keyof typeof OIDS;

const HEAD_BYTES = 20;

/**
 * Writes a list as PostgreSQL's binary format of a one-dimensional array: thousands of values then travel as one parameter
 * that the server need not parse.
 */
function arrayOf(type: ElementType, values: readonly Uint8Array[]): Buffer {
  const size = values.reduce((sum, { length }) => sum + 4 + length, HEAD_BYTES);
  const bytes = Buffer.allocUnsafe(size);
  bytes.writeInt32BE(1, 0);
  // None is null.
  bytes.writeInt32BE(0, 4);
  bytes.writeInt32BE(OIDS[type], 8);
  bytes.writeInt32BE(values.length, 12);
  bytes.writeInt32BE(1, 16);
  let at = HEAD_BYTES;
  for (const value of values) {
    at = bytes.writeInt32BE(value.length, at);
    bytes.set(value, at);
    at += value.length;
  }
  return bytes;
}

export function byteArray(values: readonly Uint8Array[]): Buffer {
  return arrayOf("bytea", values);
}

export function intArray(values: readonly number[]): Buffer {
  const numbers = values.map((value) => {
    const bytes = Buffer.allocUnsafe(4);
    bytes.writeInt32BE(value);
    return bytes;
  });
  return arrayOf("int4", numbers);
}
