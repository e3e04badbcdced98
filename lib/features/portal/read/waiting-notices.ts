import { findAnnouncedHolidays } from "@/lib/platform/announced-holidays";
import { authorityClocks } from "@/lib/domain/breach/clocks";
import { authorityDuties, timedDuties } from "@/lib/domain/breach/authority-duties";
import { areAuthoritiesAnswered } from "@/lib/domain/breach/own-notification";
import { lawColumns } from "@/lib/domain/controller/law-facts";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import type { AnnouncedHoliday } from "@/lib/domain/time/moving-holidays";
import { todayIn } from "@/lib/domain/time/zones";
import { findPortalFacts } from "@/lib/features/breach-notice/read/portal";
import {
  findPortalIncidents,
  type PortalIncident,
  type PortalNotice,
} from "@/lib/features/breach-notice/read/portal-incidents";
import type { Tx } from "@/lib/platform/database/transaction";
import { type ContactCtx, today } from "@/lib/platform/request/context";
import type { AskedWaiting, FoundWaiting } from "./waiting-row";

/**
 * Breaches that wait for a contact: each notice until its receipt is acknowledged, which has no term; the controller's own 72
 * hours until it tells that it notified or decided not to, art. 33(1), also where a call alone told it; the call that takes it back
 * until the contact opens the incident.
 */
export async function findWaitingNotices(tx: Tx, { ctx, own }: AskedWaiting): Promise<FoundWaiting[]> {
  const incidents = await findPortalIncidents(tx, own);
  const notices = incidents.flatMap((incident) =>
    incident.notices.map((notice) => ({ id: notice.id, notice, incident })),
  );
  const facts = await findPortalFacts(
    tx,
    notices.map(({ id }) => id),
  );
  const done = new Set(facts.flatMap(({ kind, noticeId }) => (kind === "acknowledged" ? [noticeId] : [])));
  const judged: Judged = {
    seat: await findSeat(tx, ctx),
    announced: await findAnnouncedHolidays(tx),
    day: today(ctx),
    openedAt: await findOpenings(tx, ctx, incidents),
  };
  return [
    ...incidents.flatMap((incident) => waitingOf(incident, judged)),
    ...notices
      .filter(({ id }) => !done.has(id))
      .map(({ notice, incident }): FoundWaiting => ({
        ...rowOf(notice, incident),
        due: null,
        step: "acknowledge",
      })),
  ];
}

/**
 * The controller's own hours for its authority; where a call alone told it and none run, that it was told; after a call that it is not
 * affected, that call.
 */
function waitingOf(incident: PortalIncident, { seat, announced, day, openedAt }: Judged): FoundWaiting[] {
  const { id, call, isRectified, rectifyingCall, controllerAt, countedAt, aware, notices, own } = incident;
  if (isRectified) {
    const isOpened = rectifyingCall !== null && (openedAt.get(id) ?? -Infinity) >= rectifyingCall.at;
    return rectifyingCall === null || isOpened
      ? []
      : [{ ...toldRow(id, rectifyingCall.at), due: null, step: "rectified" }];
  }
  const last = notices[0];
  const isAnswered = areAuthoritiesAnswered(own, authorityDuties(seat, day), aware);
  if (isAnswered || last?.isDrill) return [];
  const due = targetOf(countedAt, { seat, announced });
  if (last) return due === null ? [] : [{ ...rowOf(last, incident), due, step: "authority" }];
  return [{ ...toldRow(id, call?.at ?? controllerAt ?? 0), due, step: "told" }];
}

/** Named by the call: no notice says what was lost. */
function toldRow(id: string, at: number) {
  return { id, reference: "", title: "", incident: { at, natures: [] } };
}

/** Named by when the processor became aware, or issued it, by the incident's own words and by what was lost. */
function rowOf({ id, number, content, issuedAt }: PortalNotice, { title }: Pick<PortalIncident, "title">) {
  const incident = { at: content.awareAt ?? issuedAt, natures: content.natures ?? [] };
  return { id, reference: String(number), title, incident };
}

/** Facts on which the hours of a controller hang, and the day on which they are read. */
type Judged = {
  seat: Awaited<ReturnType<typeof findSeat>>;
  announced: readonly AnnouncedHoliday[];
  day: string;
  /** Instant at which the contact last opened each incident, in milliseconds. */
  openedAt: ReadonlyMap<string, number>;
};

async function findOpenings(
  tx: Tx,
  { actor }: ContactCtx,
  incidents: readonly PortalIncident[],
): Promise<ReadonlyMap<string, number>> {
  const ids = incidents.filter(({ rectifyingCall }) => rectifyingCall !== null).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; at: Date }[]>`
    SELECT subject_id AS id, max(looked_at) AS at FROM access_look
    WHERE noun = 'breach-notice' AND contact_id = ${actor.contactId}::uuid AND subject_id = ANY (${ids}::uuid[])
    GROUP BY subject_id`;
  return new Map(rows.map(({ id, at }) => [id, at.getTime()]));
}

function findSeat(tx: Tx, { actor }: ContactCtx) {
  return tx.controller.findFirstOrThrow({ where: { id: actor.controllerId }, select: lawColumns });
}

/** End of the controller's own hours for its authority, where a law sets any and it is aware. */
function targetOf(at: number | null, { seat, announced }: Pick<Judged, "seat" | "announced">): number | null {
  if (at === null) return null;
  const on = todayIn("Africa/Casablanca", at);
  if (timedDuties(authorityDuties(seat, on)).length === 0) return null;
  return authorityClocks(at, calendarOf(seat, { from: on, years: 1, announced })).target;
}
