import type { ControllerFacts } from "@/lib/domain/controller/types";
import type { OrganisationFacts } from "./types";

/** The organisation as the controller of what it does for itself, article 30(1)(a). */
export function asController(organisation: OrganisationFacts): ControllerFacts {
  const { legalName, country, address, email, phone, hasNoDpo } = organisation;
  const { dpoName, dpoEmail, dpoPhone, euRepresentative, euRepresentativeAbsentReason } = organisation;
  return {
    legalName,
    isPlaceholder: false,
    country: country || null,
    address,
    contactName: "",
    contactEmail: email,
    contactPhone: phone,
    dpoContact: [dpoName, dpoEmail, dpoPhone].filter((part) => part !== "").join(", "),
    hasNoDpo,
    representative: euRepresentative,
    representativeAbsentReason: euRepresentativeAbsentReason,
    establishments: [],
    targeting: "",
    targetCountries: [],
    // Each entry of the own register names its own.
    jointControllers: [],
  };
}
