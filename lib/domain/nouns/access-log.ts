import { defineNoun } from "./noun";

export const accessLogNoun = defineNoun({
  id: "access-log",
  found: { none: "reads of others, listed beside what was read" },
  acts: {
    /** Chain the looks of contacts into the journal. */
    "access-log.seal": { jobs: ["access-log-sealing"] },
  },
  events: {
    // A batch of looks, by its digest.
    "access-log.sealed": {},
  },
  fields: ["count", "from", "until", "digest"],
  partyPart: {
    table: "access_look",
    links: { controller: { column: "controller_id" } },
    read: "contact.read",
    list: { here: "looks" },
    row: { segment: "/controllers/contacts", key: "contact_id", title: "label" },
    events: [{ at: "looked_at", words: "party-parts.events.opened" }],
  },
});
