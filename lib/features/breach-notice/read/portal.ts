import { required } from "@/lib/domain/invariant/required";
import { controllerAwareAt } from "@/lib/domain/breach/clocks";
import { informedBy, type NoticeProof } from "@/lib/domain/breach/notice-state";
import { lawColumns } from "@/lib/domain/controller/law-facts";
import { noticeContentSchema } from "@/lib/domain/breach/notice-content";
import type { NoticePhase } from "@/lib/domain/breach/notice";
import { findUnrecordedOpenings } from "@/lib/features/breach/read/openings";
import type { ProcessorPeople } from "@/lib/platform/access/own-people";
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

/** Facts of a contact's own controller about a notice: who read and who acknowledged it. */
export function findPortalFacts(tx: Tx, noticeIds: readonly string[]) {
  return tx.breachNoticeFact.findMany({
    where: { noticeId: { in: [...noticeIds] }, kind: { in: ["read-in-portal", "acknowledged"] } },
    orderBy: { at: "asc" },
    select: { noticeId: true, kind: true, at: true, authorName: true },
  });
}

const KINDS: Record<string, NoticeProof["kind"]> = {
  "call-made": "call-made",
  "read-in-portal": "read-in-portal",
  "known-elsewhere": "known-elsewhere",
  acknowledged: "acknowledged",
  delivered: "delivered",
  "said-received": "said-received",
};

type PortalNotice = { id: string; breachControllerId: string };

/** C0 of each incident: from the facts that the portal's view gives, and from openings that no fact records yet. */
export async function findPortalAwareness(
  tx: Tx,
  notices: readonly PortalNotice[],
  own: ProcessorPeople,
): Promise<(incident: string) => number | null> {
  const proofs = [...(await findPortalProofs(tx, notices)), ...(await findPortalOpenings(tx, notices, own))];
  return (incident) => controllerAwareAt(informedBy(proofs.filter(({ incident: of }) => of === incident)));
}

type IncidentProof = NoticeProof & { incident: string };

async function findPortalProofs(tx: Tx, notices: readonly PortalNotice[]): Promise<IncidentProof[]> {
  if (notices.length === 0) return [];
  const incidents = [...new Set(notices.map(({ breachControllerId }) => breachControllerId))];
  const rows = await tx.$queryRaw<{ incident: string; kind: string; at: Date }[]>`
    SELECT breach_controller_id AS incident, kind, at FROM breach_informed
    WHERE breach_controller_id = ANY(${incidents}::uuid[])`;
  return rows.map(({ incident, kind, at }) => ({
    incident,
    kind: required(KINDS[kind], "a kind of proof"),
    at: at.getTime(),
  }));
}

async function findPortalOpenings(
  tx: Tx,
  notices: readonly PortalNotice[],
  own: ProcessorPeople,
): Promise<IncidentProof[]> {
  const incidentOf = new Map(notices.map(({ id, breachControllerId }) => [id, breachControllerId]));
  const openings = await findUnrecordedOpenings(tx, [...incidentOf.keys()], own);
  return openings.map(({ noticeId, at }) => ({
    incident: required(incidentOf.get(noticeId), "the incident of a notice"),
    kind: "read-in-portal",
    at: at.getTime(),
  }));
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
      language: true,
    },
  });
}

export function findPortalProcessor(tx: Tx) {
  return tx.organisation.findFirstOrThrow({ select: { legalName: true, address: true, city: true } });
}
