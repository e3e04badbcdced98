/** Bytes of calls that are held at once, unless one part is larger. */
const BATCH_BYTES = 4_000_000;

/** A part, and how many bytes of it there are. */
export type PartSize = { part: number; bytes: number };

/** Gathers neighbouring parts that are small enough to be held at once, with what `beside` has of them. */
export function batchParts(
  sizes: readonly PartSize[],
  beside: readonly PartSize[],
  most = BATCH_BYTES,
): number[][] {
  const other = new Map(beside.map(({ part, bytes }) => [part, bytes]));
  const batches: number[][] = [];
  let held = Infinity;
  for (const { part, bytes } of sizes) {
    const all = bytes + (other.get(part) ?? 0);
    if (held + all > most) {
      batches.push([]);
      held = 0;
    }
    batches.at(-1)?.push(part);
    held += all;
  }
  return batches;
}
