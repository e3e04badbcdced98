import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import type { CnilOutput } from "./write-sheet";

/** The organisation as the actors of a sheet: name, address, postcode, town, country, telephone, e-mail. */
export function cnilActors(
  { legalName, address, country, phone, email, ...organisation }: OrganisationFacts,
  nameOf: (code: string) => string,
): Required<Omit<CnilOutput["actors"], "dpoCompany">> {
  const { dpoName, dpoPhone, dpoEmail, euRepresentative, euRepresentativeCountry } = organisation;
  const place = (code: string) => (code === "" ? "" : nameOf(code));
  return {
    controller: [legalName, address, "", "", place(country), phone, email],
    dpo: [dpoName, "", "", "", "", dpoPhone, dpoEmail],
    representative: [euRepresentative, "", "", "", place(euRepresentativeCountry), "", ""],
  };
}
