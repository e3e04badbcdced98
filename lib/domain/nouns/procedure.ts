import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";

/** A procedure of the organisation, with its versions and reviews, art. 24(2) and 32. */
export const procedureNoun = defineNoun({
  id: "procedure",
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
  fieldWords: "dpo-work.fields.procedure",
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
    "event",
    "on",
    "detail",
    "reason",
    "nextOn",
    "amount",
    "line",
  ],
  documents: [
    { subject: "procedure", read: "procedure.read", write: "procedure.write", segment: "dpo/procedures" },
  ],
  isSearched: true,
  places: [{ id: "newProcedure", segment: "/dpo/procedures/new", needs: "procedure.write" }],
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
