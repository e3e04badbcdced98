import { defineNoun } from "./noun";
import { EVERYONE, STEWARDS, WRITERS } from "./roles";

/** Consultation of persons on a controller's instruction, art. 28(3)(a): each answer is a choice of its person, art. 7. */
export const consultationNoun = defineNoun({
  id: "consultation",
  found: "telephone",
  navigation: [{ id: "consultations", room: "telephone", segment: "/telephone/consultations" }],
  tables: [
    { name: "consultation", kind: "row" },
    { name: "consultation_version", kind: "version", of: "consultation_id" },
    { name: "consultation_fact", kind: "fact" },
    {
      name: "consultation_person",
      kind: "row",
      sealed: "a job hands over its letter, and the opening of its page counts",
    },
    { name: "consultation_file", kind: "fact" },
  ],
  acts: {
    "consultation.read": { staff: EVERYONE },
    "consultation.write": { staff: WRITERS },
    /** Open, close, revoke, all or one link. */
    "consultation.move": { staff: STEWARDS },
    /** Send links by mail, or hand them to the dialler. */
    "consultation.send": { staff: STEWARDS, jobs: ["mail-delivery"] },
    /** Answer through a link of one's own. */
    "consultation.answer": { subject: true },
    /** Empty what has ended of its contacts. */
    "consultation.erase": { jobs: ["request-erasure"] },
  },
  events: {
    "consultation.created": {},
    "consultation.updated": {},
    "consultation.opened": {},
    "consultation.closed": {},
    "consultation.revoked": { needsReason: true },
    "consultation.people-added": {},
    "consultation.mailed": {},
    "consultation.links-taken": {},
    "consultation.link-revoked": { needsReason: true },
    "consultation.contacts-erased": {},
  },
  fieldWords: "consultation.fields",
  fields: [
    "title",
    "controllerId",
    "instructionId",
    "instructionReason",
    "state",
    "firstDay",
    "lastDay",
    "months",
    "contactDays",
    "questions",
    "sha256",
    "lineCount",
    "addedCount",
    "knownCount",
    "skippedCount",
    "refusedCount",
    "linkCount",
    "withheldCount",
    "letterCount",
    "contactCount",
    "person",
    "worth",
  ],
  places: [{ id: "newConsultation", segment: "/telephone/consultations/new", needs: "consultation.write" }],
  obligations: {
    // Open while its instruction orders nothing: nobody may be asked.
    "consultation.ground": { source: "gdpr", article: "28(3)(a)", basis: "statutory", weight: 5, leads: [] },
    // Its links end.
    "consultation.end": { source: "own", article: "", basis: "own", weight: 2, leads: [7, 1, 0] },
    // A job erases them: what is late was not erased.
    "consultation.contacts": { source: "gdpr", article: "5(1)(e)", basis: "statutory", weight: 3, leads: [] },
  },
  // Entries of links that were revoked hold the key of a person.
  dossier: {
    section: "consultations",
    place: 12,
    article: "7",
    journal: "headers",
    rows: [
      { table: "consultation", column: "id" },
      { table: "consultation_version", column: "consultation_id" },
      { table: "consultation_fact", column: "consultation_id" },
    ],
  },
  partyPart: {
    table: "consultation",
    links: { controller: { column: "controller_id" } },
    read: "consultation.read",
    list: { segment: "/telephone/consultations" },
    begin: { segment: "/telephone/consultations/new", needs: "consultation.write", of: ["controller"] },
    row: { segment: "/telephone/consultations", reference: "reference", title: "title" },
    events: [
      {
        facts: { table: "consultation_fact", key: "consultation_id" },
        on: "fact_on",
        event: "event",
        words: "consultation.events.*.done",
      },
    ],
  },
});
