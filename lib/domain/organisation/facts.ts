import { isDenied, isNoExemption } from "./representative";
import type { GdprBinding, OrganisationFacts } from "./types";

/** An organisation as it is stored: what the rules need of it. */
type Stored = Omit<
  OrganisationFacts,
  "gdprBinding" | "euRepresentativeAbsentReason" | "retiredMeasures" | "procedures"
> & {
  city: string;
  gdprBinding: string;
  euRepresentativeContact: string;
  euRepresentativeExemption: string;
  euRepresentativeReason: string;
};

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
    euRepresentative: [row.euRepresentative, row.euRepresentativeContact].filter(Boolean).join(", "),
    euRepresentativeCountry: row.euRepresentativeCountry,
    // A reason that the binding denies is none: the entry says again that the answer is missing, 30(2)(a) and 27.
    euRepresentativeAbsentReason: isDenied(row) || isNoExemption(row) ? "" : row.euRepresentativeReason,
    gdprBinding: row.gdprBinding as GdprBinding,
    siteCountries: row.siteCountries,
  };
}
