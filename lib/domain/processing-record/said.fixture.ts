import fc from "fast-check";
import {
  ANSWERS,
  FREQUENCIES,
  INSTRUMENTS,
  LEGAL_BASES,
  recordContentSchema,
  SPECIAL_CATEGORIES,
} from "./content";
import { RECORD_STATES } from "./types";
import type { RecordSaid } from "./version-changes";

// Few words, so that two texts and two lists often share some.
const word = fc.constantFrom("appel", "client", "rappel", "العميل", "été", "n° 4", "😀", "30(2)", "");
const text = fc.oneof(
  fc
    .array(fc.tuple(word, fc.constantFrom(" ", "\n", ", ", "  ")))
    .map((parts) => parts.flat().join("").trim()),
  fc.string({ unit: "grapheme", maxLength: 40 }).map((said) => said.replaceAll("\0", "").trim()),
);
const items = fc.array(fc.constantFrom("Réception", "Saisie", "Rappel", "Écoute", "Archivage"), {
  maxLength: 6,
});
const answer = fc.constantFrom(...ANSWERS);
const country = fc.constantFrom("MA", "TN", "SN", null);
const date = fc.constantFrom(
  null,
  { value: "2024-03", text: "mars 2024" },
  { value: "2025-02-03", text: "" },
);

const destination = fc.record({
  country,
  internationalOrganisation: fc.constantFrom("", "OIT"),
  place: fc.constantFrom("", "Rabat"),
  instrument: fc.constantFrom(null, ...INSTRUMENTS),
  sccModule: fc.constantFrom(null, 2 as const),
  instrumentText: text,
  signedOn: date,
  assessedOn: date,
  assessmentText: text,
  derogationDocuments: text,
});
const subProcessor = fc.record({ name: fc.constantFrom("Nord", "Sud", "Est"), country, service: text });

const content = fc
  .record({
    activity: text.map((said) => said || "Appels"),
    operations: items,
    transferAnswer: answer,
    transferReason: text,
    destinations: fc.array(destination, { maxLength: 4 }),
    measures: items,
    measureIds: fc.subarray(["0190f5e8-0000-7000-8000-000000000001", "0190f5e8-0000-7000-8000-000000000002"]),
    legalBases: fc.subarray([...LEGAL_BASES]),
    specialCategories: fc.shuffledSubarray([...SPECIAL_CATEGORIES]),
    specialAnswer: answer,
    frequency: fc.constantFrom(...FREQUENCIES),
    exemptionClaimed: fc.boolean(),
    subProcessors: fc.array(subProcessor, { maxLength: 4 }),
    startsOn: date,
    reviewedOn: date,
    retention: text,
    notes: text,
  })
  .map((said) => recordContentSchema.parse(said));

/** Anything that an entry may say. */
export const anySaid: fc.Arbitrary<RecordSaid> = fc.record({
  reference: fc.constantFrom("T-001", "T-002"),
  controllerId: fc.constantFrom("a", "b", null),
  state: fc.constantFrom(...RECORD_STATES),
  stateSince: fc.constantFrom(null, "2026-01-05", "2026-02-01"),
  content,
});
