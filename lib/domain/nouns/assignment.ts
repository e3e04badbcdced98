import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";

/** Declares who has a line: an obligation, or a row that somebody is asked to follow. Seen by the staff alone. */
export const assignmentNoun = defineNoun({
  id: "assignment",
  found: { none: "shown with the line that it is of" },
  tables: [{ name: "assignment_fact", kind: "fact" }],
  acts: {
    "assignment.read": { staff: EVERYONE },
    "assignment.write": { staff: WRITERS },
  },
  events: {
    "assignment.given": {},
    "assignment.taken": {},
    "assignment.handed-on": {},
    "assignment.handed-back": {},
    // An own task alone: every other duty is done by its fact.
    "assignment.done": {},
  },
  fieldWords: "assignment.fields",
  fields: ["member", "untilOn"],
  obligations: {
    /** A row that somebody is asked to follow, until a person says that it is done. */
    "assignment.task": { source: "own", article: "", basis: "own", weight: 1, leads: [] },
  },
});
