import type { TransferContent } from "@/lib/domain/transfer/content";
import { foldText } from "@/lib/domain/search/terms";
import type { Destination, RecordContent, SubProcessorNamed } from "./content";

/** Values with which the form of a new transfer begins: null and "" where the entry does not say it. */
export type TransferDraft = {
  flow: TransferContent["flow"] | null;
  subProcessorId: string | null;
  importerName: string;
  country: string | null;
  placeKind: Destination["placeKind"];
  address: string;
  tool: TransferContent["tool"]["tool"];
  module: TransferContent["tool"]["module"];
  signedOn: string | null;
};

/**
 * A transfer as a destination of an entry states it, before it has a row of its own; null where it has one, or where
 * there is no such destination. `ownCountry` is the organisation's: data that come there come to it.
 */
export function draftTransfer(
  { destinations, subProcessors }: Pick<RecordContent, "destinations" | "subProcessors">,
  at: number,
  ownCountry: string | null,
): TransferDraft | null {
  const destination = destinations[at];
  if (!destination || destination.transferId !== null) return null;
  const { country, place, placeKind, sccModule, signedOn } = destination;
  const party = partyOf(destination, subProcessors, ownCountry);
  const isNamed = party !== null && foldText(party.name).trim() === foldText(place).trim();
  return {
    flow: party ? "to-sub-processor" : country !== null && country === ownCountry ? "to-organisation" : null,
    subProcessorId: party?.subProcessorId ?? null,
    importerName: party && party.subProcessorId === null ? party.name : "",
    country,
    placeKind,
    address: isNamed ? "" : place,
    tool: toolOf(destination),
    module: sccModule,
    // A transfer keeps the day of its signature, and a month is none.
    signedOn: signedOn?.value.length === "2026-01-01".length ? signedOn.value : null,
  };
}

/** The company that its place names, else the only one of its country where that is not the organisation's. */
function partyOf(
  { country, place }: Destination,
  subProcessors: readonly SubProcessorNamed[],
  ownCountry: string | null,
): SubProcessorNamed | null {
  const words = foldText(place);
  const named = subProcessors.filter(({ name }) => words.includes(foldText(name).trim()));
  const there = subProcessors.filter((one) => country !== null && one.country === country);
  const found = named.length > 0 ? named : country === ownCountry ? [] : there;
  return found.length === 1 ? (found[0] ?? null) : null;
}

function toolOf({ instrument, instrumentText }: Destination): TransferDraft["tool"] {
  switch (instrument) {
    case "scc-unspecified":
      return instrumentText.includes("2010/87") ? "scc-2010-87" : null;
    case "other":
      return /\bIDTA\b/u.test(instrumentText) ? "uk-idta" : null;
    case "none":
    // Void since 16 July 2020: no transfer may be recorded under it.
    case "privacy-shield":
    case null:
      return null;
    default:
      return instrument;
  }
}
