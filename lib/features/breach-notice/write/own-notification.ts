import { findAnnouncedHolidays } from "@/lib/platform/announced-holidays";
import {
  isBeforeAwareness,
  isBeyondHours,
  obstacleOf,
  type Told,
} from "@/lib/domain/breach/own-notification";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { authorityOf } from "@/lib/features/breach-notice/read/authority";
import { findPortalController } from "@/lib/features/breach-notice/read/portal";
import { findPortalIncident, type PortalNotice } from "@/lib/features/breach-notice/read/portal-incidents";
import { subjectOf } from "@/lib/features/breach-notice/read/queries";
import type { OwnNotificationInput } from "@/lib/features/breach-notice/schema";
import { findOwnPeople, isProcessorsOwn } from "@/lib/platform/access/own-people";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { ContactCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

/**
 * Records what a controller tells of an incident, by a notice of it or by its id: of its own notification, 33(1), or of the persons, 34. Beyond the 72 hours its reasons are
 * asked, and how it knew before any awareness that is known; a correction gives its reason, and what it corrects stays.
 */
export async function stateOwnNotification(
  ctx: ContactCtx,
  input: OwnNotificationInput,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "breach-notice.state")) return refuse({ kind: "forbidden" });
  if (await isProcessorsOwn(ctx)) return invalid("", "breach-notice.statedByProcessor");
  const own = await findOwnPeople(ctx.scope.org);
  const { id, kind, at, ...told } = input;
  return write(ctx, async (tx, journal) => {
    const incident = await findPortalIncident(tx, id, own);
    if (!incident) return refuse({ kind: "not-found" });
    const { controllerId, notices, own: standing, countedAt, aware } = incident;
    if (told.correctsId !== null && !standing.some((one) => one.id === told.correctsId && one.kind === kind))
      return invalid("", "breach-notice.correctedMeanwhile");
    const obstacle = obstacleOf({ kind, at, told }, standing);
    if (obstacle !== null) return invalid("answer", `breach-notice.${obstacle}`);
    if (at > ctx.now.getTime()) return invalid("time", "breach-notice.ahead");
    if (isBeforeBreach(at, notices)) return invalid("day", "breach-notice.beforeBreach");
    if (isBeforeAwareness({ at, told }, aware) && told.note === "")
      return invalid("note", "breach-notice.beforeAwareness");
    const seat = await findPortalController(tx, controllerId);
    const target =
      authorityOf(seat, countedAt, {
        now: ctx.now.getTime(),
        announced: await findAnnouncedHolidays(tx),
      }).clocks?.target ?? null;
    if (isBeyondHours({ kind, at, told }, target) && told.delayReason === "")
      return invalid("delayReason", "breach-notice.reasonsBeyond");
    if (!(await insertStatement(tx, ctx, { incident: incident.id, controllerId, kind, at, told })))
      return invalid("", "breach-notice.correctedMeanwhile");
    const notice = notices.find((one) => one.id === id);
    journal.note({
      event: "breach-notice.stated",
      subject: notice ? subjectOf(notice) : { noun: "breach-notice", id: incident.id, label: "" },
      after: { kind, at: new Date(at).toISOString(), controllerId, value: told, reason: told.reason },
    });
    return done({ id });
  });
}

/** True of an act before the beginning that the last notice to state one gives. */
function isBeforeBreach(at: number, notices: readonly PortalNotice[]): boolean {
  const stated = notices.find(({ content }) => content.occurredFrom !== null)?.content.occurredFrom ?? null;
  return stated !== null && at < stated;
}

type Statement = { incident: string; controllerId: string; kind: string; at: number; told: Told };

/** False where another corrected the same meanwhile. The breach is named by the database, since a contact does not see it. */
async function insertStatement(
  tx: Tx,
  { actor, scope, now }: ContactCtx,
  { incident, controllerId, kind, at, told }: Statement,
): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO breach_notice_fact
      (id, org_id, controller_id, breach_controller_id, kind, at, told, recorded_at, author_kind, author_id, author_name)
    VALUES (${newId(now)}::uuid, ${scope.org}::uuid, ${controllerId}::uuid, ${incident}::uuid, ${kind},
      ${new Date(at)}, ${JSON.stringify(told)}::jsonb, ${now}, 'controller-contact', ${actor.contactId}::uuid,
      ${actor.name})
    ON CONFLICT DO NOTHING`;
  return count === 1;
}
