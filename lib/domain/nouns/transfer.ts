import { defineNoun } from "./noun";
import { CONTACTS, EVERYONE, STEWARDS, WRITERS } from "./roles";

/** Data that leave for a third country, art. 44. */
export const transferNoun = defineNoun({
  id: "transfer",
  navigation: [{ id: "transfers", group: "keep", segment: "/transfers" }],
  acts: {
    "transfer.read": {
      staff: EVERYONE,
      contact: CONTACTS,
      auditor: "register",
      jobs: ["gap-reassessment", "contract-reminder"],
    },
    "transfer.write": { staff: WRITERS },
    /** Suspend, resume, end, reopen. */
    "transfer.move": { staff: STEWARDS },
    /** Letters before an assessment is to be reviewed. */
    "transfer.remind": { jobs: ["contract-reminder"] },
  },
  events: {
    "transfer.created": {},
    "transfer.updated": {},
    // 2021/914 clauses 14(f) and 16.
    "transfer.suspended": { needsReason: true },
    "transfer.resumed": {},
    "transfer.ended": { needsReason: true },
    "transfer.reopened": {},
    "transfer.reminded": {},
  },
  documents: [{ subject: "transfer", read: "transfer.read", write: "transfer.write", segment: "transfers" }],
  isSearched: true,
  places: [{ id: "newTransfer", segment: "/transfers/new", needs: "transfer.write" }],
});
