import { seatZone } from "@/lib/domain/time/controller-calendar";
import { required } from "@/lib/domain/invariant/required";
import { authorityDuties, hasAuthority } from "@/lib/domain/breach/authority-duties";
import { jointControllersOf, principalsOf } from "@/lib/domain/controller/joint-controllers";
import { isPacked } from "@/lib/domain/breach/notice";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { isLocale } from "@/lib/i18n/locale";
import { findOwnPeople, isProcessorsOwn, type ProcessorPeople } from "@/lib/platform/access/own-people";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { type ContactCtx, today } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import type { PrintablePack } from "@/lib/features/breach-notice/print/print-pack";
import { findDisputedRows, tablesLeaving, type DisputedRows } from "@/lib/features/export/read/disputed-rows";
import { tellOfLeaving } from "@/lib/features/journal/write/verification";
import {
  findPortalController,
  findPortalNotices,
  findPortalProcessor,
} from "@/lib/features/breach-notice/read/portal";
import { findPortalIncident } from "@/lib/features/breach-notice/read/portal-incidents";
import { subjectOf } from "@/lib/features/breach-notice/read/queries";
import type { PackFormat } from "@/lib/features/breach-notice/schema";
import { insertAsContact } from "./receipts";
import { packFile, partyOf, type PackFile } from "./pack-file";

/** Hands the controller the facts of a notice in the order of its authority's form; what was taken is journalled. */
export async function exportPack(ctx: ContactCtx, { id, format }: PackFormat): Promise<Outcome<PackFile>> {
  if (!isAuthorised(ctx, "breach-notice.receive")) return refuse({ kind: "forbidden" });
  const own = await findOwnPeople(ctx.scope.org);
  const found = await withOrg(ctx.scope, (tx) => findPack(tx, ctx, { id, own }));
  if (!found) return refuse({ kind: "not-found" });
  const { pack, controllerId, disputed } = found;
  const file = await packFile(pack, format, disputed);
  const isOwn = await isProcessorsOwn(ctx);
  const taken = await write(ctx, async (tx, journal) => {
    if (!isOwn) await insertAsContact(tx, ctx, { noticeId: id, controllerId, kind: "pack-taken" });
    journal.note({
      event: "breach-notice.taken",
      subject: subjectOf({ id, number: pack.notice.number }),
      after: { kind: format, controllerId },
    });
    return done(file);
  });
  if (taken.ok) await tellOfLeaving(ctx, disputed.tables);
  return taken;
}

type Asked = { id: string; own: ProcessorPeople };
type Found = { pack: PrintablePack; controllerId: string; disputed: DisputedRows };

async function findPack(tx: Tx, ctx: ContactCtx, { id, own }: Asked): Promise<Found | null> {
  const [notice] = await findPortalNotices(tx, { id });
  // A notice that takes another back has nothing for an authority.
  if (!notice || !isPacked(notice.phase)) return null;
  const [controller, processor] = [
    await findPortalController(tx, notice.controllerId),
    await findPortalProcessor(tx),
  ];
  const duties = authorityDuties(controller, today(ctx));
  if (!hasAuthority(duties)) return null;
  const incident = required(await findPortalIncident(tx, id, own), "the incident of a notice");
  const organisation = {
    name: processor.legalName,
    address: [processor.address, processor.city].filter(Boolean).join(", "),
  };
  const pack = {
    notice: {
      organisation,
      controller: controller.legalName,
      incident: notice.breachControllerId,
      jointControllers: jointControllersOf(controller),
      principals: principalsOf(controller),
      number: notice.number,
      phase: notice.phase,
      isDrill: notice.isDrill,
      content: notice.content,
      locale: isLocale(notice.locale) ? notice.locale : "fr",
      zone: seatZone(controller),
      previous: null,
      lateReason: notice.lateReason,
      duties,
      at: notice.issuedAt,
      issuedBy: notice.issuedByName,
    },
    party: partyOf(controller),
    ...incident.stated,
    isMandated: notice.mandate !== "",
    own: incident.own,
  };
  const referenceOf = new Map([[id, String(notice.number)]]);
  const disputed = await findDisputedRows(tx, tablesLeaving("breach-notice"), referenceOf);
  return { pack, controllerId: notice.controllerId, disputed };
}
