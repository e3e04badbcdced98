import { defineNoun } from "./noun";
import { CONTACTS, EVERYONE, SIGNATORIES, STEWARDS, WRITERS } from "./roles";

/** A documented instruction of a controller, art. 28(3)(a). */
export const instructionNoun = defineNoun({
  id: "instruction",
  found: "instructions",
  navigation: [{ id: "instructions", room: "clients", segment: "/instructions" }],
  acts: {
    "instruction.read": { staff: EVERYONE, contact: CONTACTS },
    /** Record what was received, correct it, add what came in writing. */
    "instruction.write": { staff: WRITERS },
    /** Check, accept, contest, and what the controller answers. */
    "instruction.decide": { staff: STEWARDS },
    /** In the portal, by whoever binds the controller. */
    "instruction.give": { contact: SIGNATORIES },
    /** Acknowledge, confirm, amend, withdraw there. */
    "instruction.answer": { contact: SIGNATORIES },
  },
  events: {
    "instruction.recorded": {},
    "instruction.corrected": {},
    // Its kind, stated after it was recorded.
    "instruction.classified": {},
    // A telephone call, confirmed in writing.
    "instruction.written": {},
    "instruction.checked": {},
    "instruction.accepted": {},
    // 28(3), last subparagraph.
    "instruction.contested": {},
    // Acknowledged by the controller.
    "instruction.acknowledged": {},
    "instruction.confirmed": {},
    "instruction.amended": {},
    "instruction.withdrawn": {},
  },
  fieldWords: "instruction.fields",
  drawn: [
    { table: "instruction", column: "id" },
    { table: "instruction_version", column: "instruction_id" },
    { table: "instruction_fact", column: "instruction_id" },
    { table: "contact_signature", column: "subject_id" },
  ],
  fields: [
    "id",
    "controllerId",
    "number",
    "year",
    "text",
    "kind",
    "textDigest",
    "authorName",
    "authorPower",
    "authority",
    "channel",
    "receivedAt",
    "effectiveOn",
    "transferEffect",
    "transferText",
    "recordIds",
    "covers",
    "supersedesId",
    "contactId",
    "addressUnproven",
    "state",
    "version",
    "on",
    "note",
    "source",
    "infringes",
    "recipient",
    "successor",
    "writer",
    "medium",
    "writing",
    "documentId",
    "letterId",
  ],
  documents: [
    { subject: "instruction", read: "instruction.read", write: "instruction.write", segment: "instructions" },
  ],
  awaitsContact: { segment: "instructions" },
  thread: { read: "instruction.read", segment: "instructions" },
  isSearched: true,
  places: [{ id: "newInstruction", segment: "/instructions/new", needs: "instruction.write" }],
  obligations: {
    "instruction.scope": { source: "gdpr", article: "28(3)(a)", basis: "statutory", weight: 4, leads: [] },
    "instruction.uncompared": {
      source: "gdpr",
      article: "28(3)(a)",
      basis: "statutory",
      weight: 2,
      leads: [],
    },
    "instruction.check": {
      source: "gdpr",
      article: "28(3)",
      basis: "statutory",
      weight: 4,
      leads: [1, 0, -1],
    },
    "instruction.decide": {
      source: "gdpr",
      article: "28(3)(a)",
      basis: "statutory",
      weight: 4,
      leads: [1, 0, -3],
    },
    "instruction.reply": {
      source: "gdpr",
      article: "28(3)",
      basis: "statutory",
      weight: 3,
      leads: [-3, -10],
    },
    "instruction.writing": {
      source: "gdpr",
      article: "28(3)(a)",
      basis: "statutory",
      weight: 3,
      leads: [-3],
    },
  },
  dossier: { section: "instructions", place: 7, article: "28(3)(a)" },
  partyPart: {
    table: "instruction",
    links: { controller: { column: "controller_id" } },
    owed: [{ column: "state", is: ["received", "checked"] }],
    read: "instruction.read",
    list: { segment: "/instructions" },
    begin: { segment: "/instructions/new", needs: "instruction.write", of: ["controller"] },
    row: { segment: "/instructions", reference: "number", title: "text" },
    events: [
      { at: "received_at", words: "party-parts.events.received" },
      {
        facts: { table: "instruction_fact", key: "instruction_id" },
        on: "fact_on",
        event: "event",
        words: "instruction.events.*",
      },
    ],
    besides: ["instruction_version", "instruction_series"],
  },
});
