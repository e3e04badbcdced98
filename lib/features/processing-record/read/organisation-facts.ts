import { organisationFacts } from "@/lib/domain/organisation/facts";
import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { readTogether } from "@/lib/platform/read/read-together";
import { findProcedures } from "./procedures";

export async function findOrganisationFacts(tx: Tx): Promise<OrganisationFacts> {
  const { organisation, ...rest } = await readTogether({
    organisation: tx.organisation.findFirstOrThrow({ select: factsSelect }),
    retiredMeasures: tx.measure.findMany({
      where: { retiredAt: { not: null } },
      orderBy: { reference: "asc" },
      select: measureNameSelect,
    }),
    procedures: findProcedures(tx),
  });
  return { ...organisationFacts(organisation), ...rest };
}

const factsSelect = {
  legalName: true,
  address: true,
  city: true,
  country: true,
  email: true,
  phone: true,
  dpoName: true,
  dpoEmail: true,
  dpoPhone: true,
  hasNoDpo: true,
  euRepresentative: true,
  euRepresentativeContact: true,
  euRepresentativeCountry: true,
  euRepresentativeExemption: true,
  euRepresentativeReason: true,
  gdprBinding: true,
  siteCountries: true,
} satisfies Prisma.OrganisationSelect;

export const measureNameSelect = {
  id: true,
  reference: true,
  libraryCode: true,
  title: true,
} satisfies Prisma.MeasureSelect;
