import { defineNoun } from "./noun";
import { OWNER, STEWARDS } from "./roles";

/** The chained log of every change, art. 5(2). */
export const journalNoun = defineNoun({
  id: "journal",
  found: { none: "entries have numbers; the journal has a search of its own" },
  navigation: [{ id: "journal", room: "proofs", segment: "/journal" }],
  acts: {
    "journal.read": { staff: STEWARDS, jobs: ["journal-verification"] },
    "journal.clear": { staff: STEWARDS },
    /** Have the heads of the days that follow signed by another key. */
    "journal.renew-key": { staff: OWNER },
    /** Sign the head of a day and send it. */
    "journal.publish": { jobs: ["journal-publication"] },
    /** Compare every row with the journal, and tell who answers for them. */
    "journal.verify": { jobs: ["journal-verification"] },
    /** Have a published head stamped by an authority, RFC 3161. */
    "journal.stamp": { jobs: ["journal-publication"] },
  },
  events: {
    "journal.cleared": { needsReason: true },
    // Rows that no entry bound yet, by their digest.
    "journal.sealed": {},
    // Signs the heads of the following days.
    "journal.key-made": {},
    // The head of a day, signed and sent.
    "journal.published": {},
    // Rows that are not as the journal binds them.
    "journal.disputed": {},
    // Time stamp of a head, RFC 3161.
    "journal.stamped": {},
  },
  fields: [
    "cleared",
    "seqs",
    "rows",
    // Counts rows bound as they stood, when a table was taken over or the program was updated.
    "stood",
    "publicKey",
    "replaced",
    "day",
    "seq",
    // Left out of every entry as a secret's name: "digest" says it.
    "hash",
    "digest",
    "key",
    "readers",
    "heads",
    "disputed",
    "stampedBy",
    "stampedAt",
    "answerDigest",
  ],
  dossier: { section: "journal", place: 90, article: "5(2)" },
});
