import { required } from "@/lib/domain/invariant/required";
import { authorityDuties } from "@/lib/domain/breach/authority-duties";
import { controllerAwareAt } from "@/lib/domain/breach/clocks";
import { informedBy } from "@/lib/domain/breach/notice-state";
import { isPacked } from "@/lib/domain/breach/notice";
import { can } from "@/lib/domain/nouns/policy";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { isLocale } from "@/lib/i18n/locale";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { type StaffCtx, today } from "@/lib/platform/request/context";
import { write } from "@/lib/platform/write/write";
import type { PrintablePack } from "@/lib/features/breach-notice/print/print-pack";
import { composeFor } from "@/lib/features/breach-notice/read/compose";
import { findProofs } from "@/lib/features/breach-notice/read/proofs";
import { findNotice, findNoticeFacts, subjectOf } from "@/lib/features/breach-notice/read/queries";
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
  if (!can(ctx.actor, "breach-notice.write")) return refuse({ kind: "forbidden" });
  const own = await findOwnPeople(ctx.scope.org);
  const pack = await withOrg(ctx.scope, (tx) => findPack(tx, ctx, { id, own }));
  if (!pack) return refuse({ kind: "not-found" });
  const file = await packFile(pack, format);
  return write(ctx, async (_, journal) => {
    journal.note({
      event: "breach-notice.taken",
      subject: subjectOf({ id, number: pack.notice.number }),
      after: { kind: format },
    });
    return done(file);
  });
}

type Asked = { id: string; own: Awaited<ReturnType<typeof findOwnPeople>> };

async function findPack(tx: Tx, ctx: StaffCtx, { id, own }: Asked): Promise<PrintablePack | null> {
  const notice = await findNotice(tx, id);
  if (!notice || notice.status !== "issued" || !isPacked(notice.phase)) return null;
  const { file } = required(await composeFor(tx, notice.breachControllerId), "the part of a breach");
  const facts = await findNoticeFacts(tx, { breachId: notice.breachId, controllerId: notice.controllerId });
  const { controller, organisation } = file;
  return {
    notice: {
      organisation: { name: organisation.legalName, address: organisation.address },
      ...{ controller: controller.legalName, incident: notice.breachControllerId, number: notice.number },
      ...{ phase: notice.phase, isDrill: notice.isDrill, content: notice.content, previous: null },
      locale: isLocale(notice.locale) ? notice.locale : "fr",
      lateReason: notice.lateReason,
      duties: authorityDuties(controller, today(ctx)),
      at: required(notice.issuedAt, "the instant of an issued notice").getTime(),
      issuedBy: notice.issuedByName,
    },
    party: partyOf(controller),
    controllerAwareAt: controllerAwareAt(informedBy(await findProofs(tx, facts, own))),
    isMandated: notice.mandate !== "",
  };
}
