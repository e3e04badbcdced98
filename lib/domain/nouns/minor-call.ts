import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";

/** Note that a minor was on the line, art. 8 and recital 38: only ever added, and of no person. */
export const minorCallNoun = defineNoun({
  id: "minor-call",
  found: { none: "notes without a name, listed on their own page" },
  tables: [{ name: "minor_call", kind: "fact" }],
  acts: {
    "minor-call.read": { staff: EVERYONE },
    "minor-call.record": { staff: WRITERS },
  },
  events: { "minor-call.recorded": {} },
  fieldWords: "minor.fields",
  fields: ["outcome"],
  places: [{ id: "minorOnLine", segment: "/telephone/minors", needs: "minor-call.read" }],
});
