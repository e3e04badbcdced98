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
import { namesNoPlace } from "./unnamed-places";

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

/** ISO code, or the name of the international organisation; "" while neither is known, as under "Hors UE". */
export function nameOf({ country, internationalOrganisation }: Destination): string {
  return country ?? (namesNoPlace(internationalOrganisation) ? "" : internationalOrganisation);
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
  // No decision of adequacy carries the shield, whatever it is entered as.
  if (instrument === "adequacy" && toolInWords(instrumentText) === "privacy-shield") return "privacy-shield";
  if (instrument !== "scc-unspecified" && instrument !== "other") return instrument;
  const isOld = instrument === "scc-unspecified" && signedBy !== null && signedBy < SCC_2021_ADOPTED;
  return toolInWords(instrumentText) ?? (isOld ? "scc-2010-87" : instrument);
}

/** A tool that opens nothing is judged under its own name, also where it was written as another tool. */
function toolInWords(text: string): InstrumentId | null {
  if (/2010\s*\/\s*87|2001\s*\/\s*497|2004\s*\/\s*915/.test(text)) return "scc-2010-87";
  // Named beside a tool that stands, the void one is history: "Privacy Shield, remplacé par les BCR".
  if (/2021\s*\/\s*914|\bBCR\b|\bDPF\b|privacy\s+framework|rempla[cç]|replac/i.test(text)) return null;
  if (/2021\s*\/\s*915/.test(text)) return "scc-2021-915";
  const isShield = /privacy[\s-]*shield|bouclier\s+(de|des|vie|protection)|درع\s+الخصوصية/i.test(text);
  return isShield ? "privacy-shield" : null;
}
