import { grantStatus, type CollectState } from "@/lib/domain/grant/status";
import type { DossierSection } from "@/lib/domain/nouns/dossier-sections";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Locale } from "@/lib/i18n/locale";
import type { Tx } from "@/lib/platform/database/transaction";

type Stored = Prisma.AuditGrantGetPayload<object>;

export type GrantRow = Omit<Stored, "sections" | "language" | "collectState"> & {
  sections: DossierSection[];
  language: Locale;
  collectState: CollectState;
};

export async function findGrant(tx: Tx, id: string): Promise<GrantRow | null> {
  const row = await tx.auditGrant.findFirst({ where: { id } });
  return row && readGrant(row);
}

/** Grants, newest first. */
export async function findGrants(tx: Tx, take: number, skip = 0): Promise<GrantRow[]> {
  const rows = await tx.auditGrant.findMany({
    orderBy: [{ grantedAt: "desc" }, { id: "desc" }],
    take,
    skip,
  });
  return rows.map(readGrant);
}

function readGrant(row: Stored): GrantRow {
  return {
    ...row,
    // The schema of the form wrote them.
    sections: row.sections as DossierSection[],
    language: row.language as Locale,
    collectState: row.collectState as CollectState,
  };
}

/** Plain props of a grant, instants in milliseconds. */
export function shownGrant(row: GrantRow, now: Date) {
  const { id, name, email, mandate, reasons, language, sections, asOf, letterId } = row;
  return {
    id,
    name,
    email,
    mandate,
    reasons,
    language,
    sections,
    asOf,
    letterId,
    requiresSecondFactor: row.requiresSecondFactor,
    grantedBy: row.grantedByName,
    revokeReason: row.revokeReason,
    revokedBy: row.revokedByName,
    state: grantStatus(row, now),
    isOfAll: row.controllerIds.length === 0,
    startsAt: row.startsAt.getTime(),
    endsAt: row.endsAt.getTime(),
    grantedAt: row.grantedAt.getTime(),
    acceptedAt: row.acceptedAt?.getTime() ?? null,
    revokedAt: row.revokedAt?.getTime() ?? null,
    collectedAt: row.collectedAt?.getTime() ?? null,
  };
}

export function findNamesOf(tx: Tx, controllerIds: readonly string[]) {
  return tx.controller.findMany({
    where: { id: { in: [...controllerIds] } },
    orderBy: { legalName: "asc" },
    select: { id: true, legalName: true },
  });
}

/** Finds what an auditor looked at, the latest first. */
export function findGrantAccesses(tx: Tx, grantId: string, take: number, skip = 0) {
  return tx.accessLook.findMany({
    where: { grantId },
    orderBy: [{ lookedAt: "desc" }, { id: "desc" }],
    take,
    skip,
    select: { id: true, noun: true, label: true, lookedAt: true, address: true, batchId: true },
  });
}
