import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";

/** Notes of the staff on a row. Seen by the staff alone: in no portal, dossier, grant, export or letter. */
export const internalNoteNoun = defineNoun({
  id: "internal-note",
  found: { none: "shown on the sheet of the row that it is about" },
  tables: [
    { name: "internal_note", kind: "row" },
    { name: "internal_note_mention", kind: "row", sealed: "each reading is noted" },
  ],
  acts: {
    /** Read notes, and say that one has read what names oneself. */
    "internal-note.read": { staff: EVERYONE },
    /** Write a note, correct or withdraw one's own; those of others are for owners and the DPO, which the verb asks. */
    "internal-note.write": { staff: WRITERS },
  },
  events: {
    "internal-note.written": {},
    "internal-note.corrected": {},
    "internal-note.withdrawn": {},
  },
  fieldWords: "internal-note.fields",
  // Its text and whom it names stay out of the journal, which others read in part.
  fields: ["number"],
});
