import { defineNoun } from "./noun";
import { STEWARDS } from "./roles";

/** An auditor, let in by a grant. */
export const auditNoun = defineNoun({
  id: "audit",
  acts: {
    "audit.read": { staff: STEWARDS },
    "audit.grant": { staff: STEWARDS },
  },
  events: {},
  fields: [],
});
