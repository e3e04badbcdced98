import { defineNoun } from "./noun";
import { STEWARDS } from "./roles";

/** Dated access of an auditor, read-only, art. 28(3)(h), 58(1). */
export const auditNoun = defineNoun({
  id: "audit",
  found: { none: "grants are listed where they are given" },
  navigation: [{ id: "auditors", room: "proofs", segment: "/auditors" }],
  acts: {
    "audit.read": { staff: STEWARDS },
    /** Grant, revoke, collect again. */
    "audit.grant": { staff: STEWARDS },
    /** Reads what was collected for a grant. */
    "audit.view": { auditor: true },
    "audit.collect": { jobs: ["audit-collecting"] },
  },
  events: {
    "audit.granted": {},
    "audit.collected": {},
    "audit.failed": {},
    "audit.retried": {},
    // The first sign-in.
    "audit.accepted": {},
    "audit.revoked": { needsReason: true },
  },
  fieldWords: "grant.fields",
  fields: [
    "name",
    "email",
    "mandate",
    "reasons",
    "language",
    "controllers",
    "sections",
    "asOf",
    "startsAt",
    "endsAt",
    "requiresSecondFactor",
    "digest",
    "rows",
    "state",
    "hadEntered",
  ],
  places: [{ id: "newAuditor", segment: "/auditors/new", needs: "audit.grant" }],
});
