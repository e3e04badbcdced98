import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";

/** Choice by which a person allows or refuses an act of a controller, art. 7 and 21: only ever added. */
export const choiceNoun = defineNoun({
  id: "choice",
  found: { none: "a person is a keyed hash, looked up by number on its own page" },
  tables: [
    { name: "choice", kind: "fact" },
    { name: "consent_collection", kind: "fact" },
    { name: "consent_file", kind: "fact" },
    { name: "choice_check", kind: "fact" },
    { name: "parental_authorisation", kind: "fact" },
  ],
  acts: {
    "choice.read": { staff: EVERYONE },
    "choice.record": { staff: WRITERS },
    "choice.check": { staff: WRITERS },
  },
  events: {
    "choice.recorded": {},
    // A controller told how it collects consents, and sent a file of them.
    "choice.collection-recorded": {},
    "choice.file-received": {},
    // A list of numbers was checked.
    "choice.list-checked": {},
    // Somebody with parental responsibility authorised the choice of a child.
    "choice.authorised": {},
  },
  fieldWords: "choice.fields",
  fields: [
    "controllerId",
    "person",
    "act",
    "purpose",
    "country",
    "outcome",
    "decidedAt",
    "source",
    "proof",
    "validUntil",
    "wordingSha256",
    "items",
    "proofPlace",
    "extent",
    "sha256",
    "lineCount",
    "addedCount",
    "knownCount",
    "refusedCount",
    "keepUntil",
    "day",
    "allowedCount",
    "unknownCount",
    "faultyCount",
    "choice",
    "power",
    "risk",
    "means",
    "authorisedOn",
  ],
  obligations: {
    // Persons of a collection may soon be called no more.
    "choice.consents-end": {
      source: "consumer",
      article: "R223-1",
      basis: "statutory",
      weight: 2,
      leads: [],
    },
  },
  places: [
    { id: "newChoice", segment: "/telephone/choices/new", needs: "choice.record" },
    { id: "checkList", segment: "/telephone/choices/check", needs: "choice.check" },
    { id: "newCollection", segment: "/telephone/consents/new", needs: "choice.record" },
  ],
});
