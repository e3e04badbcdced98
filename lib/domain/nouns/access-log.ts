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
});
