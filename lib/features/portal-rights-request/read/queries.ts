import { lawColumns } from "@/lib/domain/controller/law-facts";
import { answerClocks } from "@/lib/domain/rights-request/answer-clocks";
import { departureOf, type Departures } from "@/lib/domain/rights-request/departures";
import { firstDue, type FirstDue, firstReceipt } from "@/lib/domain/rights-request/first-due";
import { foldRequest, type RequestFile } from "@/lib/domain/rights-request/file";
import { clearPeriod, type ClearPeriod } from "@/lib/domain/rights-request/periods";
import { hasClearDays, law0908Reason } from "@/lib/domain/rights-request/rights";
import { applicableLaws, type ApplicableLaws, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import type { AnnouncedHoliday } from "@/lib/domain/time/moving-holidays";
import { findAnnouncedHolidays } from "@/lib/platform/announced-holidays";
import { todayIn } from "@/lib/domain/time/zones";
import { findFactsOf } from "@/lib/features/rights-request/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";

/** Columns that the portal's view has. */
const PORTAL_COLUMNS = {
  id: true,
  reference: true,
  receivedAt: true,
  channel: true,
  rights: true,
  contactSealed: true,
  wordsSealed: true,
  controllerId: true,
  state: true,
  erasedAt: true,
  version: true,
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
  const departures = await findDepartures(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const seen = facts.get(row.id) ?? [];
    // The portal's reader has it: of the relay's letter nothing more is asked.
    const passedOn = seen.findLast(({ kind }) => kind === "relayed")?.at ?? null;
    // The fact that names the controller is the processor's own.
    const file: RequestFile = {
      ...foldRequest(seen, { departures, openedAt: passedOn }),
      controllerId: row.controllerId,
      version: row.version,
    };
    return { id: row.id, row, facts: seen, file };
  });
}
const MOST_ROWS = 500;

type LetterRow = {
  id: string;
  state: string;
  accepted_at: Date | null;
  delivered_at: Date | null;
  told_at: Date | null;
};

/** Finds what became of the letters of some requests, by the function of the portal: it reads no letter. */
async function findDepartures(tx: Tx, requestIds: readonly string[]): Promise<Departures> {
  if (requestIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<LetterRow[]>`
    SELECT id, state, accepted_at, delivered_at, told_at FROM portal_request_letters(${[...requestIds]}::uuid[])`;
  return new Map(
    rows.map(({ id, state, accepted_at, delivered_at, told_at }) => [
      id,
      departureOf({
        state,
        acceptedAt: accepted_at?.getTime() ?? null,
        deliveredAt: delivered_at?.getTime() ?? null,
        toldAt: told_at?.getTime() ?? null,
      }),
    ]),
  );
}

export type Relayed = Awaited<ReturnType<typeof findRelayed>>[number];

export async function findOwnController(tx: Tx, id: string) {
  const row = await tx.controller.findFirstOrThrow({
    where: { id },
    select: { legalName: true, language: true, otherControllers: true, ...lawColumns },
  });
  return { ...row, announced: await findAnnouncedHolidays(tx) };
}

/** Laws of the controller on the day of the receipt. */
export function lawsAt({ receivedAt }: Pick<Relayed["row"], "receivedAt">, seat: LawFacts): ApplicableLaws {
  return applicableLaws(seat, { on: todayIn("Africa/Casablanca", receivedAt.getTime()) });
}

/** The controller's time to answer, under each of its laws and on the calendar of its seat. */
export function clocksOf(
  { row, file }: Relayed,
  seat: LawFacts & { clientRole: string; address: string; announced: readonly AnnouncedHoliday[] },
) {
  const processorAt = row.receivedAt.getTime();
  const day = todayIn("Africa/Casablanca", processorAt);
  return answerClocks({ processorAt, controllerAt: file.controllerAt }, file, {
    clientRole: seat.clientRole,
    laws: lawsAt(row, seat),
    rights: row.rights,
    calendar: calendarOf(seat, { from: day, announced: seat.announced }),
  });
}

/** The ten clear days of rectification, of a controller with a seat in Morocco; null where they do not run. */
export function clearOf({ row, file }: Relayed, seat: LawFacts): ClearPeriod | null {
  const receivedAt = row.receivedAt.getTime();
  return hasClearDays(row.rights, law0908Reason(lawsAt(row, seat)))
    ? clearPeriod(firstReceipt({ receivedAt, file }))
    : null;
}

/** First end of all that the controller's laws set for a request, the one of its home, its list and its sheet alike. */
export function firstDueOf(relayed: Relayed, seat: Parameters<typeof clocksOf>[1]): FirstDue | null {
  return firstDue({ clocks: clocksOf(relayed, seat), clear: clearOf(relayed, seat), file: relayed.file });
}
