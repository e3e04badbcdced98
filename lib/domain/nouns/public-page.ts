import { defineNoun } from "./noun";
import { STEWARDS } from "./roles";

/** Page that the organisation shows to strangers by its own choice, art. 5(2), 28(2). */
export const publicPageNoun = defineNoun({
  id: "public-page",
  found: { none: "there is one, an entry of the navigation" },
  navigation: [{ id: "public-page", room: "proofs", segment: "/public-page" }],
  tables: [
    { name: "public_page", kind: "row" },
    { name: "public_page_fact", kind: "fact" },
  ],
  acts: {
    "public-page.read": { staff: STEWARDS },
    /** Settings, opening and closing, subscribers. */
    "public-page.manage": { staff: STEWARDS },
    /** Writes to subscribers of what changed. */
    "public-page.tell": { jobs: ["contract-reminder"] },
  },
  events: {
    "public-page.saved": {},
    "public-page.opened": {},
    "public-page.closed": { needsReason: true },
    "public-page.told": {},
    "public-page.subscriber-removed": {},
  },
  fieldWords: "public-page.fields",
  fields: ["address", "parts", "activity", "certifications", "subscribers", "changes"],
});
