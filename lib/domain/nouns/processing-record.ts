import { defineNoun } from "./noun";
import { CONTACTS, EVERYONE, STEWARDS, WRITERS } from "./roles";

/** An entry of a register, art. 30. */
export const processingRecordNoun = defineNoun({
  id: "processing-record",
  navigation: [
    { id: "records", group: "keep", segment: "/records" },
    { id: "own-records", group: "keep", segment: "/own-records" },
  ],
  acts: {
    "record.read": { staff: EVERYONE, contact: CONTACTS, auditor: "register", jobs: ["gap-reassessment"] },
    "record.write": { staff: WRITERS },
    /** Activate, suspend, end, reopen, review. */
    "record.transition": { staff: STEWARDS },
    /** Gaps found again after rules or parties changed. */
    "record.assess": { jobs: ["gap-reassessment"] },
  },
  events: {
    "record.created": {},
    "record.updated": {},
    "record.activated": {},
    "record.suspended": { needsReason: true },
    "record.ended": { needsReason: true },
    "record.reopened": {},
    "record.reviewed": {},
    // An earlier version said again.
    "record.restored": {},
  },
  thread: { read: "record.read", segment: "records" },
  isSearched: true,
  places: [
    { id: "newRecord", segment: "/records/new", needs: "record.write" },
    { id: "recordTemplates", segment: "/records/templates", needs: "record.write" },
    { id: "newOwnRecord", segment: "/own-records/new", needs: "record.write" },
  ],
});
