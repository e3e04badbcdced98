import { MOROCCO, type Change } from "./examples.fixture";
import type { Destination, RecordContent } from "./content";
import type { LinkedContract, LinkedTransfer, RecordLinks } from "./links";

/** The contract of the complete case, as its row says it. */
export const CONTRACT: LinkedContract = {
  id: "0191b2a4-0000-7000-8000-0000000000c1",
  reference: "C-021",
  title: "Suivi des commandes",
  state: "in-force",
  hasClauses: true,
  clausesSignedOn: "2026-01-10",
};

/** The transfer of the complete case, as its row says it. */
export const TRANSFER: LinkedTransfer = {
  id: "0191b2a4-0000-7000-8000-0000000000d1",
  reference: "TR-001",
  flow: "to-organisation",
  isOfSeveral: false,
  state: "running",
  importer: "Zellij Voix SARL",
  country: "MA",
  placeKind: null,
  tool: "scc-2021-914",
  module: 2,
  adaptation: null,
  signedOn: "2026-01-10",
  assessedOn: "2026-01-08",
  standing: "",
};

/** The rows of the controller, with something changed in each. */
export function linksWith(
  contract: Partial<LinkedContract> | null = {},
  transfer: Partial<LinkedTransfer> | null = {},
): RecordLinks {
  return {
    contracts: contract ? [{ ...CONTRACT, ...contract }] : [],
    transfers: transfer ? [{ ...TRANSFER, ...transfer }] : [],
  };
}

/** The complete case beside those rows, named by it or not. */
export function beside(links: RecordLinks, content: Partial<RecordContent> = {}): Change {
  return { links, content };
}

/** Its destination, linked to the transfer, with something said otherwise in words. */
export function linkedTo(stated: Partial<Destination> = {}): Partial<RecordContent> {
  return { destinations: [{ ...MOROCCO, transferId: TRANSFER.id, ...stated }] };
}
