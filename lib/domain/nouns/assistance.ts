import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";

/** Assistance to a controller, art. 28(3)(e), (f) and (h). */
export const assistanceNoun = defineNoun({
  id: "assistance",
  acts: {
    "assistance.read": { staff: EVERYONE, jobs: ["contract-reminder"] },
    "assistance.write": { staff: WRITERS },
  },
  events: {
    "assistance.created": {},
    "assistance.updated": {},
    // A dated fact about it, or about one of its lines.
    "assistance.recorded": {},
  },
  fieldWords: "dpo-work.fields.assistance",
  fields: [
    "title",
    "controllerId",
    "type",
    "askedOn",
    "request",
    "event",
    "on",
    "detail",
    "reason",
    "nextOn",
    "amount",
  ],
  documents: [
    { subject: "assistance", read: "assistance.read", write: "assistance.write", segment: "dpo/assistance" },
  ],
  isSearched: true,
  places: [{ id: "newAssistance", segment: "/dpo/assistance/new", needs: "assistance.write" }],
  obligations: {
    "assistance.give": {
      source: "gdpr",
      article: "28(3)",
      basis: "contractual",
      weight: 4,
      leads: [0, -3, -7],
    },
  },
});
