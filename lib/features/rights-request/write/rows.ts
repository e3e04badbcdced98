import { decide, stateAfter, type LifeInput } from "@/lib/domain/rights-request/lifecycle";
import type { FactKind, FactValue } from "@/lib/domain/rights-request/facts";
import type { RightsRequest } from "@/lib/generated/prisma/client";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Recorder } from "@/lib/platform/write/recorded-by";
import { recordedBy } from "@/lib/platform/write/recorded-by";

export type StatedFact = { kind: FactKind; value: FactValue; at: number };

/** Columns of a request that its events move. */
export type MovedRow = Pick<RightsRequest, "id" | "reference" | "version" | "controllerId" | "state">;

/** Locks the row until the transaction ends: facts are numbered one after the other. */
export async function lockRequest(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM rights_request WHERE id = ${id}::uuid FOR UPDATE`;
}

type Appended = { tx: Tx; ctx: Recorder; journal: JournalDraft };

/** Adds facts that the domain allowed, moves the row's columns by them, and notes each. The caller holds the lock. */
export async function appendFacts(
  { tx, ctx, journal }: Appended,
  row: MovedRow,
  stated: readonly StatedFact[],
  life: LifeInput,
): Promise<MovedRow> {
  let { state } = life;
  let { controllerId } = row;
  // The row stays where its last act took it; whether the letters of that act left is read from the outbox.
  let moved = row.state;
  const facts = stated.map((fact, index) => {
    const decision = decide({ ...life, state, controllerId }, fact.kind);
    if (decision.ok) state = decision.state;
    if (stateAfter(fact.kind) !== null) moved = state;
    controllerId = fact.value.controllerId ?? controllerId;
    return { ...fact, controllerId, id: newId(ctx.now), number: row.version + index + 1 };
  });
  await tx.rightsRequestFact.createMany({
    data: facts.map(({ at, ...fact }) => ({
      ...recordedBy(ctx),
      ...fact,
      at: new Date(at),
      requestId: row.id,
      authorKind: ctx.actor.kind,
    })),
  });
  const columns = Object.assign({}, ...facts.map(columnsOf));
  const next = { state: moved, version: row.version + facts.length };
  await tx.rightsRequest.updateMany({
    where: { id: row.id },
    data: { ...columns, ...next, updatedAt: ctx.now },
  });
  for (const { kind, at, value, number } of facts)
    journal.note({
      event: "rights-request.recorded",
      subject: { noun: "rights-request", id: row.id, label: row.reference },
      after: {
        kind,
        at: new Date(at).toISOString(),
        value: JSON.parse(JSON.stringify(value)),
        number,
        state: moved,
      },
    });
  return { ...row, ...next, controllerId };
}

/** Lists what a fact leaves in the row, for lists and figures. */
function columnsOf({ kind, at, value }: StatedFact): Partial<RightsRequest> {
  switch (kind) {
    case "placed":
      return { controllerId: value.controllerId ?? null, numberDoubtedAt: null };
    case "number-doubted":
      return { numberDoubtedAt: new Date(at) };
    case "number-read":
      return { numberDoubtedAt: null };
    case "stop-doubted":
      return { stopQuestion: "open" };
    case "stop-meant":
      return { stopQuestion: "meant" };
    case "stop-not-meant":
      return { stopQuestion: "not-meant" };
    case "relayed":
      return { relayedAt: new Date(at) };
    case "confirmed":
      return { confirmedAt: new Date(at) };
    case "answered":
      return { answeredAt: new Date(at) };
    case "not-reached":
      return { answeredAt: null };
    case "closed":
      return { closedAt: new Date(at) };
    case "erased":
      return {
        erasedAt: new Date(at),
        clue: "",
        contactSealed: null,
        wordsSealed: null,
        personKey: null,
        otherKey: null,
        heldKeys: [],
        numberDoubtedAt: null,
      };
    case "reopened":
      return { relayedAt: null, confirmedAt: null, answeredAt: null };
    default:
      return {};
  }
}
