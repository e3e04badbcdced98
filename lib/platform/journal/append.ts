import { randomBytes } from "node:crypto";
import { SALT_BYTES } from "@/lib/domain/journal/seal";
import type { Tx } from "@/lib/platform/database/transaction";

/**
 * Entries per statement, half a megabyte: the arguments of a hundred more statements are held (`insertRows`).
 */
const PART = 200;

/**
 * Appends entries to one chain by their texts. It locks the chain's head row, so it is the last thing that its
 * transaction does: locked first, 20 writers wrote 12 times fewer entries a second. Each part goes on where the one
 * before it ended.
 */
export async function appendToJournal(tx: Tx, chain: string, entries: readonly string[]): Promise<void> {
  for (let at = 0; at < entries.length; at += PART) await appendPart(tx, chain, entries.slice(at, at + PART));
}

/** Canonical text escapes every line end, so entries go as the lines of one text: as an array each would be quoted. */
async function appendPart(tx: Tx, chain: string, texts: string[]): Promise<void> {
  const salts = randomBytes(SALT_BYTES * texts.length);
  const ofEntry = texts.map((_, at) => salts.toString("hex", at * SALT_BYTES, (at + 1) * SALT_BYTES));
  await tx.$queryRaw`
    SELECT journal_append(${chain}::uuid,
      (SELECT array_agg(decode(s, 'hex') ORDER BY o)
        FROM unnest(string_to_array(${ofEntry.join("\n")}, E'\n')) WITH ORDINALITY AS u (s, o)),
      string_to_array(${texts.join("\n")}, E'\n'))`;
}
