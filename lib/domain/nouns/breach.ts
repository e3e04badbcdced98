import { defineNoun } from "./noun";
import { EVERYONE, STEWARDS, WRITERS } from "./roles";

/** A breach of personal data, documented under art. 33(5). */
export const breachNoun = defineNoun({
  id: "breach",
  navigation: [{ id: "breaches", group: "answer", segment: "/breaches" }],
  acts: {
    "breach.read": { staff: EVERYONE, jobs: ["contract-reminder"] },
    /** Begin the file, record and correct facts. */
    "breach.write": { staff: WRITERS },
    /** Confirm or set aside a controller, overrule the severity, close, reopen. */
    "breach.decide": { staff: STEWARDS },
  },
  events: {
    "breach.begun": {},
    // A fact was recorded, or stands beside the one that it corrects.
    "breach.fact-added": {},
    "breach.fact-corrected": { needsReason: true },
    "breach.controllers-proposed": {},
    "breach.controller-confirmed": {},
    "breach.controller-set-aside": { needsReason: true },
    "breach.severity-overruled": { needsReason: true },
    "breach.closed": {},
    "breach.reopened": { needsReason: true },
  },
  fieldWords: "breach.fields",
  fields: [
    "reference",
    "title",
    "isDrill",
    "status",
    "awareAt",
    "version",
    "factId",
    "number",
    "kind",
    "value",
    "at",
    "controllerId",
    "controllerIds",
    "correctsId",
    "reason",
  ],
  documents: [{ subject: "breach", read: "breach.read", write: "breach.write", segment: "breaches" }],
  isSearched: true,
  places: [{ id: "beginBreach", segment: "/breaches/new", needs: "breach.write" }],
});
