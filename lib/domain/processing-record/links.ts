import type { PlaceKind } from "@/lib/domain/country/place-kinds";
import type { ContractState } from "@/lib/domain/contract/types";
import { itemAt } from "@/lib/domain/invariant/required";
import type { PartialDate } from "@/lib/domain/time/partial-date";
import type { TransferContent } from "@/lib/domain/transfer/content";
import type { TransferState } from "@/lib/domain/transfer/lifecycle";
import type { Destination, RecordContent } from "./content";

/** A contract as entries refer to it: what its row says on a day, its amendments applied. */
export type LinkedContract = {
  id: string;
  reference: string;
  title: string;
  state: ContractState;
  /** Module 2 of the clauses of 2021/914 is part of it. */
  hasClauses: boolean;
  /** ISO calendar date, null while unknown. */
  clausesSignedOn: string | null;
};

/** A transfer as entries refer to it: what its row says on a day. Days are ISO calendar dates. */
export type LinkedTransfer = {
  id: string;
  reference: string;
  flow: TransferContent["flow"];
  /** Onward to a company that works for several controllers: chosen by a person, never guessed from a country. */
  isOfSeveral: boolean;
  state: TransferState;
  importer: string;
  country: string | null;
  /** Null while its row does not say it: the entry's own words do then. */
  placeKind: PlaceKind | null;
  tool: TransferContent["tool"]["tool"];
  module: TransferContent["tool"]["module"];
  adaptation: TransferContent["tool"]["adaptation"];
  signedOn: string | null;
  assessedOn: string | null;
  /** Reason why an adequacy decision of limited scope covers the importer. */
  standing: string;
};

/** The rows of one controller that its entries may refer to, in the order of their references. */
export type RecordLinks = {
  contracts: readonly LinkedContract[];
  transfers: readonly LinkedTransfer[];
};

export const NO_LINKS: RecordLinks = { contracts: [], transfers: [] };

type Linking = Pick<RecordContent, "contractIds" | "destinations">;

export function hasLinks({ contractIds, destinations }: Linking): boolean {
  return contractIds.length > 0 || destinations.some(({ transferId }) => transferId !== null);
}

/** The contracts that an entry names by their rows. */
export function contractsOf({ contractIds }: Pick<Linking, "contractIds">, { contracts }: RecordLinks) {
  return contracts.filter(({ id }) => contractIds.includes(id));
}

/** The transfers that an entry names by their rows, each once. */
export function transfersOf({ destinations }: Pick<Linking, "destinations">, { transfers }: RecordLinks) {
  return transfers.filter(({ id }) => destinations.some(({ transferId }) => transferId === id));
}

/**
 * The document with the facts of the rows in place of its own words: of a contract the reference, of a transfer the
 * country, the tool and the days. A row that is not there says nothing, and its words do not stand in for it.
 */
export function readLinked<T extends RecordContent>(content: T, links: RecordLinks): T {
  if (!hasLinks(content)) return content;
  return {
    ...content,
    contractReference: referencesOf(content, links),
    destinations: content.destinations.map((destination) => readDestination(destination, links)),
  };
}

/** The document with what its links lead to in words, and no link: for where those rows are not. */
export function inlineLinks(content: RecordContent, links: RecordLinks): RecordContent {
  if (!hasLinks(content)) return content;
  const stated = readLinked(content, links);
  const isKnown = (id: string | null) => links.transfers.some((row) => row.id === id);
  const words = contractWordsBeside(content, links);
  return {
    ...stated,
    contractIds: [],
    contractReference: [stated.contractReference, words].filter(Boolean).join(" · ").slice(0, 300),
    destinations: content.destinations.map((own, at) => ({
      ...(own.transferId === null || isKnown(own.transferId) ? itemAt(stated.destinations, at) : own),
      transferId: null,
    })),
  };
}

function referencesOf(content: RecordContent, links: RecordLinks): string {
  if (content.contractIds.length === 0) return content.contractReference;
  return contractsOf(content, links)
    .map(({ reference }) => reference)
    .join(", ");
}

/** Resolves a destination from its linked transfer. */
export function readDestination(destination: Destination, { transfers }: RecordLinks): Destination {
  if (destination.transferId === null) return destination;
  const row = transfers.find(({ id }) => id === destination.transferId);
  const tool = row ? toolOf(row) : { instrument: null, instrumentText: "" };
  return {
    ...destination,
    ...tool,
    country: row?.country ?? null,
    internationalOrganisation: "",
    place: destination.place || (row?.importer ?? ""),
    placeKind: row?.placeKind ?? destination.placeKind,
    sccModule: row?.module ?? null,
    signedOn: dayOf(row?.signedOn),
    assessedOn: dayOf(row?.assessedOn),
    assessmentText: "",
  };
}

/** Names that the adaptations bear in every language. */
const ADAPTATION_NAMES = { "uk-addendum": "UK Addendum", "swiss-fdpic": "FADP, FDPIC" } as const;

/** A tool that has no entry of its own in the register is told by its name or its number, as an entry tells it. */
function toolOf({
  tool,
  standing,
  adaptation,
}: LinkedTransfer): Pick<Destination, "instrument" | "instrumentText"> {
  if (tool === "scc-2010-87") return { instrument: "scc-unspecified", instrumentText: "2010/87" };
  if (tool === "uk-idta") return { instrument: "other", instrumentText: "IDTA" };
  if (tool === "scc-2021-914" && adaptation)
    return { instrument: tool, instrumentText: ADAPTATION_NAMES[adaptation] };
  return { instrument: tool, instrumentText: tool === "adequacy" ? standing : "" };
}

function dayOf(day: string | null | undefined): PartialDate | null {
  return day ? { value: day, text: "" } : null;
}

/** Returns the words beside a link that differ from the row; null where none do. */
export function wordsBeside(destination: Destination, links: RecordLinks): Destination | null {
  if (destination.transferId === null) return null;
  const row = readDestination(destination, links);
  const own = <T>(stated: T, fact: T) => (JSON.stringify(stated) === JSON.stringify(fact) ? null : stated);
  const isSameOrganisation = destination.internationalOrganisation === "";
  const beside: Destination = {
    ...destination,
    country: own(destination.country, row.country),
    place: "",
    placeKind: own(destination.placeKind, row.placeKind),
    instrument: own(destination.instrument === "none" ? null : destination.instrument, row.instrument),
    sccModule: own(destination.sccModule, row.sccModule),
    instrumentText: destination.instrumentText === row.instrumentText ? "" : destination.instrumentText,
    signedOn: isSameDay(destination.signedOn, row.signedOn) ? null : destination.signedOn,
    assessedOn: isSameDay(destination.assessedOn, row.assessedOn) ? null : destination.assessedOn,
    derogationDocuments: "",
  };
  const { country, placeKind, instrument, sccModule, instrumentText, signedOn, assessedOn, assessmentText } =
    beside;
  const isSilent =
    isSameOrganisation &&
    [country, placeKind, instrument, sccModule, signedOn, assessedOn].every((stated) => stated === null) &&
    instrumentText === "" &&
    assessmentText === "";
  return isSilent ? null : beside;
}

function isSameDay(stated: PartialDate | null, fact: PartialDate | null): boolean {
  return stated === null || stated.value === fact?.value;
}

/** The words for a contract that stay beside the contracts an entry names; "" where the rows say the same. */
export function contractWordsBeside(content: RecordContent, links: RecordLinks): string {
  if (content.contractIds.length === 0) return "";
  const { contractReference } = content;
  return contractReference === referencesOf(content, links) ? "" : contractReference;
}
