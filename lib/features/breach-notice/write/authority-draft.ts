import { seatZone } from "@/lib/domain/time/controller-calendar";
import { required } from "@/lib/domain/invariant/required";
import { authorityDuties, hasAuthority } from "@/lib/domain/breach/authority-duties";
import { statedAwareness } from "@/lib/domain/breach/clocks";
import { jointControllersOf, principalsOf } from "@/lib/domain/controller/joint-controllers";
import { isPacked } from "@/lib/domain/breach/notice";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { isLocale } from "@/lib/i18n/locale";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { type StaffCtx, today } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findFirstProven, findInformed } from "@/lib/features/breach/read/queries";
import { findOwnNotifications } from "@/lib/features/breach/read/own-notifications";
import type { PrintablePack } from "@/lib/features/breach-notice/print/print-pack";
import { findDisputedRows, tablesLeaving } from "@/lib/features/export/read/disputed-rows";
import { tellOfLeaving } from "@/lib/features/journal/write/verification";
import { composeFor } from "@/lib/features/breach-notice/read/compose";
import { findNotice, subjectOf } from "@/lib/features/breach-notice/read/queries";
import type { PackFormat } from "@/lib/features/breach-notice/schema";
import { packFile, partyOf, type PackFile } from "./pack-file";

/**
 * The draft of the authority's notification, which the processor prepares where its contract mandates it. It is sent to
 * nobody: the controller decides, article 33(1).
 */
export async function exportAuthorityDraft(
  ctx: StaffCtx,
  { id, format }: PackFormat,
): Promise<Outcome<PackFile>> {
  if (!isAuthorised(ctx, "breach-notice.write")) return refuse({ kind: "forbidden" });
  const found = await withOrg(ctx.scope, async (tx) => {
    const pack = await findPack(tx, ctx, id);
    const referenceOf = new Map(pack ? [[id, String(pack.notice.number)]] : []);
    const disputed = await findDisputedRows(tx, tablesLeaving("breach-notice"), referenceOf);
    return pack && { pack, disputed };
  });
  if (!found) return refuse({ kind: "not-found" });
  const { pack, disputed } = found;
  const file = await packFile(pack, format, disputed);
  const taken = await write(ctx, async (_, journal) => {
    journal.note({
      event: "breach-notice.taken",
      subject: subjectOf({ id, number: pack.notice.number }),
      after: { kind: format },
    });
    return done(file);
  });
  if (taken.ok) await tellOfLeaving(ctx, disputed.tables);
  return taken;
}

async function findPack(tx: Tx, ctx: StaffCtx, id: string): Promise<PrintablePack | null> {
  const notice = await findNotice(tx, id);
  if (!notice || notice.status !== "issued" || !isPacked(notice.phase)) return null;
  const { file } = required(await composeFor(tx, notice.breachControllerId), "the part of a breach");
  const place = `${notice.breachId} ${notice.controllerId}`;
  const informed = (await findInformed(tx, [notice.breachId])).get(place) ?? [];
  const firstAt = (await findFirstProven(tx, [notice.breachId])).get(place) ?? null;
  const { controller, organisation } = file;
  const duties = authorityDuties(controller, today(ctx));
  if (!hasAuthority(duties)) return null;
  return {
    notice: {
      organisation: { name: organisation.legalName, address: organisation.address },
      controller: controller.legalName,
      incident: notice.breachControllerId,
      number: notice.number,
      jointControllers: jointControllersOf(controller),
      principals: principalsOf(controller),
      phase: notice.phase,
      isDrill: notice.isDrill,
      content: notice.content,
      previous: null,
      locale: isLocale(notice.locale) ? notice.locale : "fr",
      zone: seatZone(controller),
      lateReason: notice.lateReason,
      duties,
      at: required(notice.issuedAt, "the instant of an issued notice").getTime(),
      issuedBy: notice.issuedByName,
    },
    party: partyOf(controller),
    ...statedAwareness(informed, firstAt),
    isMandated: notice.mandate !== "",
    own: (await findOwnNotifications(tx, [notice.breachId]))(notice.breachId, notice.controllerId),
  };
}
