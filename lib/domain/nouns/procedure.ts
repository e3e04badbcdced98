import { defineNoun } from "./noun";
import { WRITERS } from "./roles";
import { FACT_FIELDS, linedWorkOf } from "./work";

/** A procedure of the organisation, with its versions and reviews, art. 24(2) and 32. */
export const procedureNoun = defineNoun({
  ...linedWorkOf({ id: "procedure", segment: "procedures", writers: WRITERS, place: "newProcedure" }),
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
