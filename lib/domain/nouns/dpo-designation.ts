import { defineNoun } from "./noun";
import { EVERYONE, STEWARDS } from "./roles";
import { FACT_FIELDS, workOf } from "./work";

/** Designation of the DPO and publication of the contact details, art. 37(1) and (7). */
export const dpoDesignationNoun = defineNoun({
  ...workOf({ id: "dpo-designation", segment: "designation", place: "newDpoDesignation" }),
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
  fields: ["title", "tasks", ...FACT_FIELDS],
  obligations: {
    "dpo-designation.publish": {
      source: "gdpr",
      article: "37(7)",
      basis: "statutory",
      weight: 3,
      isOfOrganisation: true,
      leads: [0, -7],
    },
    "dpo-designation.communicate": {
      source: "gdpr",
      article: "37(7)",
      basis: "statutory",
      weight: 3,
      isOfOrganisation: true,
      leads: [0, -7],
    },
  },
});
