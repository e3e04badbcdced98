import { defineNoun } from "./noun";
import { CONTACTS, EVERYONE, SIGNATORIES, STEWARDS, WRITERS } from "./roles";

/** A controller's word on a sub-processor, art. 28(2). */
export const authorisationNoun = defineNoun({
  id: "authorisation",
  found: "authorisations",
  navigation: [{ id: "authorisations", room: "sub-processing", segment: "/authorisations" }],
  tables: [
    { name: "decision_signature", kind: "fact" },
    { name: "decision_completion", kind: "fact" },
  ],
  acts: {
    "authorisation.read": {
      staff: EVERYONE,
      contact: CONTACTS,
      jobs: ["contract-reminder"],
    },
    /** Prepare a request, say it otherwise, note a receipt or a condition met. */
    "authorisation.write": { staff: WRITERS },
    /** A request, or the second letter where silence proves nothing. */
    "authorisation.send": { staff: STEWARDS },
    /** Records a controller's written decision; also suspends, resumes, withdraws, ends. */
    "authorisation.move": { staff: STEWARDS },
    /** In the portal, for the controller. */
    "authorisation.decide": { contact: SIGNATORIES },
    /** Receipts shown by the outbox or the access log. */
    "authorisation.receive": { jobs: ["returned-mail", "contract-reminder", "access-log-sealing"] },
  },
  events: {
    "authorisation.prepared": {},
    "authorisation.edited": {},
    // Its text and its list are sealed.
    "authorisation.sent": {},
    "authorisation.received": {},
    "authorisation.confirmation-asked": {},
    // Article 28(2): approval by the controller.
    "authorisation.approved": {},
    "authorisation.refused": {},
    "authorisation.objected": {},
    "authorisation.condition-met": {},
    // Silence counts after all: the notice is known to have reached the controller.
    "authorisation.silence-proven": {},
    "authorisation.revoked": { needsReason: true },
    "authorisation.suspended": { needsReason: true },
    "authorisation.resumed": {},
    "authorisation.withdrawn": { needsReason: true },
    // Another sub-processor was proposed.
    "authorisation.replaced": {},
    "authorisation.contract-terminated": {},
    // Replaced by a newer request about the sub-processor.
    "authorisation.superseded": {},
    "authorisation.ended": { needsReason: true },
    "authorisation.reminded": {},
  },
  fieldWords: "authorisation.fields",
  /** A line of the matrix is a controller's. */
  listed: [{ table: "authorisation", column: "controller_id" }],
  drawn: [
    { table: "authorisation", column: "id" },
    { table: "authorisation_fact", column: "authorisation_id" },
    { table: "decision_certificate", column: "authorisation_id" },
    { table: "decision_signature", column: "authorisation_id" },
    { table: "decision_completion", column: "authorisation_id" },
  ],
  fields: [
    "controllerId",
    "contractId",
    "subProcessorId",
    "subProcessorVersion",
    "scopeDigest",
    "regime",
    "days",
    "zone",
    "language",
    "recipient",
    "text",
    "supersedesId",
    "listVersion",
    "state",
    "at",
    "channel",
    "source",
    "document",
    "signatory",
    "capacity",
    "power",
    "reason",
    "textDigest",
    "listDigest",
    "letterId",
    "conditionId",
    "kind",
    "lastDay",
    "daysLeft",
  ],
  documents: [
    {
      subject: "authorisation",
      read: "authorisation.read",
      write: "authorisation.write",
      segment: "authorisations",
    },
  ],
  awaitsContact: { segment: "requests" },
  thread: { read: "authorisation.read", segment: "authorisations" },
  isSearched: true,
  places: [{ id: "askAuthorisation", segment: "/authorisations/new", needs: "authorisation.write" }],
  obligations: {
    "authorisation.answer": {
      source: "gdpr",
      article: "28(2)",
      basis: "contractual",
      weight: 5,
      leads: [7, 3, 1, 0],
    },
    "authorisation.expired": { source: "gdpr", article: "28(2)", basis: "statutory", weight: 5, leads: [-1] },
    "authorisation.receipt": { source: "gdpr", article: "28(2)", basis: "statutory", weight: 3, leads: [-3] },
    "authorisation.confirmation": {
      source: "gdpr",
      article: "28(2)",
      basis: "statutory",
      weight: 4,
      leads: [-3],
    },
    "authorisation.written-no": { source: "gdpr", article: "28(9)", basis: "own", weight: 2, leads: [-3] },
  },
  dossier: { section: "authorisations", place: 5, article: "28(2)" },
  partyPart: {
    table: "authorisation",
    links: { controller: { column: "controller_id" }, "sub-processor": { column: "sub_processor_id" } },
    counted: [{ column: "state", not: ["draft"] }],
    owed: [{ column: "state", is: ["submitted", "notified", "expired"] }],
    read: "authorisation.read",
    list: { segment: "/authorisations", by: "name" },
    begin: { segment: "/authorisations/new", needs: "authorisation.write", of: ["controller"] },
    row: { segment: "/authorisations", reference: "reference", title: "controller_name" },
    events: [
      {
        facts: { table: "authorisation_fact", key: "authorisation_id" },
        at: "at",
        event: "event",
        words: "authorisation.events.*",
      },
    ],
    besides: [
      "authorisation_condition",
      "decision_certificate",
      "decision_completion",
      "decision_reading",
      "decision_signature",
    ],
  },
});
