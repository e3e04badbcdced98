import { randomBytes } from "node:crypto";
import { can } from "@/lib/domain/access/policy";
import { SALT_BYTES } from "@/lib/domain/journal/seal";
import { done, refuse, type Outcome } from "@/lib/domain/outcome";
import type { Ctx } from "@/lib/platform/context";
import { draftJournal } from "@/lib/platform/journal/draft";
import { write } from "@/lib/platform/write";
import type { JournalClear } from "./schema";

/**
 * Clears the text and salt of entries whose personal data must go (art. 5(1)(e), 17): digests and chain stay, and an
 * entry of its own, written by the same call of the database, says who cleared what and why.
 */
export async function clearJournalTexts(
  ctx: Ctx,
  input: JournalClear,
): Promise<Outcome<{ cleared: number }>> {
  if (!can(ctx.actor, "journal.clear")) return refuse({ kind: "forbidden" });
  const seqs = [...new Set(input.seqs)].sort((a, b) => a - b);
  const draft = draftJournal(ctx);
  draft.note({
    event: "journal.cleared",
    subject: { noun: "journal", id: null },
    after: { seqs },
    reason: input.reason,
  });
  const salt = randomBytes(SALT_BYTES).toString("hex");
  return write(ctx, async (tx) => {
    const [{ cleared }] = await tx.$queryRaw<[{ cleared: bigint }]>`
      SELECT journal_clear(${ctx.scope.org}::uuid, ${seqs.map(BigInt)}::bigint[], decode(${salt}, 'hex'),
        ${draft.entries[0]}) AS cleared`;
    return done({ cleared: Number(cleared) });
  });
}
