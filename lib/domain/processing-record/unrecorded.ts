import { placesOf } from "@/lib/domain/organisation/places";
import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import type { Destination, RecordContent } from "./content";
import type { LinkedTransfer, RecordLinks } from "./links";
import { isOutsideEea, nameOf } from "./transfers";
import type { RecordState } from "./types";

type UnrecordedFacts = {
  links: RecordLinks;
  organisation: Pick<OrganisationFacts, "country" | "siteCountries">;
  /** ISO calendar date. */
  on: string;
};

/** Transfers that go on to a destination: to the organisation where it has a place, or on to somebody else. */
export function transfersTo(
  { country }: Destination,
  { links, organisation }: Omit<UnrecordedFacts, "on">,
): LinkedTransfer[] {
  if (country === null) return [];
  const flow = placesOf(organisation).includes(country) ? "to-organisation" : "to-sub-processor";
  return links.transfers.filter(
    (row) => row.country === country && row.flow === flow && row.state !== "ended",
  );
}

/** Destinations that an entry names in words, to which no transfer of its controller goes on. */
export function unrecordedDestinations(
  { destinations }: Pick<RecordContent, "destinations">,
  beside: UnrecordedFacts,
): Destination[] {
  return destinations.filter(
    (to) => to.transferId === null && isOutsideEea(to, beside.on) && transfersTo(to, beside).length === 0,
  );
}

/**
 * Lists the transfers that an active entry claims and no row records: countries or organisations by name, or
 * its words where it names nobody ("outside the Union"). Null where the rows cover every claim.
 */
export function claimedTransfers(
  { state, content }: { state: RecordState; content: RecordContent },
  beside: UnrecordedFacts,
): { names: string[]; text: string } | null {
  if (state === "ended" || content.transferAnswer !== "yes") return null;
  const open = unrecordedDestinations(content, beside);
  const names = [...new Set(open.map(nameOf).filter(Boolean))];
  const isOpen = open.length > 0 || content.destinations.length === 0;
  return isOpen ? { names, text: names.length > 0 ? "" : content.transferText } : null;
}
