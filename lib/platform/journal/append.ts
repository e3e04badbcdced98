import { randomBytes } from "node:crypto";
import { canonicalText } from "@/lib/domain/journal/canonical";
import type { JournalText } from "@/lib/domain/journal/event";
import { SALT_BYTES } from "@/lib/domain/journal/seal";
import type { Tx } from "@/lib/platform/transaction";

/**
 * Appends entries to one chain, in one statement. It locks the chain's head row, so it is the last statement of
 * its transaction: locked first, 20 writers wrote 12 times fewer entries a second.
 */
export async function appendToJournal(tx: Tx, chain: string, entries: JournalText[]): Promise<void> {
  if (entries.length === 0) return;
  const texts = entries.map((entry) => canonicalText(entry));
  const salts = entries.map(() => randomBytes(SALT_BYTES).toString("hex"));
  await tx.$queryRaw`
    SELECT journal_append(${chain}::uuid,
      (SELECT array_agg(decode(s, 'hex') ORDER BY o) FROM unnest(${salts}::text[]) WITH ORDINALITY AS u (s, o)),
      ${texts}::text[])`;
}
