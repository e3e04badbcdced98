import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";

/** Choice by which a person allows or refuses an act of a controller, art. 7 and 21: only ever added. */
export const choiceNoun = defineNoun({
  id: "choice",
  tables: [{ name: "choice", kind: "fact" }],
  acts: {
    "choice.read": { staff: EVERYONE },
    "choice.record": { staff: WRITERS },
  },
  events: { "choice.recorded": {} },
  fieldWords: "choice.fields",
  fields: [
    "controllerId",
    "person",
    "act",
    "purpose",
    "outcome",
    "decidedAt",
    "source",
    "proof",
    "validUntil",
  ],
  places: [{ id: "newChoice", segment: "/telephone/choices/new", needs: "choice.record" }],
});
