import { onlyOf } from "@/lib/domain/invariant/required";
import type { Destination, RecordContent } from "./content";
import { namesReference } from "./contract-words";
import type { LinkedContract, LinkedTransfer, RecordLinks } from "./links";
import { nameOf } from "./transfers";

/** Words of an entry that lead to a row of its controller, and those that lead to none or to several. */
export type LinkProposal = {
  contract: LinkedContract | null;
  transfers: { row: number; transfer: LinkedTransfer }[];
  /** `words` is what was looked for: a reference, or the country of a destination. */
  unmatched: { of: "contract" | "transfer"; why: "none" | "several"; words: string }[];
};

/**
 * Proposes rows for the words of an entry: a contract by its reference, a transfer by country and tool. Ended
 * rows are never proposed.
 */
export function proposeLinks(content: RecordContent, links: RecordLinks): LinkProposal {
  const proposal: LinkProposal = { contract: null, transfers: [], unmatched: [] };
  const words = content.contractReference;
  if (content.contractIds.length === 0 && words.trim() !== "") {
    const found = links.contracts.filter(
      ({ reference, state }) => state !== "ended" && namesReference(words, reference),
    );
    proposal.contract = onlyOf(found);
    if (!proposal.contract)
      proposal.unmatched.push({ of: "contract", why: found.length === 0 ? "none" : "several", words });
  }
  for (const [row, destination] of content.destinations.entries()) {
    if (destination.transferId !== null || nameOf(destination) === "") continue;
    const found = links.transfers.filter((transfer) => isSameTransfer(destination, transfer));
    const transfer = onlyOf(found);
    if (transfer) proposal.transfers.push({ row, transfer });
    else {
      const why = found.length === 0 ? "none" : "several";
      proposal.unmatched.push({ of: "transfer", why, words: nameOf(destination) });
    }
  }
  return proposal;
}

/** The document with its links as proposed; its words stay beside them. */
export function withProposedLinks(content: RecordContent, links: RecordLinks): RecordContent {
  const { contract, transfers } = proposeLinks(content, links);
  if (!contract && transfers.length === 0) return content;
  const found = new Map(transfers.map(({ row, transfer }) => [row, transfer.id]));
  return {
    ...content,
    contractIds: contract ? [contract.id] : content.contractIds,
    destinations: content.destinations.map((destination, row) => ({
      ...destination,
      transferId: found.get(row) ?? destination.transferId,
    })),
  };
}

/** A kind of place or a tool that neither says is no difference; "CCT" without a number is whichever clauses the row has. */
function isSameTransfer(
  { country, placeKind, instrument, sccModule }: Destination,
  row: LinkedTransfer,
): boolean {
  if (row.isOfSeveral || row.state === "ended" || country === null || row.country !== country) return false;
  if (placeKind !== null && row.placeKind !== null && placeKind !== row.placeKind) return false;
  if (instrument !== null && row.tool !== null && instrument !== row.tool) {
    if (instrument !== "scc-unspecified" || !row.tool.startsWith("scc-")) return false;
  }
  return sccModule === null || row.module === null || sccModule === row.module;
}
