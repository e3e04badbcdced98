import { defineNoun } from "./noun";
import { OWNER, STEWARDS } from "./roles";

/** The chained log of every change, art. 5(2). */
export const journalNoun = defineNoun({
  id: "journal",
  found: { none: "entries have numbers; the journal has a search of its own" },
  navigation: [{ id: "journal", group: "prove", segment: "/journal" }],
  acts: {
    "journal.read": { staff: STEWARDS, jobs: ["journal-verification"] },
    "journal.clear": { staff: STEWARDS },
    /** Have the heads of the days that follow signed by another key. */
    "journal.renew-key": { staff: OWNER },
    /** Sign the head of a day and send it. */
    "journal.publish": { jobs: ["journal-publication"] },
  },
  events: {
    "journal.cleared": { needsReason: true },
    // Rows that no entry bound yet, by their digest.
    "journal.sealed": {},
    // Signs the heads of the following days.
    "journal.key-made": {},
    // The head of a day, signed and sent.
    "journal.published": {},
  },
  fields: [
    "cleared",
    "seqs",
    "rows",
    "publicKey",
    "replaced",
    "day",
    "seq",
    "hash",
    "key",
    "readers",
    "heads",
  ],
  dossier: { section: "journal", place: 90, article: "5(2)" },
});
