import { defineNoun } from "./noun";
import { WRITERS } from "./roles";
import { FACT_FIELDS, linedWorkOf } from "./work";

/** A text, a ruling or a position that the DPO has read, art. 39(1)(a). */
export const watchItemNoun = defineNoun({
  ...linedWorkOf({ id: "watch-item", segment: "watch", writers: WRITERS, place: "newWatchItem" }),
  navigation: [{ id: "dpo", group: "prove", segment: "/dpo" }],
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
      leads: [30, 7, 0, -1],
    },
  },
});
