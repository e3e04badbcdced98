import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";
import { FACT_FIELDS, workOf } from "./work";

/** A text, a ruling or a position that the DPO has read, art. 39(1)(a). */
export const watchItemNoun = defineNoun({
  ...workOf({ id: "watch-item", segment: "watch", place: "newWatchItem" }),
  acts: {
    "watch-item.read": { staff: EVERYONE, jobs: ["contract-reminder"] },
    "watch-item.write": { staff: WRITERS },
  },
  events: {
    "watch-item.created": {},
    "watch-item.updated": {},
    // A dated fact about it, or about one of its lines.
    "watch-item.recorded": {},
    "watch-item.line-added": {},
    "watch-item.line-changed": {},
  },
  navigation: [{ id: "dpo", room: "proofs", segment: "/dpo" }],
  tables: [
    { name: "dpo_work", kind: "row" },
    { name: "dpo_work_version", kind: "version", of: "work_id" },
    { name: "dpo_work_fact", kind: "fact" },
  ],
  fields: [
    "title",
    "source",
    "url",
    "publishedOn",
    "readOn",
    "changes",
    "text",
    "owner",
    "dueOn",
    ...FACT_FIELDS,
    "line",
  ],
  obligations: {
    "watch-item.task": {
      source: "gdpr",
      article: "39(1)(b)",
      basis: "own",
      weight: 2,
      isOfOrganisation: true,
      leads: [30, 7, 0, -1],
    },
  },
});
