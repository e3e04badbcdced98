import { defineNoun } from "./noun";
import { EVERYONE, STEWARDS } from "./roles";

/** Designation of the DPO and publication of the contact details, art. 37(1) and (7). */
export const dpoDesignationNoun = defineNoun({
  id: "dpo-designation",
  acts: {
    "dpo-designation.read": { staff: EVERYONE, jobs: ["contract-reminder"] },
    "dpo-designation.write": { staff: STEWARDS },
  },
  events: {
    "dpo-designation.created": {},
    "dpo-designation.updated": {},
    // A dated fact about it, or about one of its lines.
    "dpo-designation.recorded": {},
  },
  fieldWords: "dpo-work.fields.dpo-designation",
  fields: ["title", "on", "tasks", "event", "detail", "reason", "nextOn", "amount"],
  documents: [
    {
      subject: "dpo-designation",
      read: "dpo-designation.read",
      write: "dpo-designation.write",
      segment: "dpo/designation",
    },
  ],
  isSearched: true,
  places: [{ id: "newDpoDesignation", segment: "/dpo/designation/new", needs: "dpo-designation.write" }],
  obligations: {
    "dpo-designation.publish": {
      source: "gdpr",
      article: "37(7)",
      basis: "statutory",
      weight: 3,
      leads: [0, -7],
    },
    "dpo-designation.communicate": {
      source: "gdpr",
      article: "37(7)",
      basis: "statutory",
      weight: 3,
      leads: [0, -7],
    },
  },
});
