import { defineNoun } from "./noun";
import { CONTACTS, EVERYONE, STEWARDS } from "./roles";

/** A technical or organisational measure, art. 32. */
export const measureNoun = defineNoun({
  id: "measure",
  found: "measures",
  navigation: [{ id: "measures", room: "security", segment: "/measures" }],
  tables: [
    { name: "measure", kind: "row" },
    { name: "measure_version", kind: "version", of: "measure_id" },
  ],
  acts: {
    "measure.read": { staff: EVERYONE, contact: CONTACTS, jobs: ["gap-reassessment"] },
    "measure.write": { staff: STEWARDS },
  },
  events: {
    "measure.created": {},
    "measure.updated": {},
    "measure.retired": { needsReason: true },
    "measure.restored": {},
  },
  fieldWords: "measure.fields",
  fields: [
    "id",
    "reference",
    "libraryCode",
    "title",
    "description",
    "family",
    "articles",
    "iso",
    "owner",
    "evidence",
    "since",
    "reviewOn",
    "version",
    "retiredAt",
    "retireReason",
  ],
  documents: [{ subject: "measure", read: "measure.read", write: "measure.write", segment: "measures" }],
  places: [
    { id: "newMeasure", segment: "/measures/new", needs: "measure.write" },
    { id: "measureLibrary", segment: "/measures/library", needs: "measure.write" },
    { id: "measureCoverage", segment: "/measures/coverage", needs: "measure.read" },
  ],
  obligations: {
    "measure.coverage": { source: "gdpr", article: "32(1)", basis: "statutory", weight: 3, leads: [] },
    "measure.review": { source: "gdpr", article: "32(1)(d)", basis: "statutory", weight: 2, leads: [30, 0] },
  },
  dossier: {
    section: "measures",
    place: 3,
    article: "32(1)",
    rows: [
      { table: "measure", column: "id" },
      { table: "measure_version", column: "measure_id" },
    ],
  },
});
