import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";
import { FACT_FIELDS, workOf } from "./work";

/** Awareness-raising and training of staff, art. 39(1)(b). */
export const trainingNoun = defineNoun({
  ...workOf({ id: "training", segment: "trainings", place: "newTraining" }),
  acts: {
    "training.read": { staff: EVERYONE, jobs: ["contract-reminder"] },
    "training.write": { staff: WRITERS },
  },
  events: {
    "training.created": {},
    "training.updated": {},
    // A dated fact about it, or about one of its lines.
    "training.recorded": {},
  },
  fields: [
    "title",
    "minutes",
    "trainer",
    "programme",
    "staff",
    "others",
    "headcount",
    "repeatMonths",
    "repeatsId",
    ...FACT_FIELDS,
  ],
  dossier: {
    section: "trainings",
    place: 9,
    article: "39(1)(b)",
    rows: [
      { table: "dpo_work", column: "id" },
      { table: "dpo_work_version", column: "work_id" },
      { table: "dpo_work_fact", column: "work_id" },
    ],
  },
  obligations: {
    "training.hold": {
      source: "gdpr",
      article: "39(1)(b)",
      basis: "own",
      weight: 1,
      isOfOrganisation: true,
      leads: [7, 0, -1],
    },
    "training.repeat": {
      source: "gdpr",
      article: "39(1)(b)",
      basis: "own",
      weight: 2,
      isOfOrganisation: true,
      leads: [60, 30, 7, -1],
    },
  },
});
