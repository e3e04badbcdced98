import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/transaction";

export const organisationSelect = {
  id: true,
  slug: true,
  legalName: true,
  ice: true,
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
  euRepresentativeReason: true,
  gdprBinding: true,
  siteCountries: true,
  version: true,
} satisfies Prisma.OrganisationSelect;

export type OrganisationRow = Prisma.OrganisationGetPayload<{ select: typeof organisationSelect }>;

/** The organisation of the scope. */
export function findOrganisation(tx: Tx): Promise<OrganisationRow> {
  return tx.organisation.findFirstOrThrow({ select: organisationSelect });
}
