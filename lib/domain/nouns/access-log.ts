import { defineNoun } from "./noun";

export const accessLogNoun = defineNoun({
  id: "access-log",
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
