import { z } from "zod";

/** An entry without its text. */
export type ClearedEntry = { seq: number; /** Epoch milliseconds. */ clearedAt: number };

/** An entry that says which texts were cleared. */
export type Clearing = { seq: number; seqs: readonly number[]; at: number; version: number };

/** A clearing of version 1 was stamped by the database a moment before its entry. */
const OLD_TOLERANCE_MS = 60_000;

const clearingSchema = z.object({
  event: z.literal("journal.cleared"),
  at: z.iso.datetime({ precision: 3 }),
  after: z.object({ seqs: z.array(z.number()) }),
});

/** Reads which entry was cleared, or null when the text is no clearing. */
export function readClearing(seq: number, version: number, text: string): Clearing | null {
  if (!text.includes("journal.cleared")) return null;
  const parsed = clearingSchema.safeParse(JSON.parse(text));
  if (!parsed.success) return null;
  const { at, after } = parsed.data;
  return { seq, seqs: after.seqs, at: Date.parse(at), version };
}

/** The entries whose text is gone although no later entry says that it was cleared at that instant. */
export function findUnexplained(
  cleared: readonly ClearedEntry[],
  clearings: readonly Clearing[],
): ClearedEntry[] {
  const named = new Map<number, Clearing[]>();
  for (const clearing of clearings) {
    for (const seq of clearing.seqs) named.set(seq, [...(named.get(seq) ?? []), clearing]);
  }
  return cleared.filter((entry) => !(named.get(entry.seq) ?? []).some((one) => explains(one, entry)));
}

function explains(clearing: Clearing, { seq, clearedAt }: ClearedEntry): boolean {
  const tolerance = clearing.version === 1 ? OLD_TOLERANCE_MS : 0;
  return clearing.seq > seq && Math.abs(clearing.at - clearedAt) <= tolerance;
}
