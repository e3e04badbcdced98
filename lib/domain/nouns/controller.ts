import { defineNoun } from "./noun";
import { CONTACTS, EVERYONE, STEWARDS, WRITERS } from "./roles";

/** A client, whose data the organisation processes, art. 4(7). */
export const controllerNoun = defineNoun({
  id: "controller",
  found: "controllers",
  listed: [
    { table: "controller", column: "id" },
    { table: "controller_version", column: "controller_id" },
  ],
  navigation: [{ id: "controllers", room: "clients", segment: "/controllers" }],
  acts: {
    "controller.read": {
      staff: EVERYONE,
      contact: CONTACTS,
      jobs: ["gap-reassessment"],
    },
    "controller.write": { staff: WRITERS },
    /** Covers restoring and merging. */
    "controller.archive": { staff: STEWARDS },
  },
  events: {
    "controller.created": {},
    "controller.updated": {},
    "controller.archived": { needsReason: true },
    "controller.restored": {},
    "controller.merged": {},
    "controller.unmerged": {},
  },
  fieldWords: "controller.fields",
  fields: [
    "id",
    "legalName",
    "isPlaceholder",
    "country",
    "address",
    "registrationNumber",
    "contactName",
    "contactEmail",
    "contactPhone",
    "dpoContact",
    "hasNoDpo",
    "representative",
    "representativeReason",
    "language",
    "establishments",
    "targeting",
    "targetCountries",
    "clientRole",
    "otherControllers",
    "version",
    "archivedAt",
    "archiveReason",
    "mergedInto",
    "mergedFrom",
    "movedRows",
    "confirmedContacts",
    "returnedRows",
    "leftRows",
  ],
  isSearched: true,
  places: [{ id: "newController", segment: "/controllers/new", needs: "controller.write" }],
  obligations: {
    "controller.name": { source: "gdpr", article: "30(2)(a)", basis: "statutory", weight: 2, leads: [] },
  },
  partyPart: {
    none: "the page is its own",
    tables: [
      "controller_merge",
      "controller_spelling",
      "controller_version",
      "form_submission",
      "search_document",
    ],
  },
});
