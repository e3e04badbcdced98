import { defineNoun } from "./noun";
import { CONTACTS, EVERYONE, SIGNATORIES, STEWARDS, WRITERS } from "./roles";

/** Words that an agent says in a call to sell, L221-16, in the editions that its controller approves. */
export const callScriptNoun = defineNoun({
  id: "call-script",
  found: "telephone",
  navigation: [
    { id: "scripts", room: "telephone", segment: "/telephone/scripts", also: ["/telephone/script"] },
  ],
  awaitsContact: { segment: "scripts" },
  listed: [
    { table: "call_script", column: "id" },
    { table: "call_script_version", column: "call_script_id" },
    { table: "call_script_fact", column: "call_script_id" },
  ],
  tables: [
    { name: "call_script", kind: "row" },
    { name: "call_script_version", kind: "version", of: "call_script_id" },
    { name: "call_script_fact", kind: "fact" },
    { name: "call_script_request", kind: "fact" },
    { name: "call_script_decision", kind: "fact" },
    { name: "call_script_reading", kind: "fact" },
  ],
  acts: {
    "call-script.read": { staff: EVERYONE, contact: CONTACTS },
    /** Write it, ask for its approval, record who read it. */
    "call-script.write": { staff: WRITERS },
    /** Put an edition into use, retire, reopen. */
    "call-script.move": { staff: STEWARDS },
    /** In the portal, for the controller. */
    "call-script.decide": { contact: SIGNATORIES },
  },
  events: {
    "call-script.created": {},
    "call-script.updated": {},
    // Its text is sealed.
    "call-script.requested": {},
    "call-script.approved": {},
    "call-script.refused": {},
    "call-script.used": {},
    "call-script.retired": { needsReason: true },
    "call-script.reopened": {},
    "call-script.agents-recorded": {},
  },
  fieldWords: "call-script.fields",
  drawn: [
    { table: "call_script_request", column: "id" },
    { table: "call_script_decision", column: "request_id" },
    { table: "contact_signature", column: "subject_id" },
  ],
  fields: [
    "controllerId",
    "title",
    "sector",
    "language",
    "isRecorded",
    "text",
    "edition",
    "state",
    "usedEdition",
    "textDigest",
    "outcome",
    "power",
    "reason",
    "contactId",
    "kind",
    "means",
    "on",
    "agents",
  ],
  places: [{ id: "newCallScript", segment: "/telephone/scripts/new", needs: "call-script.write" }],
  obligations: {
    "call-script.mentions": {
      source: "consumer",
      article: "L221-16",
      basis: "statutory",
      weight: 4,
      leads: [],
    },
    "call-script.approval": {
      source: "gdpr",
      article: "28(3)(a)",
      basis: "statutory",
      weight: 2,
      leads: [],
    },
    "call-script.unread": { source: "own", article: "", basis: "own", weight: 2, leads: [] },
  },
  partyPart: {
    table: "call_script",
    links: { controller: { column: "controller_id" } },
    counted: [{ column: "state", not: ["retired"] }],
    read: "call-script.read",
    list: { segment: "/telephone/scripts" },
    begin: { segment: "/telephone/scripts/new", needs: "call-script.write", of: ["controller"] },
    row: { segment: "/telephone/scripts", reference: "reference", title: "title" },
    besides: ["call_script_decision", "call_script_request"],
  },
});
