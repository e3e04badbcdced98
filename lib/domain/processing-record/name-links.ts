import type { RecordContent } from "./content";
import { contractsOf, transfersOf, type RecordLinks } from "./links";

type Naming = Pick<RecordContent, "contractIds" | "destinations">;

/** Refuses a link to a row of another controller, or a new link to an ended row. */
export type LinkRefusal =
  { key: "unknown" } | { key: "ended"; field: "contractIds" | "destinations"; path: string; name: string };

/** The first row that comes anew and may not; what an entry named before may stay, ended or not. */
export function refusedLink(before: Naming, after: Naming, links: RecordLinks): LinkRefusal | null {
  for (const id of after.contractIds.filter((one) => !before.contractIds.includes(one))) {
    const contract = links.contracts.find((row) => row.id === id);
    if (!contract) return { key: "unknown" };
    if (contract.state === "ended")
      return { key: "ended", field: "contractIds", path: "contractIds", name: contract.reference };
  }
  const previous = new Set(before.destinations.map(({ transferId }) => transferId));
  for (const [row, { transferId }] of after.destinations.entries()) {
    if (transferId === null || previous.has(transferId)) continue;
    const transfer = links.transfers.find(({ id }) => id === transferId);
    if (!transfer) return { key: "unknown" };
    const path = `destinations.${row}.transferId`;
    if (transfer.state === "ended")
      return { key: "ended", field: "destinations", path, name: transfer.reference };
  }
  return null;
}

/** References of the rows that an entry names and another controller's entry could not: all but onward ones of several. */
export function heldLinks(content: Naming, own: RecordLinks, other: RecordLinks): string[] {
  const named = [...contractsOf(content, own), ...transfersOf(content, own)];
  const shared = new Set(transfersOf(content, other).map(({ id }) => id));
  return named.filter(({ id }) => !shared.has(id)).map(({ reference }) => reference);
}

/**
 * An earlier document as it may stand again: its links that lead to a row still, and to no row that has ended since and
 * that the entry does not name now. `left` are the references of those.
 */
export function restoreLinks<T extends Naming>(
  earlier: T,
  current: Naming,
  links: RecordLinks,
): { content: T; left: string[] } {
  const named = new Set([
    ...current.contractIds,
    ...current.destinations.map(({ transferId }) => transferId),
  ]);
  const ended = [...contractsOf(earlier, links), ...transfersOf(earlier, links)].filter(
    ({ id, state }) => state === "ended" && !named.has(id),
  );
  const isOpen = ({ id }: { id: string }) => !ended.some((row) => row.id === id);
  const status = {
    contracts: links.contracts.filter(isOpen),
    transfers: links.transfers.filter(isOpen),
  };
  return {
    content: withoutLostLinks(earlier, status),
    left: ended.map(({ reference }) => reference),
  };
}

/** The document without the links that lead to no row: of a controller it is no longer held for, or not known here. */
export function withoutLostLinks<T extends Naming>(content: T, links: RecordLinks): T {
  const contracts = new Set(links.contracts.map(({ id }) => id));
  const transfers = new Set(links.transfers.map(({ id }) => id));
  return {
    ...content,
    contractIds: content.contractIds.filter((id) => contracts.has(id)),
    destinations: content.destinations.map((to) =>
      to.transferId === null || transfers.has(to.transferId) ? to : { ...to, transferId: null },
    ),
  };
}
