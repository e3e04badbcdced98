import { safeAwareAt } from "@/lib/domain/breach/clocks";
import { titleInPortal } from "@/lib/domain/breach/client-title";
import { followUpNumber } from "@/lib/domain/breach/notice";
import { earliestAwareness, type OwnNotification } from "@/lib/domain/breach/own-notification";
import { findOwnNotificationsOf } from "@/lib/features/breach/read/own-notifications";
import type { ProcessorPeople } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";
import { findPortalNotices, statedAwareness, type findPortalFacts } from "./portal";
import { findToldIncidents, type ToldIncident } from "./portal-proofs";

export type PortalNotice = Awaited<ReturnType<typeof findPortalNotices>>[number];
type PortalFacts = Awaited<ReturnType<typeof findPortalFacts>>;

/** An incident of which a controller was told, by a notice or by a call. Instants are milliseconds of UTC. */
export type PortalIncident = ToldIncident & {
  /** Words of its last notice; "" where none says what happened. */
  title: string;
  /** Instant at which it was announced first, by a call or a notice. */
  announcedAt: number;
  /** The last stands first. */
  notices: readonly PortalNotice[];
  /** C0; null while nothing proves any. */
  controllerAt: number | null;
  /** Instant from which its own hours are counted, to be safe; null while it is not aware. */
  countedAt: number | null;
  /** The earliest awareness known, the processor's or the controller's. */
  aware: number | null;
  /** Statements of the controller about its own duties. */
  own: readonly OwnNotification[];
};

/** Incidents of the controllers whose rows the contact sees; the last first. */
export async function findPortalIncidents(tx: Tx, own: ProcessorPeople): Promise<PortalIncident[]> {
  const notices = await findPortalNotices(tx);
  const found: PortalIncident[] = [];
  for (const told of await findToldIncidents(tx, notices, own)) {
    const placed = notices.filter(({ breachControllerId }) => breachControllerId === told.id);
    const controllerAt = told.proof?.at ?? null;
    found.push({
      ...told,
      title: titleInPortal(placed),
      announcedAt: firstToldAt(told, placed),
      notices: placed,
      controllerAt,
      countedAt: safeAwareAt(controllerAt, told.firstAt),
      aware: earliestAwareness([statedAwareness(placed), told.firstAt, controllerAt]),
      own: await findOwnNotificationsOf(tx, {
        incident: told.id,
        noticeIds: placed.map(({ id }) => id),
      }),
    });
  }
  return found.toSorted((one, other) => lastToldAt(other) - lastToldAt(one));
}

/** Finds an incident by its id, or by that of one of its notices. */
export async function findPortalIncident(
  tx: Tx,
  id: string,
  own: ProcessorPeople,
): Promise<PortalIncident | null> {
  const incidents = await findPortalIncidents(tx, own);
  return (
    incidents.find((incident) => incident.id === id || incident.notices.some((one) => one.id === id)) ?? null
  );
}

function firstToldAt({ calls }: ToldIncident, notices: readonly PortalNotice[]): number {
  return Math.min(...calls.map(({ at }) => at), ...notices.map(({ issuedAt }) => issuedAt));
}

function lastToldAt({ notices, call }: PortalIncident): number {
  return Math.max(notices[0]?.issuedAt ?? 0, call?.at ?? 0);
}

export function shownInPortal(notice: PortalNotice, facts: PortalFacts) {
  const { id, phase, isDrill, issuedAt } = notice;
  const isAcknowledged = facts.some(({ noticeId, kind }) => noticeId === id && kind === "acknowledged");
  return { id, followUp: followUpNumber(notice), phase, isDrill, issuedAt, isAcknowledged };
}
