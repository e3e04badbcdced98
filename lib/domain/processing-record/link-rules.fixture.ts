import type { Change } from "./examples.fixture";
import { beside, CONTRACT, linkedTo, linksWith, TRANSFER } from "./links.fixture";

const SENEGAL = { ...linkedTo().destinations![0]!, transferId: null, country: "SN", sccModule: 3 as const };
const DENIED = {
  transferAnswer: "no" as const,
  transferReason: "recueillies auprès des personnes",
  destinations: [],
};

/** Lists for each rule about links a change that breaks it and a near one that does not. */
export const LINK_TABLE: [rule: string, broken: Change, kept: Change][] = [
  [
    "ADV-link.contract",
    beside(linksWith({ reference: "M3R-2022-07" }), { contractReference: "M3R-24-07" }),
    beside(linksWith({ reference: "M3R-2022-07" }), { contractReference: "m3r 22/07" }),
  ],
  [
    "ADV-link.country",
    beside(linksWith(), linkedTo({ country: "TN" })),
    beside(linksWith(), linkedTo({ country: null })),
  ],
  [
    "ADV-link.tool",
    beside(linksWith({}, { module: 3, signedOn: null }), linkedTo()),
    beside(linksWith(), linkedTo({ instrument: "scc-unspecified", sccModule: null })),
  ],
  [
    "ADV-link.days",
    beside(linksWith(), linkedTo({ assessedOn: { value: "2025", text: "" } })),
    beside(linksWith(), linkedTo({ assessedOn: { value: "2026-01", text: "" } })),
  ],
  ["ADV-link.clauses", beside(linksWith({ hasClauses: false })), beside(linksWith({ hasClauses: true }))],
  [
    "ADV-link.clauses-day",
    beside(linksWith({ clausesSignedOn: "2025-06-01" })),
    beside(linksWith({ clausesSignedOn: null })),
  ],
  ["ADV-link.denied", beside(linksWith(), DENIED), beside(linksWith({}, { state: "ended" }), DENIED)],
  ["ADV-link.unrecorded", beside(linksWith({}, null)), beside(linksWith({}, { state: "suspended" }))],
  [
    "ADV-link.stopped",
    beside(linksWith({}, { state: "suspended" }), linkedTo()),
    beside(
      { contracts: [CONTRACT], transfers: [TRANSFER, { ...TRANSFER, id: CONTRACT.id, state: "ended" }] },
      linkedTo(),
    ),
  ],
];

/** Words that are compared with nothing. */
export const NOT_COMPARED: Change[] = [
  beside(linksWith({ reference: "M3R-2022-07" }), {
    contractReference: "Contrat de prestation du 3 mars 2022",
  }),
  { ...beside(linksWith({ hasClauses: false }, null)), state: "ended" },
  beside(
    { contracts: [CONTRACT, { ...CONTRACT, id: TRANSFER.id, reference: "C-022" }], transfers: [TRANSFER] },
    {
      contractReference: "C-023",
    },
  ),
  beside(linksWith({}, { country: "SN", flow: "to-sub-processor", module: 3 }), {
    destinations: [...linkedTo().destinations!.map((to) => ({ ...to, transferId: null })), SENEGAL],
  }),
];
