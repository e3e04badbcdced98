import type { GdprBinding, OrganisationFacts } from "./types";

/** An organisation as it is stored: what the rules need of it. */
type Stored = Omit<OrganisationFacts, "gdprBinding" | "euRepresentativeAbsentReason" | "retiredMeasures"> & {
  city: string;
  gdprBinding: string;
  euRepresentativeReason: string;
};

/** What the rules of the register read of a stored organisation. */
export function organisationFacts(row: Stored): OrganisationFacts {
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
