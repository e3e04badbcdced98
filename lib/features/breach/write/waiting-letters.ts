import { findLetter } from "@/lib/features/outbox/read/queries";
import { cancelWaiting } from "@/lib/features/outbox/write/mutations";
import type { Tx } from "@/lib/platform/database/transaction";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Ctx } from "@/lib/platform/request/context";

type Placed = { breachId: string; controllerId: string; isSetAside: boolean; reason: string };

/**
 * Cancels letters to one controller that still wait and that its new place makes wrong: of every notice but those that take it
 * back where it was set aside, of these where it is confirmed anew. One that left is taken back by a notice, article 33(2).
 */
export async function cancelWaitingLetters(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { breachId, controllerId, isSetAside, reason }: Placed,
): Promise<void> {
  const phase = isSetAside ? { not: "rectifying" } : "rectifying";
  const notices = await tx.breachNotice.findMany({
    where: { breachId, controllerId, status: "issued", phase },
    select: { id: true },
  });
  const facts = await tx.breachNoticeFact.findMany({
    where: {
      noticeId: { in: notices.map(({ id }) => id) },
      kind: { in: ["mail-queued", "joint-mail-queued"] },
    },
    select: { letterId: true },
  });
  // Takes each letter once: one address may stand for several.
  for (const letterId of new Set(facts.map((fact) => fact.letterId))) {
    const letter = letterId && (await findLetter(tx, letterId));
    if (letter) await cancelWaiting(tx, ctx, journal, { letter, reason });
  }
}
