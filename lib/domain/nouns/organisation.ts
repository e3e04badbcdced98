import { defineNoun } from "./noun";
import { EVERYONE, OWNER, STEWARDS } from "./roles";

/** The processor that uses the product, and its example. */
export const organisationNoun = defineNoun({
  id: "organisation",
  navigation: [{ id: "organisation", group: "prove", segment: "/organisation" }],
  acts: {
    "organisation.create": { setup: true },
    "organisation.read": { staff: EVERYONE, jobs: ["gap-reassessment"] },
    "organisation.update": { staff: STEWARDS },
    "example.fill": { staff: OWNER, setup: true },
    "example.clear": { staff: OWNER },
  },
  events: {
    "organisation.created": {},
    "organisation.updated": {},
    "example.filled": {},
    "example.cleared": {},
  },
  places: [{ id: "demands", segment: "/organisation/security", needs: "organisation.update" }],
});
