import { departureOf, type Departures } from "@/lib/domain/rights-request/departures";
import type { Fact } from "@/lib/domain/rights-request/facts";
import type { Tx } from "@/lib/platform/database/transaction";

/** Letters by which some facts became so. */
export function letterIdsOf(facts: Iterable<readonly Fact[]>): string[] {
  return [...facts]
    .flat()
    .flatMap(({ value: { letterIds = [], tellingIds = [], personTellingIds = [] } }) => [
      ...letterIds,
      ...tellingIds,
      ...personTellingIds,
    ]);
}

/** Reads from the outbox what became of some letters, in one statement; what left after `until` had not left then. */
export async function findDepartures(tx: Tx, ids: readonly string[], until?: Date): Promise<Departures> {
  if (ids.length === 0) return new Map();
  const rows = await tx.outboxMail.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      state: true,
      acceptedAt: true,
      facts: {
        where: { kind: { in: ["delivered", "said-received"] } },
        orderBy: { at: "asc" },
        select: { kind: true, at: true },
      },
    },
  });
  return new Map(
    rows.map(({ id, state, acceptedAt, facts }) => {
      const first = (kind: string) => facts.find((fact) => fact.kind === kind)?.at.getTime() ?? null;
      const departure = departureOf({
        state,
        acceptedAt: acceptedAt?.getTime() ?? null,
        deliveredAt: first("delivered"),
        toldAt: first("said-received"),
      });
      const isLater = until !== undefined && (departure.leftAt ?? 0) > until.getTime();
      return [id, isLater ? { leftAt: null, isWaiting: true } : departure];
    }),
  );
}
