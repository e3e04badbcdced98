import { defineNoun } from "./noun";
import { EVERYONE } from "./roles";

/** Duties towards every controller and what each lacks, composed of the rows of other nouns; its figures by day. */
export const complianceNoun = defineNoun({
  id: "compliance",
  found: "gaps",
  navigation: [{ id: "compliance", room: "proofs", isDoor: true, segment: "/compliance" }],
  acts: {
    "compliance.read": { staff: EVERYONE },
    /** Stores the figures of a day. */
    "compliance.record": { jobs: ["gap-reassessment"] },
  },
  events: {},
  fields: [],
  places: [
    { id: "complianceGaps", segment: "/compliance/gaps", needs: "compliance.read" },
    { id: "complianceTrend", segment: "/compliance/trend", needs: "compliance.read" },
  ],
});
