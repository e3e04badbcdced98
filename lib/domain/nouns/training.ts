import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";

/** Awareness-raising and training of staff, art. 39(1)(b). */
export const trainingNoun = defineNoun({
  id: "training",
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
  fieldWords: "dpo-work.fields.training",
  fields: [
    "title",
    "on",
    "minutes",
    "trainer",
    "programme",
    "staff",
    "others",
    "headcount",
    "repeatMonths",
    "repeatsId",
    "event",
    "detail",
    "reason",
    "nextOn",
    "amount",
  ],
  documents: [
    { subject: "training", read: "training.read", write: "training.write", segment: "dpo/trainings" },
  ],
  isSearched: true,
  dossier: { section: "trainings", place: 9, article: "39(1)(b)" },
  places: [{ id: "newTraining", segment: "/dpo/trainings/new", needs: "training.write" }],
  obligations: {
    "training.hold": { source: "gdpr", article: "39(1)(b)", basis: "own", weight: 1, leads: [7, 0, -1] },
    "training.repeat": {
      source: "gdpr",
      article: "39(1)(b)",
      basis: "own",
      weight: 2,
      leads: [60, 30, 7, -1],
    },
  },
});
