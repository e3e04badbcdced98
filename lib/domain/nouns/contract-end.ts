import { defineNoun } from "./noun";
import { CONTACTS, EVERYONE, STEWARDS, WRITERS } from "./roles";

/** The return or deletion of data when services end, art. 28(3)(g). */
export const contractEndNoun = defineNoun({
  id: "contract-end",
  found: { none: "found by its contract, whose page shows it" },
  acts: {
    "contract-end.read": { staff: EVERYONE, contact: CONTACTS },
    /** Answer a line of the end of a contract, add one. */
    "contract-end.write": { staff: WRITERS },
    /** Begin it, close it, cancel it, take it back. */
    "contract-end.move": { staff: STEWARDS },
  },
  events: {
    // 28(3)(g).
    "contract-end.begun": {},
    "contract-end.answered": {},
    // Lines that the register names since, or that a person adds.
    "contract-end.listed": {},
    "contract-end.closed": {},
    "contract-end.cancelled": { needsReason: true },
    "contract-end.resumed": { needsReason: true },
    // After its certificate: the contract goes on.
    "contract-end.revoked": { needsReason: true },
  },
  fieldWords: "contract-end.fields",
  fields: [
    "contractId",
    "recordIds",
    "lines",
    "line",
    "state",
    "answer",
    "choice",
    "on",
    "by",
    "means",
    "recipient",
    "note",
    "name",
    "purgeOn",
    "lawOf",
    "law",
    "untilOn",
    "data",
    "number",
    "documentId",
    "digest",
    "endedOn",
    "authorisations",
  ],
  documents: [
    {
      subject: "contract-end",
      read: "contract-end.read",
      write: "contract-end.move",
      segment: "contracts/end",
    },
    {
      subject: "contract-end-line",
      read: "contract-end.read",
      write: "contract-end.write",
      segment: "contracts/end/lines",
    },
  ],
  obligations: {
    "contract-end.fate": {
      source: "gdpr",
      article: "28(3)(g)",
      basis: "contractual",
      weight: 4,
      leads: [30, 7, 1, 0, -1],
    },
    "contract-end.open": {
      source: "gdpr",
      article: "28(3)(g)",
      basis: "statutory",
      weight: 3,
      leads: [-7, -30],
    },
    "contract-end.purge": {
      source: "gdpr",
      article: "28(3)(g)",
      basis: "contractual",
      weight: 4,
      leads: [7, 0, -1],
    },
    "contract-end.retention": {
      source: "gdpr",
      article: "28(3)(g)",
      basis: "statutory",
      weight: 3,
      leads: [30, 7, 0, -1],
    },
  },
  partyPart: {
    none: "an end is a part of its contract, and is on its page",
    tables: ["contract_end", "contract_end_certificate"],
  },
});
