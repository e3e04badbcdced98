import { organisationFacts } from "@/lib/domain/organisation/facts";
import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/transaction";

/** What the rules need of the organisation whose register this is. */
export async function findOrganisationFacts(tx: Tx): Promise<OrganisationFacts> {
  const retiredMeasures = await tx.measure.findMany({
    where: { retiredAt: { not: null } },
    orderBy: { reference: "asc" },
    select: measureNameSelect,
  });
  return { ...organisationFacts(await tx.organisation.findFirstOrThrow()), retiredMeasures };
}

export const measureNameSelect = {
  id: true,
  reference: true,
  libraryCode: true,
  title: true,
} satisfies Prisma.MeasureSelect;
