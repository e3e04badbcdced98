import { type LetterFactKind, stateAfter, statesBefore } from "@/lib/domain/outbox/letter-facts";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { CLOSED, type LetterRow, type LetterColumns } from "@/lib/features/outbox/read/queries";

/** False where the fact exists already. */
export async function insertLetterFact(
  tx: Tx,
  { actor, scope, now }: Ctx,
  letterId: string,
  fact: LetterColumns,
): Promise<boolean> {
  const { count } = await tx.outboxFact.createMany({
    data: {
      ...fact,
      id: newId(now),
      orgId: scope.org,
      letterId,
      recordedAt: now,
      authorKind: actor.kind,
      authorId: actor.kind === "staff" ? actor.memberId : null,
      authorName: "name" in actor ? actor.name : "",
    },
    skipDuplicates: true,
  });
  return count === 1;
}

/** False where the fact changes nothing, or another moved the letter. */
export async function moveLetter(
  tx: Tx,
  { now }: Ctx,
  letter: LetterRow,
  kind: LetterFactKind,
): Promise<boolean> {
  const state = stateAfter(letter.state, kind);
  if (state === letter.state) return false;
  const { count } = await tx.outboxMail.updateMany({
    where: { id: letter.id, state: { in: statesBefore(kind) } },
    data: { ...CLOSED, state, closedAt: letter.closedAt ?? now },
  });
  return count === 1;
}
