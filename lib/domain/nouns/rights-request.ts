import { defineNoun } from "./noun";
import { EVERYONE, STEWARDS, WRITERS } from "./roles";

/** Request of a data subject, art. 12 to 22, which its processor relays and executes, 28(3)(e). */
export const rightsRequestNoun = defineNoun({
  id: "rights-request",
  found: "rightsRequests",
  navigation: [{ id: "rights-requests", room: "rights", segment: "/rights-requests" }],
  tables: [
    { name: "rights_request", kind: "row" },
    { name: "rights_request_fact", kind: "fact" },
    { name: "rights_request_rule", kind: "row" },
  ],
  acts: {
    "rights-request.read": { staff: EVERYONE, contact: ["reader", "signatory"], jobs: ["contract-reminder"] },
    /** Receive, place, relay, record what is done. */
    "rights-request.write": { staff: WRITERS },
    /** Make one by the form of the organisation's public page. */
    "rights-request.submit": { subject: true },
    /** Look for other readings of the numbers of objections. */
    "rights-request.doubt-number": { jobs: ["number-reading"] },
    /** Set aside as nobody's, confirm, close. */
    "rights-request.decide": { staff: STEWARDS },
    /** Empty a closed request of its person, by hand or by the rule. */
    "rights-request.erase": { staff: STEWARDS, jobs: ["request-erasure"] },
    /** Lodge a request that the controller received, in its portal. */
    "rights-request.lodge": { contact: ["signatory"] },
    /** Answer for the controller, in its portal. */
    "rights-request.answer": { contact: ["signatory"] },
  },
  events: {
    "rights-request.received": {},
    "rights-request.recorded": {},
    "rights-request.rule-set": {},
  },
  fieldWords: "rights-request.fields",
  drawn: [
    { table: "rights_request", column: "id" },
    { table: "rights_request_fact", column: "request_id" },
  ],
  fields: [
    "reference",
    "receivedAt",
    "channel",
    "rights",
    "controllerId",
    "state",
    "kind",
    "at",
    "value",
    "number",
    "retentionMonths",
  ],
  documents: [
    {
      subject: "rights-request",
      read: "rights-request.read",
      write: "rights-request.write",
      segment: "rights-requests",
    },
  ],
  awaitsContact: { segment: "rights-requests" },
  isSearched: true,
  obligations: {
    // Nobody knows whose it is: nothing can be relayed.
    "rights-request.place": {
      source: "gdpr",
      article: "28(3)(e)",
      basis: "contractual",
      weight: 5,
      leads: [0, -24, -72],
      isHourly: true,
    },
    // Received in a burst: whether they are requests of persons is to be examined, and each is one until then.
    "rights-request.held": {
      source: "gdpr",
      article: "28(3)(e)",
      basis: "contractual",
      weight: 5,
      leads: [0, -24, -72],
      isHourly: true,
    },
    // Its objection is recorded under a number that may be another person's, and not under the person's own.
    "rights-request.read-number": {
      source: "gdpr",
      article: "21(3)",
      basis: "statutory",
      weight: 5,
      leads: [0, -1, -3],
    },
    // No number and no address of it was understood: nothing is stopped.
    "rights-request.complete-stop": {
      source: "gdpr",
      article: "21(3)",
      basis: "statutory",
      weight: 5,
      leads: [0, -1, -3],
    },
    // Its words may be an objection under another right: everything named is held until somebody reads them.
    "rights-request.stop-question": {
      source: "gdpr",
      article: "21(3)",
      basis: "statutory",
      weight: 5,
      leads: [0, -1, -3],
    },
    "rights-request.relay": {
      source: "gdpr",
      article: "28(3)(e)",
      basis: "contractual",
      weight: 5,
      leads: [24, 4, 0, -24, -72],
      isHourly: true,
    },
    "rights-request.answer": {
      source: "gdpr",
      article: "12(3)",
      basis: "statutory",
      weight: 5,
      leads: [10, 3, 1, 0, -1],
    },
    // The controller instructed its processor to answer the person.
    "rights-request.reply": {
      source: "gdpr",
      article: "28(3)(e)",
      basis: "contractual",
      weight: 5,
      leads: [10, 3, 1, 0, -1],
    },
    "rights-request.answer-uk": {
      source: "uk-gdpr",
      article: "12(3)",
      basis: "statutory",
      weight: 5,
      leads: [10, 3, 1, 0, -1],
    },
    // Access alone: the FADP names no number of days for the other rights.
    "rights-request.answer-swiss": {
      source: "fadp",
      article: "25(7)",
      basis: "statutory",
      weight: 5,
      leads: [10, 3, 1, 0, -1],
    },
    // Nobody has said whether the GDPR binds the controller: its month is counted as the stricter.
    "rights-request.answer-presumed": {
      source: "gdpr",
      article: "12(3)",
      basis: "own",
      weight: 5,
      leads: [10, 3, 1, 0, -1],
    },
    // Executed while its instruction orders nothing: nothing more may be done.
    "rights-request.ground": {
      source: "gdpr",
      article: "28(3)(a)",
      basis: "statutory",
      weight: 5,
      leads: [],
    },
    // Set aside, or withdrawn by its person: the controller that has it is told by letter, or otherwise where it has no address.
    "rights-request.tell-set-aside": {
      source: "gdpr",
      article: "28(3)(e)",
      basis: "contractual",
      weight: 4,
      leads: [0, -1, -3],
    },
    "rights-request.tell-set-aside-otherwise": {
      source: "gdpr",
      article: "28(3)(e)",
      basis: "contractual",
      weight: 4,
      leads: [0, -1, -3],
    },
    // We were to answer its person, and could not reach it: the controller is told, for the answer is its own duty.
    "rights-request.tell-not-reached": {
      source: "gdpr",
      article: "28(3)(e)",
      basis: "contractual",
      weight: 4,
      leads: [0, -1, -3],
    },
    "rights-request.tell-not-reached-otherwise": {
      source: "gdpr",
      article: "28(3)(e)",
      basis: "contractual",
      weight: 4,
      leads: [0, -1, -3],
    },
    "rights-request.execute": {
      source: "gdpr",
      article: "28(3)(e)",
      basis: "contractual",
      weight: 4,
      leads: [0, -2, -7],
    },
    "rights-request.clear-days": {
      source: "law0908",
      article: "8",
      basis: "statutory",
      weight: 5,
      leads: [5, 2, 1, 0, -1],
    },
  },
  places: [
    { id: "newRightsRequest", segment: "/rights-requests/new", needs: "rights-request.write" },
    { id: "rightsFigures", segment: "/rights-requests/figures", needs: "rights-request.read" },
    { id: "rightsRetention", segment: "/rights-requests/retention", needs: "rights-request.decide" },
  ],
  dossier: { section: "requests", place: 10, article: "12" },
  partyPart: {
    table: "rights_request",
    links: { controller: { column: "controller_id" } },
    owed: [{ column: "state", not: ["closed", "not-ours"] }],
    read: "rights-request.read",
    list: { segment: "/rights-requests", view: "all" },
    begin: { segment: "/rights-requests/new", needs: "rights-request.write", of: ["controller"] },
    row: { segment: "/rights-requests", reference: "reference" },
    events: [
      { at: "received_at", words: "party-parts.events.received" },
      {
        facts: { table: "rights_request_fact", key: "request_id" },
        at: "at",
        event: "kind",
        words: "rights-request.kinds.*.done",
      },
    ],
  },
});
