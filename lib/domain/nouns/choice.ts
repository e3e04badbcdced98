import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";

/** Choice by which a person allows or refuses an act of a controller, art. 7 and 21: only ever added. */
export const choiceNoun = defineNoun({
  id: "choice",
  found: { none: "a person is a keyed hash, looked up by number on its own page" },
  navigation: [
    { id: "choices", room: "telephone", segment: "/telephone/choices", also: ["/telephone/consents"] },
  ],
  tables: [
    { name: "choice", kind: "fact" },
    { name: "consent_collection", kind: "fact" },
    { name: "consent_file", kind: "fact" },
    { name: "choice_check", kind: "fact" },
    { name: "parental_consent", kind: "fact" },
    { name: "parental_person", kind: "row" },
  ],
  acts: {
    "choice.read": { staff: EVERYONE },
    "choice.record": { staff: WRITERS },
    "choice.check": { staff: WRITERS },
    /** Authorise, decline and withdraw through a link of one's own. */
    "choice.authorise": { subject: true },
    /** Empty what is over of its people, and put back what a child agreed to alone. */
    "choice.erase": { jobs: ["request-erasure"] },
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
    // Somebody with parental responsibility was asked through a link; the answer is a choice.
    "choice.authorisation-asked": {},
    // Holder and child were erased, since the authorisation is over.
    "choice.parents-erased": {},
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
    "afterStop",
    "isFarAhead",
    "callAt",
    "callZone",
    "times",
    "source",
    "proof",
    "validUntil",
    "correctsId",
    "correction",
    "wordingSha256",
    "items",
    "proofPlace",
    "extent",
    "campaignId",
    "numberCountry",
    "countryColumn",
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
    "isSecond",
    "isEarlier",
    "isBornOther",
    "state",
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
    // A child whose agreement somebody authorised decides alone from this day on.
    "choice.own-choice": { source: "gdpr", article: "8(1)", basis: "own", weight: 2, leads: [7, 0] },
  },
  // Entries of choices hold the key of a person.
  dossier: {
    section: "choices",
    place: 13,
    article: "7(1)",
    journal: "headers",
    rows: [
      { table: "choice", column: "id" },
      { table: "parental_consent", column: "choice_id" },
    ],
  },
  places: [
    { id: "newChoice", segment: "/telephone/choices/new", needs: "choice.record" },
    { id: "checkList", segment: "/telephone/choices/check", needs: "choice.check" },
    { id: "newCollection", segment: "/telephone/consents/new", needs: "choice.record" },
  ],
  partyPart: {
    none: "choices are of persons, and are found by a number or an address alone",
    tables: ["choice", "choice_check", "consent_collection"],
  },
});
