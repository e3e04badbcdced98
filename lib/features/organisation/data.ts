import type { Prisma } from "@/lib/generated/prisma/client";
import type { GdprBinding, OrganisationFacts } from "@/lib/domain/organisation/types";
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

export function organisationFacts(row: OrganisationRow): OrganisationFacts {
  return {
    legalName: row.legalName,
    country: row.country,
    address: [row.address, row.city].filter(Boolean).join(", "),
    email: row.email,
    phone: row.phone,
    dpoName: row.dpoName,
    dpoEmail: row.dpoEmail,
    dpoPhone: row.dpoPhone,
    hasNoDpo: row.hasNoDpo,
    euRepresentative: row.euRepresentative,
    euRepresentativeAbsentReason: row.euRepresentativeReason,
    gdprBinding: row.gdprBinding as GdprBinding,
    siteCountries: row.siteCountries,
  };
}
