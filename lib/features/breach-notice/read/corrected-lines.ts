import { isInformedKind, WITHDRAWN } from "@/lib/domain/breach/informed-lines";
import { findEveryNoticeFact, type NoticeFactRow } from "./queries";
import type { Tx } from "@/lib/platform/database/transaction";

/** A line that was corrected or withdrawn, as it stood, with who did so and why. Instants are milliseconds of UTC. */
export type CorrectedLine = {
  id: string;
  kind: string;
  at: number | null;
  who: string;
  isWithdrawn: boolean;
  reason: string;
  by: string;
  recordedAt: number;
};

export function correctedLines(facts: readonly NoticeFactRow[]): CorrectedLine[] {
  return facts.flatMap(({ correctsId, kind, reason, authorName, recordedAt }) => {
    const before = facts.find(({ id }) => correctsId !== null && id === correctsId);
    if (!before) return [];
    return [
      {
        id: before.id,
        kind: before.kind,
        at: before.at?.getTime() ?? null,
        who: saidOf(before).who,
        isWithdrawn: kind === WITHDRAWN,
        reason,
        by: authorName,
        recordedAt: recordedAt.getTime(),
      },
    ];
  });
}

/** A line of how a controller came to know, in the thread of the breach, art. 33(5). */
export type Telling = {
  id: string;
  kind: string;
  at: number;
  controllerId: string;
  who: string;
  source: string;
  reason: string;
  by: string;
  recordedAt: number;
  /** Corrected or withdrawn since. */
  isCorrected: boolean;
};

/** Lists every line of a breach, with those that no longer count and what took them back. */
export async function findTellings(tx: Tx, breachId: string): Promise<Telling[]> {
  const facts = await findEveryNoticeFact(tx, { breachId });
  const corrected = new Set(facts.map(({ correctsId }) => correctsId));
  return facts
    .filter(({ kind }) => isInformedKind(kind) || kind === WITHDRAWN)
    .map((fact) => ({
      id: fact.id,
      kind: fact.kind,
      controllerId: fact.controllerId,
      ...saidOf(fact),
      at: (fact.at ?? fact.recordedAt).getTime(),
      recordedAt: fact.recordedAt.getTime(),
      reason: fact.reason,
      by: fact.authorName,
      isCorrected: corrected.has(fact.id),
    }));
}

function saidOf({ value, contact }: Pick<NoticeFactRow, "value" | "contact">) {
  const { who = "", source = "" } = value as { who?: string; source?: string };
  return { who: who || (contact?.name ?? ""), source };
}
