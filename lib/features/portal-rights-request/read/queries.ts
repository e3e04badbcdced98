import { lawColumns } from "@/lib/domain/controller/law-facts";
import { answerClocks } from "@/lib/domain/rights-request/answer-clocks";
import { foldRequest, type RequestFile } from "@/lib/domain/rights-request/file";
import { applicableLaws, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { todayIn } from "@/lib/domain/time/zones";
import { findFactsOf } from "@/lib/features/rights-request/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";

/** Columns that the portal's view has. */
const PORTAL_COLUMNS = {
  ...{ id: true, reference: true, receivedAt: true, channel: true, rights: true },
  ...{
    contactSealed: true,
    wordsSealed: true,
    controllerId: true,
    state: true,
    erasedAt: true,
    version: true,
  },
} as const;

/** Requests that were relayed to the controllers whose rows the contact sees, the latest receipt first. */
export async function findRelayed(tx: Tx, where: { id?: string } = {}) {
  const rows = await tx.rightsRequest.findMany({
    where,
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    take: MOST_ROWS,
    select: PORTAL_COLUMNS,
  });
  const facts = await findFactsOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const seen = facts.get(row.id) ?? [];
    // The fact that names the controller is the processor's own.
    const file: RequestFile = { ...foldRequest(seen), controllerId: row.controllerId, version: row.version };
    return { row, facts: seen, file };
  });
}
const MOST_ROWS = 500;
export type Relayed = Awaited<ReturnType<typeof findRelayed>>[number];

export async function findOwnController(tx: Tx, id: string) {
  return tx.controller.findFirstOrThrow({
    where: { id },
    select: { legalName: true, language: true, ...lawColumns },
  });
}

/** The controller's time to answer, under each of its laws and on the calendar of its seat. */
export function clocksOf({ row, file }: Relayed, seat: LawFacts & { address: string }) {
  const processorAt = row.receivedAt.getTime();
  const day = todayIn("Africa/Casablanca", processorAt);
  return answerClocks({ processorAt, controllerAt: file.controllerAt }, file, {
    laws: applicableLaws(seat, { on: day }),
    rights: row.rights,
    calendar: calendarOf(seat, { from: day }),
  });
}
