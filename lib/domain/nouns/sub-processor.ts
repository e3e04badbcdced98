import { defineNoun } from "./noun";
import { CONTACTS, EVERYONE, STEWARDS, WRITERS } from "./roles";

/** Another processor that the organisation engages, art. 28(2) and (4). */
export const subProcessorNoun = defineNoun({
  id: "sub-processor",
  navigation: [{ id: "sub-processors", group: "keep", segment: "/sub-processors" }],
  acts: {
    "sub-processor.read": {
      staff: EVERYONE,
      contact: CONTACTS,
      auditor: "register",
      jobs: ["gap-reassessment"],
    },
    "sub-processor.write": { staff: WRITERS },
    /** End, reopen. */
    "sub-processor.move": { staff: STEWARDS },
  },
  events: {
    "sub-processor.created": {},
    "sub-processor.updated": {},
    // A company below it.
    "sub-processor.link-named": {},
    "sub-processor.link-changed": {},
    "sub-processor.link-removed": { needsReason: true },
    "sub-processor.ended": { needsReason: true },
    "sub-processor.reopened": { needsReason: true },
  },
  documents: [
    {
      subject: "sub-processor",
      read: "sub-processor.read",
      write: "sub-processor.write",
      segment: "sub-processors",
    },
  ],
  isSearched: true,
  places: [{ id: "newSubProcessor", segment: "/sub-processors/new", needs: "sub-processor.write" }],
});
