import { defineNoun } from "./noun";
import { WRITERS } from "./roles";
import { FACT_FIELDS, linedWorkOf } from "./work";

/** Audits by the DPO and what they found, art. 39(1)(b). */
export const internalAuditNoun = defineNoun({
  ...linedWorkOf({ id: "internal-audit", segment: "audits", writers: WRITERS, place: "newInternalAudit" }),
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
      leads: [7, 0, -1],
    },
    "internal-audit.finding": {
      source: "gdpr",
      article: "39(1)(b)",
      basis: "own",
      weight: 3,
      leads: [30, 7, 0, -1],
    },
  },
});
