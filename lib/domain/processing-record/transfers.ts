import { placesOf } from "@/lib/domain/organisation/places";
import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import { adequacyOfOrganisationOn, adequacyOn, type AdequacyDecision } from "@/lib/domain/statute/adequacy";
import { isInEea } from "@/lib/domain/statute/eea";
import {
  judgeInstrument,
  SCC_2021_ADOPTED,
  type InstrumentId,
  type ToolVerdict,
} from "@/lib/domain/statute/instruments";
import { lastDay } from "@/lib/domain/time/partial-date";
import type { Destination, RecordContent } from "./content";

/** One destination outside the EEA, with what the law of the day says of it. */
export type Transfer = {
  destination: Destination;
  /** ISO code, or the international organisation by name; "" while nobody has named it. */
  name: string;
  /** True where the organisation itself receives the data, false where it passes them on. */
  isOwnPlace: boolean;
  adequacy: AdequacyDecision | null;
  tool: InstrumentId | null;
  verdict: ToolVerdict;
  /** Last day of the signature's date, null while unknown. */
  signedBy: string | null;
};

/** An unnamed destination is read too when a tool is given for it: "Hors UE", Privacy Shield. */
export function readTransfers(
  { destinations }: Pick<RecordContent, "destinations">,
  { organisation, on }: { organisation: Pick<OrganisationFacts, "country" | "siteCountries">; on: string },
): Transfer[] {
  const places = placesOf(organisation);
  return destinations
    .filter((destination) => isOutsideEea(destination, on))
    .filter((destination) => nameOf(destination) !== "" || !["none", null].includes(destination.instrument))
    .map((destination) => readTransfer(destination, places, on));
}

/** ISO code, or the name of the international organisation; "" while neither is known. */
export function nameOf({ country, internationalOrganisation }: Destination): string {
  return country ?? internationalOrganisation;
}

export function isOutsideEea({ country }: Destination, on: string): boolean {
  return country === null || !isInEea(country, on);
}

function readTransfer(destination: Destination, places: string[], on: string): Transfer {
  const { country, internationalOrganisation } = destination;
  const signedBy = destination.signedOn ? lastDay(destination.signedOn) : null;
  const tool = toolOf(destination, signedBy);
  return {
    destination,
    name: nameOf(destination),
    isOwnPlace: country !== null && places.includes(country),
    adequacy: country ? adequacyOn(country, on) : adequacyOfOrganisationOn(internationalOrganisation, on),
    tool,
    verdict: judgeInstrument(tool ?? "none", { on, country, concludedOn: signedBy }),
    signedBy,
  };
}

/** "CCT" signed before the clauses of 2021 existed, or citing the repealed decisions, are the old ones. */
function toolOf({ instrument, instrumentText }: Destination, signedBy: string | null): InstrumentId | null {
  if (instrument !== "scc-unspecified" && instrument !== "other") return instrument;
  if (/2010\s*\/\s*87|2001\s*\/\s*497|2004\s*\/\s*915/.test(instrumentText)) return "scc-2010-87";
  const isOld = instrument === "scc-unspecified" && signedBy !== null && signedBy < SCC_2021_ADOPTED;
  return isOld ? "scc-2010-87" : instrument;
}
