import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import { actorLine } from "./read-record";
import type { CnilOutput } from "./write-sheet";

/** The organisation as the actors of a sheet: name, address, postcode, town, country, telephone, e-mail. */
export function cnilActors(
  organisation: OrganisationFacts,
  nameOf: (code: string) => string,
): Required<Omit<CnilOutput["actors"], "dpoCompany">> {
  const { legalName, address, country, phone, email, dpoName, dpoPhone, dpoEmail } = organisation;
  const { euRepresentative, euRepresentativeCountry } = organisation;
  const place = (code: string) => (code === "" ? "" : nameOf(code));
  return {
    controller: [legalName, address, "", "", place(country), phone, email],
    dpo: [dpoName, "", "", "", "", dpoPhone, dpoEmail],
    representative: [euRepresentative, "", "", "", place(euRepresentativeCountry), "", ""],
  };
}

/** Returns lines that are recognised when the sheet comes back. */
export function cnilActorLines(organisation: OrganisationFacts, nameOf: (code: string) => string): string[] {
  const { controller, dpo, representative } = cnilActors(organisation, nameOf);
  return [
    actorLine("controller", controller),
    actorLine("dpo", dpo),
    actorLine("representative", representative),
  ];
}
