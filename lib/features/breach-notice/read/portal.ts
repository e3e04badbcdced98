import { required } from "@/lib/domain/invariant/required";
import { standingLines, WITHDRAWN } from "@/lib/domain/breach/informed-lines";
import { lawColumns } from "@/lib/domain/controller/law-facts";
import { noticeContentSchema } from "@/lib/domain/breach/notice-content";
import type { NoticePhase } from "@/lib/domain/breach/notice";
import type { Tx } from "@/lib/platform/database/transaction";

/** Columns that the portal's view of a notice has: neither the breach, which others share, nor its number. */
const portalSelect = {
  id: true,
  breachControllerId: true,
  controllerId: true,
  number: true,
  phase: true,
  locale: true,
  isDrill: true,
  content: true,
  lateReason: true,
  issuedAt: true,
  issuedByName: true,
  documentId: true,
} as const;

/** Notices issued to the controllers whose rows the contact sees; the last incident first. */
export async function findPortalNotices(tx: Tx, where: { id?: string; breachControllerId?: string } = {}) {
  const rows = await tx.breachNotice.findMany({
    where,
    orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
    select: portalSelect,
  });
  return rows.map(({ content, phase, issuedAt, ...row }) => {
    const { mandate } = (content ?? {}) as { mandate?: unknown };
    return {
      ...row,
      phase: phase as NoticePhase,
      content: noticeContentSchema.parse(content),
      mandate: typeof mandate === "string" ? mandate : "",
      issuedAt: required(issuedAt, "the instant of an issued notice").getTime(),
    };
  });
}

/** Awareness of the processor as the last notice that states it says; null where none does. The last notice stands first. */
export function statedAwareness(
  notices: readonly Pick<Awaited<ReturnType<typeof findPortalNotices>>[number], "content">[],
): number | null {
  return notices.find(({ content }) => content.awareAt !== null)?.content.awareAt ?? null;
}

/** Facts of a contact's own controller about a notice: who read and who acknowledged it. */
export async function findPortalFacts(tx: Tx, noticeIds: readonly string[]) {
  const facts = await tx.breachNoticeFact.findMany({
    where: { noticeId: { in: [...noticeIds] }, kind: { in: ["read-in-portal", "acknowledged", WITHDRAWN] } },
    orderBy: { at: "asc" },
    select: { id: true, noticeId: true, kind: true, at: true, correctsId: true, authorName: true },
  });
  return standingLines(facts);
}

/** The controller as its own portal shows it, with what the clock of its authority needs. */
export function findPortalController(tx: Tx, id: string) {
  return tx.controller.findFirstOrThrow({
    where: { id },
    select: {
      legalName: true,
      ...lawColumns,
      registrationNumber: true,
      contactName: true,
      contactEmail: true,
      contactPhone: true,
      dpoContact: true,
      otherControllers: true,
      language: true,
    },
  });
}

export function findPortalProcessor(tx: Tx) {
  return tx.organisation.findFirstOrThrow({ select: { legalName: true, address: true, city: true } });
}
