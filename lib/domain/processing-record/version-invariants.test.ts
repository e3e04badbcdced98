import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLACE_KINDS } from "@/lib/domain/country/place-kinds";
import {
  ANSWERS,
  FREQUENCIES,
  INSTRUMENTS,
  LEGAL_BASES,
  recordContentSchema,
  SPECIAL_CATEGORIES,
} from "./content";
import { RECORD_STATES } from "./types";
import { NO_LINKS } from "./links";
import { planRestore } from "./restore";
import { compareVersions, type FieldChange, type RecordDescription, type RowChange } from "./version-changes";

// Limits the vocabulary, so that two texts and two lists often share words.
const word = fc.constantFrom("appel", "client", "rappel", "العميل", "été", "n° 4", "😀", "30(2)", "");
const text = fc.oneof(
  fc
    .array(fc.tuple(word, fc.constantFrom(" ", "\n", ", ", "  ")))
    .map((parts) => parts.flat().join("").trim()),
  fc.string({ unit: "grapheme", maxLength: 40 }).map((stated) => stated.replaceAll("\0", "").trim()),
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
  placeKind: fc.constantFrom(null, ...PLACE_KINDS),
  instrument: fc.constantFrom(null, ...INSTRUMENTS),
  sccModule: fc.constantFrom(null, 2 as const),
  instrumentText: text,
  signedOn: date,
  assessedOn: date,
  assessmentText: text,
  derogationDocuments: text,
});
const subProcessor = fc.record({
  name: fc.constantFrom("Nord", "Sud", "Est"),
  country,
  service: text,
  subProcessorId: fc.option(fc.uuid()),
});

const content = fc
  .record({
    activity: text.map((stated) => stated || "Appels"),
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
  .map((stated) => recordContentSchema.parse(stated));

const anyDescription: fc.Arbitrary<RecordDescription> = fc.record({
  reference: fc.constantFrom("T-001", "T-002"),
  controllerId: fc.constantFrom("a", "b", null),
  state: fc.constantFrom(...RECORD_STATES),
  stateSince: fc.constantFrom(null, "2026-01-05", "2026-02-01"),
  content,
});

/** Reads the changes as instructions: what `after` says, of one that says `before`. */
function apply(before: RecordDescription, changes: readonly FieldChange[]): RecordDescription {
  return changes.reduce<RecordDescription>((now, change) => {
    switch (change.kind) {
      case "reference":
      case "controller":
        return { ...now, [change.field]: change.after };
      case "state":
        return { ...now, ...change.after };
      case "text":
        return write(now, change.field, joined(change.parts, "removed"));
      case "items":
        return write(
          now,
          change.field,
          change.items.filter(({ mark }) => mark !== "removed").map(({ item }) => item),
        );
      case "destinations":
        return write(now, change.field, rowsLeft(change.rows));
      case "subProcessors":
        return write(now, change.field, rowsLeft(change.rows));
      default:
        return write(now, change.field, change.after);
    }
  }, before);
}

const write = (now: RecordDescription, field: string, value: unknown): RecordDescription => ({
  ...now,
  content: { ...now.content, [field]: value },
});
const joined = (pieces: readonly { mark: string; text: string }[], without: string) =>
  pieces
    .filter(({ mark }) => mark !== without)
    .map(({ text }) => text)
    .join("");
const rowsLeft = <Row>(rows: readonly RowChange<Row>[]) =>
  rows.flatMap((row) => (row.mark === "changed" ? [row.after] : row.mark === "removed" ? [] : [row.row]));

describe("compareVersions", () => {
  it("finds nothing between an entry and itself", () => {
    fc.assert(
      fc.property(
        anyDescription,
        (one) => void expect(compareVersions(one, structuredClone(one))).toEqual([]),
      ),
    );
  });

  it("says enough to make the new out of the old", () => {
    fc.assert(
      fc.property(anyDescription, anyDescription, (before, after) => {
        expect(apply(before, compareVersions(before, after))).toEqual(after);
      }),
    );
  });

  it("loses nothing of the old: what went stands beside what stayed", () => {
    fc.assert(
      fc.property(anyDescription, anyDescription, (before, after) => {
        for (const change of compareVersions(before, after)) {
          if (change.kind === "text")
            expect(joined(change.parts, "added")).toBe(before.content[change.field]);
          if (change.kind === "items")
            expect(change.items.filter(({ mark }) => mark !== "added").map(({ item }) => item)).toEqual(
              before.content[change.field],
            );
        }
      }),
    );
  });
});

describe("planRestore", () => {
  it("never moves a state, and where nothing stands in the way says all that the version said", () => {
    fc.assert(
      fc.property(anyDescription, anyDescription, (current, earlier) => {
        const plan = planRestore(current, earlier, {
          retiredMeasures: [],
          withdrawnProcedures: [],
          statuses: null,
          links: NO_LINKS,
          isControllerArchived: false,
          isReferenceTaken: false,
        });
        if (!plan.ok) return;
        const { state, stateSince } = current;
        expect(plan.description).toEqual({ ...earlier, state, stateSince });
        expect(compareVersions(current, plan.description)).not.toEqual([]);
      }),
    );
  });
});
