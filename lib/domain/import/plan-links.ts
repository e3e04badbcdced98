import type { Destination, RecordContent } from "@/lib/domain/processing-record/content";
import { withProposedLinks } from "@/lib/domain/processing-record/link-proposals";
import {
  contractsOf,
  readDestination,
  transfersOf,
  type RecordLinks,
} from "@/lib/domain/processing-record/links";

type Field = keyof RecordContent;

/** Removes the links: no file names a row by its id. */
export function withoutLinks(content: RecordContent): RecordContent {
  return {
    ...content,
    contractIds: [],
    destinations: content.destinations.map((destination) => ({ ...destination, transferId: null })),
  };
}

/** Links a new entry to the only contract and the only transfers of its controller that its words name. */
export function linkNewRow(content: RecordContent, links: RecordLinks) {
  const linked = withProposedLinks(content, links);
  return { content: linked, linked: referencesOf(linked, links) };
}

/**
 * Links a known entry again for the fields that the file changes. Transfers already linked remain for every
 * country that the file still lists, whatever tools it states: words that differ are stored beside the link.
 */
export function linkKnownRow(
  read: RecordContent,
  { known, fields, links }: { known: RecordContent; fields: readonly Field[]; links: RecordLinks },
) {
  const isAnew = (field: Field) => fields.includes(field);
  const destinations = isAnew("destinations") ? carryTransfers(read, known, links) : known.destinations;
  const status = { ...read, destinations, contractIds: known.contractIds };
  const found = withProposedLinks(status, links);
  const content = {
    ...status,
    ...(isAnew("contractReference") && { contractIds: found.contractIds }),
    ...(isAnew("destinations") ? { destinations: found.destinations } : { destinations: read.destinations }),
  };
  const before = new Set(referencesOf(known, links));
  return { content, linked: referencesOf(content, links).filter((reference) => !before.has(reference)) };
}

function referencesOf(content: RecordContent, links: RecordLinks): string[] {
  return [...contractsOf(content, links), ...transfersOf(content, links)].map(({ reference }) => reference);
}

/** A file has one line for a country where an entry may name two transfers to it: the second stays too. */
function carryTransfers(read: RecordContent, known: RecordContent, links: RecordLinks): Destination[] {
  const left = known.destinations.filter(({ transferId }) => transferId !== null);
  const carried = read.destinations.map((stated) => {
    const at = findSame(stated, left, links);
    // Negative positions count from the end for `splice`.
    const [row] = at < 0 ? [] : left.splice(at, 1);
    return row ? { ...stated, transferId: row.transferId } : stated;
  });
  const isUnread = read.transferAnswer !== "no" && read.destinations.every(({ country }) => country === null);
  const isStated = (row: Destination) =>
    read.destinations.some(({ country }) => country !== null && country === countryOf(row, links));
  return [...carried, ...left.filter((row) => isUnread || isStated(row))];
}

/** The transfer of the same country, by preference with the same tool; of a tool without a country, the only one. */
function findSame(stated: Destination, left: readonly Destination[], links: RecordLinks): number {
  if (stated.country === null) return left.length === 1 ? 0 : -1;
  const there = left.map((row) => countryOf(row, links) === stated.country);
  const alike = left.findIndex(
    (row, at) => there[at] && readDestination(row, links).instrument === stated.instrument,
  );
  return alike >= 0 ? alike : there.indexOf(true);
}

function countryOf(row: Destination, links: RecordLinks): string | null {
  return readDestination(row, links).country ?? row.country;
}
