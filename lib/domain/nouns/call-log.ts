import { defineNoun } from "./noun";
import { EVERYONE, STEWARDS, WRITERS } from "./roles";

/** Log of a dialler, each call of which is judged by the law of its day, art. 28(3)(a). */
export const callLogNoun = defineNoun({
  id: "call-log",
  found: { none: "listed by campaign on their own page; what they hold is no text" },
  navigation: [{ id: "logs", room: "telephone", segment: "/telephone/logs" }],
  listed: [
    { table: "call_log_judgement", column: "log_id" },
    { table: "call_log_fact", column: "log_id" },
  ],
  tables: [
    { name: "call_log_judgement", kind: "fact" },
    { name: "call_log_fact", kind: "fact" },
  ],
  acts: {
    "call-log.read": { staff: EVERYONE },
    "call-log.receive": { staff: WRITERS },
    /** Decide what codes mean, judge again. */
    "call-log.decide": { staff: WRITERS },
    /** Take its report away. */
    "call-log.take": { staff: WRITERS },
    "call-log.close": { staff: STEWARDS },
    "call-log.judge": { jobs: ["gap-reassessment"] },
    "call-log.clear": { staff: STEWARDS, jobs: ["gap-reassessment"] },
  },
  events: {
    "call-log.received": {},
    "call-log.failed": {},
    "call-log.judged": {},
    "call-log.outcomes": {},
    "call-log.asked": {},
    "call-log.objections": {},
    "call-log.closed": { needsReason: true },
    "call-log.cleared": {},
    "call-log.reported": {},
  },
  fieldWords: "call-log.fields",
  fields: [
    "campaignId",
    "fileName",
    "sha256",
    "lines",
    "calls",
    "knownCalls",
    "keptUntil",
    "failure",
    "cause",
    "broken",
    "doubted",
    "warned",
    "byHouse",
    "outcomes",
    "choices",
    "on",
    "cleared",
    "findingsDigest",
  ],
  obligations: {
    /** Calls outside instructions ask for an act without delay, and break a duty of the processor alone. */
    "call-log.outside": { source: "gdpr", article: "28(3)(a)", basis: "statutory", weight: 4, leads: [] },
  },
  places: [{ id: "newCallLog", segment: "/telephone/logs/new", needs: "call-log.receive" }],
});
