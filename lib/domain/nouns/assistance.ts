import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";
import { FACT_FIELDS, workOf } from "./work";

/** Assistance to a controller, art. 28(3)(e), (f) and (h). */
export const assistanceNoun = defineNoun({
  ...workOf({ id: "assistance", segment: "assistance", place: "newAssistance" }),
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
  fields: ["title", "controllerId", "type", "askedOn", "request", ...FACT_FIELDS],
  obligations: {
    "assistance.give": {
      source: "gdpr",
      article: "28(3)",
      basis: "contractual",
      weight: 4,
      leads: [0, -3, -7],
    },
  },
  partyPart: {
    table: "dpo_work",
    links: { controller: { column: "controller_id" } },
    rows: [{ column: "kind", is: ["assistance"] }],
    owed: [{ column: "is_open", is: ["true"] }],
    read: "assistance.read",
    list: { segment: "/dpo/assistance", view: "all" },
    begin: { segment: "/dpo/assistance/new", needs: "assistance.write", of: ["controller"] },
    row: { segment: "/dpo/assistance", reference: "reference", title: "title" },
  },
});
