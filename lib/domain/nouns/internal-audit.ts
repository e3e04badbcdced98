import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";

/** Audits by the DPO and what they found, art. 39(1)(b). */
export const internalAuditNoun = defineNoun({
  id: "internal-audit",
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
  fieldWords: "dpo-work.fields.internal-audit",
  fields: [
    "title",
    "on",
    "auditor",
    "scope",
    "conclusions",
    "text",
    "severity",
    "article",
    "action",
    "owner",
    "dueOn",
    "event",
    "detail",
    "reason",
    "nextOn",
    "amount",
    "line",
  ],
  documents: [
    {
      subject: "internal-audit",
      read: "internal-audit.read",
      write: "internal-audit.write",
      segment: "dpo/audits",
    },
  ],
  isSearched: true,
  places: [{ id: "newInternalAudit", segment: "/dpo/audits/new", needs: "internal-audit.write" }],
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
