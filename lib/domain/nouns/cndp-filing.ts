import { defineNoun } from "./noun";
import { EVERYONE, STEWARDS } from "./roles";
import { FACT_FIELDS, workOf } from "./work";

/** A filing with the CNDP: law 09-08, articles 12, 15, 21 and 43; DATA-TIKA. */
export const cndpFilingNoun = defineNoun({
  ...workOf({ id: "cndp-filing", segment: "filings", place: "newCndpFiling" }),
  acts: {
    "cndp-filing.read": { staff: EVERYONE, jobs: ["contract-reminder"] },
    "cndp-filing.write": { staff: STEWARDS },
    "cndp-filing.carry-over": { jobs: ["gap-reassessment"] },
  },
  events: {
    "cndp-filing.created": {},
    "cndp-filing.updated": {},
    // A dated fact about it, or about one of its lines.
    "cndp-filing.recorded": {},
  },
  fields: ["title", "type", "recordIds", "purpose", "conditions", ...FACT_FIELDS],
  obligations: {
    "cndp-filing.receipt": {
      source: "law0908",
      article: "19",
      basis: "statutory",
      weight: 3,
      leads: [0, -2, -7],
    },
    "cndp-filing.notify-change": {
      source: "law0908",
      article: "15",
      basis: "statutory",
      weight: 4,
      leads: [0, -7],
    },
    "cndp-filing.lapse": {
      source: "law0908",
      article: "21",
      basis: "statutory",
      weight: 4,
      leads: [90, 30, 7, -1],
    },
  },
});
