import { placesOf } from "@/lib/domain/organisation/places";
import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import { adequacyUnderAll } from "@/lib/domain/statute/export-laws";
import type { ExportLaw } from "@/lib/domain/statute/other-adequacy";
import { adequacyOfOrganisationOn, type AdequacyDecision } from "@/lib/domain/statute/adequacy";
import { isInEea } from "@/lib/domain/statute/eea";
import {
  judgeInstrument,
  SCC_2021_IN_FORCE,
  type InstrumentId,
  type ToolVerdict,
} from "@/lib/domain/statute/instruments";
import { lastDay } from "@/lib/domain/time/partial-date";
import type { Destination, RecordContent } from "./content";
import { namesVoidDecision, toolInWords } from "@/lib/domain/statute/tool-words";
import { namesNoPlace } from "./unnamed-places";

/** Destination outside the EEA, assessed under the law of the day. */
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
  {
    organisation,
    on,
    laws = ["gdpr"],
  }: {
    organisation: Pick<OrganisationFacts, "country" | "siteCountries">;
    on: string;
    laws?: readonly ExportLaw[];
  },
): Transfer[] {
  const places = placesOf(organisation);
  return destinations
    .filter((destination) => isOutsideEea(destination, on))
    .filter((destination) => nameOf(destination) !== "" || !["none", null].includes(destination.instrument))
    .map((destination) => readTransfer(destination, { places, on, laws }));
}

/** ISO code, or the name of the international organisation; "" while neither is known, as under "Hors UE". */
export function nameOf({ country, internationalOrganisation }: Destination): string {
  return country ?? (namesNoPlace(internationalOrganisation) ? "" : internationalOrganisation);
}

export function isOutsideEea({ country }: Destination, on: string): boolean {
  return country === null || !isInEea(country, on);
}

type Reading = { places: string[]; on: string; laws: readonly ExportLaw[] };

function readTransfer(destination: Destination, { places, on, laws }: Reading): Transfer {
  const { country } = destination;
  const signedBy = destination.signedOn ? lastDay(destination.signedOn) : null;
  const tool = toolOf(destination, signedBy);
  return {
    destination,
    name: nameOf(destination),
    isOwnPlace: country !== null && places.includes(country),
    adequacy: adequacyFor(destination, { on, laws }),
    tool,
    verdict: judgeInstrument(tool ?? "none", { on, country, concludedOn: signedBy }),
    signedBy,
  };
}

function adequacyFor(
  { country, internationalOrganisation }: Destination,
  { on, laws }: Pick<Reading, "on" | "laws">,
): AdequacyDecision | null {
  if (country) return adequacyUnderAll(country, { laws, on });
  const isUnions = laws.every((law) => law === "gdpr");
  return isUnions ? adequacyOfOrganisationOn(internationalOrganisation, on) : null;
}

/** "CCT" signed before the clauses of 2021 existed, or citing the repealed decisions, are the old ones. */
function toolOf({ instrument, instrumentText }: Destination, signedBy: string | null): InstrumentId | null {
  if (instrument === "adequacy") return namesVoidDecision(instrumentText) ?? instrument;
  if (instrument === "other") return toolInWords(instrumentText) ?? instrument;
  if (instrument !== "scc-unspecified") return instrument;
  const named = toolInWords(instrumentText);
  if (named?.startsWith("scc-") || named === "privacy-shield" || named === "safe-harbor") return named;
  return signedBy !== null && signedBy < SCC_2021_IN_FORCE ? "scc-2010-87" : instrument;
}
