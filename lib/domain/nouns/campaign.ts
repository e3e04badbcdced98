import { defineNoun } from "./noun";
import { CONTACTS, EVERYONE, STEWARDS, WRITERS } from "./roles";

/** Campaign of calls to sell, by which an instruction of a controller is executed. */
export const campaignNoun = defineNoun({
  id: "campaign",
  found: "telephone",
  navigation: [{ id: "campaigns", room: "telephone", segment: "/telephone/campaigns" }],
  listed: [
    { table: "campaign", column: "id" },
    { table: "campaign_version", column: "campaign_id" },
    { table: "campaign_fact", column: "campaign_id" },
  ],
  tables: [
    { name: "campaign", kind: "row" },
    { name: "campaign_version", kind: "version", of: "campaign_id" },
    { name: "campaign_fact", kind: "fact" },
    { name: "campaign_scrub", kind: "fact" },
  ],
  acts: {
    "campaign.read": { staff: EVERYONE, contact: CONTACTS },
    "campaign.write": { staff: WRITERS },
    /** Start, pause, resume, end. */
    "campaign.move": { staff: STEWARDS },
  },
  events: {
    "campaign.created": {},
    "campaign.updated": {},
    "campaign.scrubbed": {},
    "campaign.started": {},
    "campaign.paused": { needsReason: true },
    "campaign.resumed": {},
    "campaign.ended": { needsReason: true },
  },
  fieldWords: "campaign.fields",
  fields: [
    "title",
    "controllerId",
    "instructionId",
    "instructionReason",
    "scriptId",
    "state",
    "professional",
    "product",
    "sector",
    "audience",
    "territories",
    "countries",
    "provenance",
    "basis",
    "firstDay",
    "lastDay",
    "numbers",
    "abroad",
    "robot",
    "dialler",
    "writes",
    "saleOwn",
    "saleSimilar",
    "saleCollected",
    "saleRefusalThen",
    "saleRefusalEach",
    "scrubbedOn",
    "fileCount",
    "certificate",
  ],
  documents: [
    {
      subject: "campaign",
      read: "campaign.read",
      write: "campaign.write",
      segment: "telephone/campaigns",
    },
  ],
  obligations: {
    // Falls due while it runs without ground.
    "campaign.ground": { source: "gdpr", article: "28(3)(a)", basis: "statutory", weight: 5, leads: [] },
    // A person decides what leaves a running campaign in doubt.
    "campaign.doubt": { source: "gdpr", article: "28(3)(a)", basis: "statutory", weight: 3, leads: [] },
    // Begins within days, and its readiness is not green.
    "campaign.start": { source: "gdpr", article: "28(3)(a)", basis: "statutory", weight: 3, leads: [] },
  },
  places: [{ id: "newCampaign", segment: "/telephone/campaigns/new", needs: "campaign.write" }],
  dossier: {
    section: "telephone",
    place: 11,
    article: "28(3)(a)",
    rows: [
      { table: "campaign", column: "id" },
      { table: "campaign_version", column: "campaign_id" },
      { table: "campaign_fact", column: "campaign_id" },
      { table: "campaign_scrub", column: "campaign_id" },
      { table: "consent_collection", column: "id" },
      { table: "consent_file", column: "collection_id" },
      { table: "call_script", column: "id" },
      { table: "call_script_version", column: "call_script_id" },
      { table: "call_log", column: "id" },
      { table: "call_log_fact", column: "log_id" },
    ],
  },
  partyPart: {
    table: "campaign",
    links: { controller: { column: "controller_id" } },
    read: "campaign.read",
    list: { segment: "/telephone/campaigns" },
    begin: { segment: "/telephone/campaigns/new", needs: "campaign.write", of: ["controller"] },
    row: { segment: "/telephone/campaigns", reference: "reference", title: "title" },
    events: [
      {
        facts: { table: "campaign_fact", key: "campaign_id" },
        on: "fact_on",
        event: "event",
        words: "campaign.events.*.done",
      },
    ],
  },
});
