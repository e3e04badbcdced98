import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";
import { FACT_FIELDS, workOf } from "./work";

/** Audits by the DPO and what they found, art. 39(1)(b). */
export const internalAuditNoun = defineNoun({
  ...workOf({ id: "internal-audit", segment: "audits", place: "newInternalAudit" }),
  acts: {
    "internal-audit.read": { staff: EVERYONE, jobs: ["contract-reminder"] },
    "internal-audit.write": { staff: WRITERS },
  },
  events: {
    "internal-audit.created": {},
    "internal-audit.updated": {},
    // A dated fact about it, or about one of its lines.
    "internal-audit.recorded": {},
    "internal-audit.line-added": {},
    "internal-audit.line-changed": {},
  },
  fields: [
    "title",
    "auditor",
    "scope",
    "conclusions",
    "text",
    "severity",
    "article",
    "action",
    "owner",
    "dueOn",
    ...FACT_FIELDS,
    "line",
  ],
  obligations: {
    "internal-audit.report": {
      source: "gdpr",
      article: "39(1)(b)",
      basis: "own",
      weight: 1,
      isOfOrganisation: true,
      leads: [7, 0, -1],
    },
    "internal-audit.finding": {
      source: "gdpr",
      article: "39(1)(b)",
      basis: "own",
      weight: 3,
      isOfOrganisation: true,
      leads: [30, 7, 0, -1],
    },
  },
});
