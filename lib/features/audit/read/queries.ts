import type { DossierSection } from "@/lib/domain/nouns/dossier-sections";
import type { Locale } from "@/lib/i18n/locale";
import type { Tx } from "@/lib/platform/database/transaction";

/** Terms of the grant that is open, as far as its auditor may know them; null once it has ended. */
export async function findOpenGrant(tx: Tx, id: string) {
  const row = await tx.auditGrant.findFirst({
    where: { id },
    select: {
      id: true,
      name: true,
      mandate: true,
      language: true,
      controllerIds: true,
      sections: true,
      asOf: true,
      startsAt: true,
      endsAt: true,
      grantedByName: true,
      collectedAt: true,
    },
  });
  if (!row) return null;
  const organisation = await tx.organisation.findFirstOrThrow({ select: { legalName: true, slug: true } });
  const isOfAll = row.controllerIds.length === 0;
  const controllers = await tx.controller.findMany({
    where: isOfAll ? {} : { id: { in: row.controllerIds } },
    orderBy: [{ legalName: "asc" }, { id: "asc" }],
    select: { id: true, legalName: true },
  });
  return {
    ...row,
    // The schema of the grant's form wrote them.
    sections: row.sections as DossierSection[],
    language: row.language as Locale,
    organisation,
    isOfAll,
    controllers,
  };
}
export type OpenGrant = NonNullable<Awaited<ReturnType<typeof findOpenGrant>>>;

export async function findParts(tx: Tx, grantId: string) {
  return tx.auditSection.findMany({
    where: { grantId },
    select: { section: true, columns: true, rowCount: true, withheld: true, disputed: true },
  });
}
export type Part = Awaited<ReturnType<typeof findParts>>[number];

/** Rows of a section from one on, in their order. */
export function findRows(
  tx: Tx,
  { grantId, section }: { grantId: string; section: DossierSection },
  { from, take }: { from: number; take: number },
) {
  return tx.auditRow.findMany({
    where: { grantId, section, seq: { gte: from } },
    orderBy: { seq: "asc" },
    take,
    select: { seq: true, cells: true, data: true },
  });
}
