import { defineNoun } from "./noun";
import { CONTACTS, EVERYONE, STEWARDS, WRITERS } from "./roles";

/** The act between a controller and its processor, art. 28(3). */
export const contractNoun = defineNoun({
  id: "contract",
  navigation: [{ id: "contracts", group: "keep", segment: "/contracts" }],
  acts: {
    "contract.read": {
      staff: EVERYONE,
      contact: CONTACTS,
      auditor: "register",
      jobs: ["gap-reassessment", "contract-reminder"],
    },
    "contract.write": { staff: WRITERS },
    /** Sign, give effect, give notice, end, reopen. */
    "contract.move": { staff: STEWARDS },
    /** Letters before a contract ends or renews. */
    "contract.remind": { jobs: ["contract-reminder"] },
  },
  events: {
    "contract.created": {},
    "contract.updated": {},
    // An amendment added, or what it says changed.
    "contract.amended": {},
    // Entered by mistake: it never held.
    "contract.amendment-withdrawn": {},
    "contract.instructor-named": {},
    "contract.instructor-changed": {},
    "contract.signed": {},
    "contract.begun": {},
    "contract.notice-given": {},
    "contract.notice-withdrawn": {},
    "contract.ended": { needsReason: true },
    "contract.reopened": { needsReason: true },
    "contract.reminded": {},
  },
  documents: [{ subject: "contract", read: "contract.read", write: "contract.write", segment: "contracts" }],
  thread: { read: "contract.read", segment: "contracts" },
  isSearched: true,
  places: [
    { id: "newContract", segment: "/contracts/new", needs: "contract.write" },
    { id: "contractMatrix", segment: "/contracts/matrix", needs: "contract.read" },
  ],
});
