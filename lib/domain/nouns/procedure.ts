import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";
import { FACT_FIELDS, workOf } from "./work";

/** A procedure of the organisation, with its versions and reviews, art. 24(2) and 32. */
export const procedureNoun = defineNoun({
  ...workOf({ id: "procedure", segment: "procedures", place: "newProcedure" }),
  acts: {
    "procedure.read": { staff: EVERYONE, jobs: ["contract-reminder"] },
    "procedure.write": { staff: WRITERS },
  },
  events: {
    "procedure.created": {},
    "procedure.updated": {},
    // A dated fact about it, or about one of its lines.
    "procedure.recorded": {},
    "procedure.line-added": {},
    "procedure.line-changed": {},
  },
  fields: [
    "title",
    "owner",
    "purpose",
    "text",
    "body",
    "document",
    "approvedBy",
    "inForceFrom",
    "nextReviewOn",
    ...FACT_FIELDS,
    "line",
  ],
  obligations: {
    "procedure.review": {
      source: "gdpr",
      article: "32(1)(d)",
      basis: "own",
      weight: 2,
      leads: [30, 7, 0, -1],
    },
  },
});
