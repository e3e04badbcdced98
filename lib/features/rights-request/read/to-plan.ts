import { findAnnouncedHolidays } from "@/lib/platform/announced-holidays";
import type { AnnouncedHoliday } from "@/lib/domain/time/moving-holidays";
import type { RequestToPlan } from "@/lib/domain/obligation/plan-rights-request";
import { answerClocks, reliedClock } from "@/lib/domain/rights-request/answer-clocks";
import { actsForOf } from "@/lib/domain/controller/joint-controllers";
import { relayClock, type RelayTerms } from "@/lib/domain/rights-request/clocks";
import type { Departures } from "@/lib/domain/rights-request/departures";
import type { Fact } from "@/lib/domain/rights-request/facts";
import { firstReceipt } from "@/lib/domain/rights-request/first-due";
import { foldRequest } from "@/lib/domain/rights-request/file";
import { clearPeriod, type ClearPeriod } from "@/lib/domain/rights-request/periods";
import { hasClearDays, law0908Reason, type Law0908Reason } from "@/lib/domain/rights-request/rights";
import { applicableLaws, type ApplicableLaws, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { todayIn } from "@/lib/domain/time/zones";
import type { Prisma } from "@/lib/generated/prisma/client";
import { findNoticeContracts, type NoticeContract } from "@/lib/features/breach/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";
import { findDepartures, letterIdsOf } from "./departures";
import { findOpenings } from "./openings";
import {
  findFactsOf,
  findHolders,
  findProcessorCountry,
  relayTermsOn,
  type Holder,
  type RequestRow,
} from "./queries";

/** A request with its controller, and every clock that runs for it. */
export type ClockedRequest = RequestToPlan & {
  /** First opening in the portal by somebody of the controller; null where none is known. */
  openedAt: number | null;
  id: string;
  request: RequestRow;
  facts: readonly Fact[];
  controller: { id: string; legalName: string } | null;
  /** Controllers for whom a client that is itself a processor acts; null of any other. */
  actsFor: string[] | null;
  terms: RelayTerms | null;
  law0908: Law0908Reason | null;
  /** Laws of its controller on the day of the receipt; null while nobody has named it. */
  laws: ApplicableLaws | null;
};

/** True of one that came in a burst by the public form, which nobody has placed or set aside. */
export function isHeld({ request, file }: Pick<ClockedRequest, "request" | "file">): boolean {
  return request.heldAt !== null && file.state === "received" && file.controllerId === null;
}

/** Reads a statement for each table, however many requests there are. */
export async function findClockedRequests(
  tx: Tx,
  where: Prisma.RightsRequestWhereInput,
): Promise<ClockedRequest[]> {
  const rows = await tx.rightsRequest.findMany({ where, orderBy: [{ receivedAt: "desc" }, { id: "desc" }] });
  const facts = await findFactsOf(
    tx,
    rows.map(({ id }) => id),
  );
  return clockRequests(tx, rows, facts);
}

/** Requests as they were known at an instant, by the facts recorded until then. */
export async function findClockedRequestsAt(tx: Tx, at: Date): Promise<ClockedRequest[]> {
  const rows = await tx.rightsRequest.findMany({
    where: { createdAt: { lte: at } },
    orderBy: [{ receivedAt: "asc" }, { reference: "asc" }],
  });
  const all = await findFactsOf(
    tx,
    rows.map(({ id }) => id),
  );
  const known = (id: string) => (all.get(id) ?? []).filter(({ recordedAt }) => recordedAt <= at.getTime());
  const facts = new Map(rows.map(({ id }) => [id, known(id)]));
  const past = rows.map((row) => ({ ...row, controllerId: foldRequest(known(row.id)).controllerId }));
  return clockRequests(tx, past, facts, at);
}

/** Leaves out what was opened after `until`. */
async function clockRequests(
  tx: Tx,
  rows: readonly RequestRow[],
  facts: ReadonlyMap<string, Fact[]>,
  until?: Date,
): Promise<ClockedRequest[]> {
  if (rows.length === 0) return [];
  const holders = await findHolders(
    tx,
    rows.map(({ controllerId }) => controllerId),
  );
  const contracts = await findNoticeContracts(
    tx,
    [...holders.values()].map(({ id }) => id),
  );
  const processorCountry = await findProcessorCountry(tx);
  const openings = await findOpenings(
    tx,
    rows.filter(({ relayedAt }) => relayedAt !== null),
    until,
  );
  const departures = await findDepartures(tx, letterIdsOf(facts.values()), until);
  const announced = await findAnnouncedHolidays(tx);
  return rows.map((request) =>
    clocked(request, facts.get(request.id) ?? [], {
      announced,
      holder: holders.get(request.controllerId ?? "") ?? null,
      contracts,
      processorCountry,
      departures,
      openedAt: openings.get(request.id) ?? null,
    }),
  );
}

type RequestContext = {
  holder: Holder | null;
  contracts: ReadonlyMap<string, NoticeContract[]>;
  processorCountry: string | null;
  departures: Departures;
  openedAt: number | null;
  announced: readonly AnnouncedHoliday[];
};

function clocked(request: RequestRow, facts: Fact[], beside: RequestContext): ClockedRequest {
  const folded = foldRequest(facts, beside);
  const file = { ...folded, controllerAt: earlier(folded.controllerAt, beside.openedAt) };
  const receivedAt = request.receivedAt.getTime();
  const { holder } = beside;
  const day = todayIn("Africa/Casablanca", receivedAt);
  const terms = holder && relayTermsOn(beside.contracts.get(holder.id) ?? [], day);
  const calendar = calendarOf(holder ?? { country: null, address: "" }, {
    from: day,
    announced: beside.announced,
  });
  const receipts = { processorAt: receivedAt, controllerAt: file.controllerAt };
  const laws = holder && applicableLaws(holder, { on: day });
  const asked = { rights: request.rights, calendar };
  const clocks =
    holder && laws ? answerClocks(receipts, file, { clientRole: holder.clientRole, laws, ...asked }) : [];
  const controller = holder && { id: holder.id, legalName: holder.legalName };
  return {
    actsFor: holder && actsForOf(holder),
    id: request.id,
    request,
    facts,
    file,
    receivedAt,
    terms,
    controller,
    zone: calendar.zone,
    openedAt: beside.openedAt,
    row: {
      subject: { id: request.id, reference: request.reference },
      controller: controller && { id: controller.id, name: controller.legalName },
      path: `/rights-requests/${request.id}`,
      version: request.version,
      changedAt: request.updatedAt.getTime(),
    },
    relay: relayClock(receivedAt, terms),
    laws,
    clocks,
    clock: reliedClock(clocks),
    ...clearOf(request, beside, firstReceipt({ receivedAt, file })),
  };
}

/** Reading it in the portal is receiving it, whatever else is known. */
function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

/** Controller that nobody has named yet. */
const NOBODY: LawFacts = { country: null, establishments: [], targeting: "", targetCountries: [] };

function clearOf(
  { rights, receivedAt }: RequestRow,
  { holder, processorCountry }: RequestContext,
  startsAt: number,
): { law0908: Law0908Reason | null; clear: ClearPeriod | null } {
  const laws = applicableLaws(holder ?? NOBODY, {
    on: todayIn("Africa/Casablanca", receivedAt.getTime()),
    processorCountries: processorCountry === null ? [] : [processorCountry],
  });
  const law0908 = law0908Reason(laws);
  return { law0908, clear: hasClearDays(rights, law0908) ? clearPeriod(startsAt) : null };
}
