import { can } from "@/lib/domain/access/policy";
import { done, refuse, type Outcome } from "@/lib/domain/outcome";
import type { Ctx } from "@/lib/platform/context";
import { write } from "@/lib/platform/write";
import type { JournalClear } from "./schema";

/**
 * Clears the text and salt of entries whose personal data must go (art. 5(1)(e), 17): digests and chain stay, and an
 * entry of its own says who cleared what and why.
 */
export async function clearJournalTexts(
  ctx: Ctx,
  input: JournalClear,
): Promise<Outcome<{ cleared: number }>> {
  if (!can(ctx.actor, "journal.clear")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const [{ cleared }] = await tx.$queryRaw<[{ cleared: bigint }]>`
      SELECT journal_clear(${ctx.scope.org}::uuid, ${input.seqs.map(BigInt)}::bigint[]) AS cleared`;
    journal.note({
      event: "journal.cleared",
      subject: { noun: "journal", id: null },
      after: { seqs: input.seqs, cleared: Number(cleared) },
      reason: input.reason,
    });
    return done({ cleared: Number(cleared) });
  });
}
