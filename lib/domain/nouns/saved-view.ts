import { defineNoun } from "./noun";
import { EVERYONE, STEWARDS, WRITERS } from "./roles";

/** Names over the address of a list with its filters, of one member or of all the staff. */
export const savedViewNoun = defineNoun({
  id: "saved-view",
  found: { none: "shown above the list that it is of" },
  tables: [{ name: "saved_view_fact", kind: "fact" }],
  acts: {
    /** Save a view of one's own, change it and remove it. */
    "saved-view.write": { staff: EVERYONE },
    /** Show a view to all the staff. */
    "saved-view.share": { staff: WRITERS },
    /** Change and remove the shared views of others. */
    "saved-view.steward": { staff: STEWARDS },
  },
  events: {
    "saved-view.saved": {},
    "saved-view.changed": {},
    "saved-view.removed": {},
  },
  fieldWords: "saved-view.fields",
  fields: ["name", "list", "query", "isShared"],
});
