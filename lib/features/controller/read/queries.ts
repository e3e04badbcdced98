import type { Prisma } from "@/lib/generated/prisma/client";
import { controllerSnapshotSchema } from "@/lib/domain/controller/snapshot";
import { jointControllersOf } from "@/lib/domain/controller/joint-controllers";
import type { ControllerFacts } from "@/lib/domain/controller/types";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";

export const controllerSelect = {
  id: true,
  legalName: true,
  isPlaceholder: true,
  country: true,
  address: true,
  registrationNumber: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  dpoContact: true,
  hasNoDpo: true,
  representative: true,
  representativeReason: true,
  language: true,
  establishments: true,
  targeting: true,
  targetCountries: true,
  clientRole: true,
  otherControllers: true,
  version: true,
  archivedAt: true,
  archiveReason: true,
} satisfies Prisma.ControllerSelect;

export type ControllerRow = Prisma.ControllerGetPayload<{ select: typeof controllerSelect }>;

export function findController(tx: Tx, id: string): Promise<ControllerRow | null> {
  return tx.controller.findFirst({ where: { id }, select: controllerSelect });
}

export function controllerFacts(row: ControllerRow): ControllerFacts {
  return {
    legalName: row.legalName,
    isPlaceholder: row.isPlaceholder,
    country: row.country,
    address: row.address,
    registrationNumber: row.registrationNumber,
    contactName: row.contactName,
    contactEmail: row.contactEmail,
    contactPhone: row.contactPhone,
    dpoContact: row.dpoContact,
    hasNoDpo: row.hasNoDpo,
    representative: row.representative,
    representativeAbsentReason: row.representativeReason,
    establishments: row.establishments,
    targeting: row.targeting,
    targetCountries: row.targetCountries,
    isRoleUnsaid: row.clientRole === "",
    jointControllers: jointControllersOf(row),
  };
}

export function flattenController({ archivedAt, ...row }: ControllerRow) {
  return { ...row, archivedAt: archivedAt?.toISOString() ?? null };
}

/** Includes indirect merges. */
export async function findGroup(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE merged (id) AS (VALUES (${id}::uuid)
      UNION SELECT c.id FROM controller c JOIN merged m ON c.merged_into_id = m.id)
    SELECT id FROM merged`;
  return rows.map((row) => row.id);
}

/** Null before its first version. */
export async function findControllerNameAt(tx: Tx, id: string, at: Date): Promise<string | null> {
  const version = await tx.controllerVersion.findFirst({
    where: { controllerId: id, ...versionsAt(at) },
    select: { snapshot: true },
  });
  return version && controllerSnapshotSchema.parse(version.snapshot).legalName;
}

/** References of contracts that are signed and not ended. */
export async function findBindingContracts(tx: Tx, controllerId: string): Promise<string[]> {
  const rows = await tx.contract.findMany({
    where: { controllerId, signedOn: { not: null }, endedOn: null },
    orderBy: { reference: "asc" },
    select: { reference: true },
  });
  return rows.map(({ reference }) => reference);
}
