import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factAt, HOUR, T0 } from "./breach.fixture";
import { EVENT_KINDS, STATEMENT_KINDS, type Fact } from "./facts";
import { foldBreach, statementFor } from "./file";

describe("foldBreach", () => {
  it("knows nothing of an empty file", () => {
    expect(foldBreach([])).toMatchObject({ status: "open", awareAt: null, places: [], version: 0 });
  });

  it("takes the earliest awareness, wherever it came from", () => {
    const facts = [
      factAt(1, "aware", { at: T0 }),
      factAt(2, "awareness-elsewhere", { at: T0 - 2 * HOUR }),
      factAt(3, "suspected", { at: T0 - 5 * HOUR }),
    ];
    expect(foldBreach(facts)).toMatchObject({ awareAt: T0 - 2 * HOUR, suspectedAt: T0 - 5 * HOUR });
  });

  it("moves awareness by a correction, and keeps what was corrected", () => {
    const facts = [
      factAt(1, "aware", { at: T0 }),
      factAt(2, "aware", { at: T0 + HOUR, correctsId: "f1", reason: "Heure de Paris" }),
    ];
    const file = foldBreach(facts);
    expect(file.awareAt).toBe(T0 + HOUR);
    expect(file.correctedBy.get("f1")?.id).toBe("f2");
  });

  it("forgets an event that never was", () => {
    const facts = [
      factAt(1, "contained", { at: T0 }),
      factAt(2, "contained", { correctsId: "f1", value: { isWithdrawn: true }, reason: "Autre serveur" }),
    ];
    expect(foldBreach(facts)).toMatchObject({ status: "open", containedAt: null });
  });

  it.each([
    [[], "open"],
    [["contained"], "contained"],
    [["contained", "closed"], "closed"],
    [["closed", "reopened"], "open"],
    [["contained", "closed", "reopened"], "contained"],
  ] as const)("after %j is %s", (kinds, status) => {
    const facts = kinds.map((kind, index) => factAt(index + 1, kind, { at: T0 + index }));
    expect(foldBreach(facts).status).toBe(status);
  });

  it("lets the last statement hold and shows the earlier ones beside it", () => {
    const facts = [
      factAt(1, "persons", { value: { count: 600 } }),
      factAt(2, "persons", { value: { count: 607 }, correctsId: "f1" }),
    ];
    const { persons } = foldBreach(facts).statements;
    expect(persons?.fact.value.count).toBe(607);
    expect(persons?.earlier.map(({ id }) => id)).toEqual(["f1"]);
  });

  it("lets a controller's share speak for itself, and words of the whole for the others", () => {
    const file = foldBreach([
      factAt(1, "persons", { value: { count: 607 } }),
      factAt(2, "cause", { value: { text: "Envoi automatique" } }),
      factAt(3, "persons", { value: { count: 57 }, controllerId: "thieriot" }),
    ]);
    expect(statementFor(file, "thieriot", "persons")?.fact.value.count).toBe(57);
    expect(statementFor(file, "orvelle", "cause")?.fact.value.text).toBe("Envoi automatique");
    expect(file.statements.persons?.earlier).toEqual([]);
  });

  it.each([
    [["controller-confirmed"], 607],
    [["controller-proposed"], 607],
    [["controller-confirmed", "controller-confirmed"], undefined],
    [["controller-confirmed", "controller-proposed"], undefined],
    [["controller-confirmed", "controller-set-aside"], 607],
  ] as const)("gives a figure of the whole to a sole controller alone: %j", (kinds, count) => {
    const placed = kinds.map((kind, index) =>
      factAt(index + 2, kind, { controllerId: ["orvelle", "thieriot"][index] ?? "" }),
    );
    const file = foldBreach([factAt(1, "persons", { value: { count: 607 } }), ...placed]);
    expect(statementFor(file, "orvelle", "persons")?.fact.value.count).toBe(count);
  });

  it("places a controller by the last fact", () => {
    const file = foldBreach([
      factAt(1, "controller-proposed", { controllerId: "orvelle" }),
      factAt(2, "controller-confirmed", { controllerId: "orvelle" }),
      factAt(3, "controller-proposed", { controllerId: "alveole" }),
    ]);
    expect(file.places.map(({ controllerId, status }) => [controllerId, status])).toEqual([
      ["orvelle", "confirmed"],
      ["alveole", "proposed"],
    ]);
  });

  const facts = fc
    .array(
      fc.record({
        kind: fc.constantFrom(...EVENT_KINDS, ...STATEMENT_KINDS, "controller-confirmed" as const),
        at: fc.option(fc.integer({ min: T0 - 100 * HOUR, max: T0 })),
        controllerId: fc.constantFrom(null, "a", "b"),
        corrects: fc.nat(30),
        isCorrection: fc.boolean(),
      }),
      { maxLength: 20 },
    )
    .map((drawn) =>
      drawn.map(({ isCorrection, corrects, ...fact }, index): Fact =>
        factAt(index + 1, fact.kind, {
          ...fact,
          correctsId: isCorrection && index > 0 ? `f${(corrects % index) + 1}` : null,
        }),
      ),
    );

  it("is the same in whatever order the facts are read", () => {
    fc.assert(
      fc.property(
        facts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(foldBreach(shuffled)).toEqual(foldBreach(all));
        },
      ),
    );
  });

  it("learns of an earlier awareness, and never of a later one, by a further fact", () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: T0 - 100 * HOUR, max: T0 }), (all, at) => {
        const before = foldBreach(all).awareAt;
        const after = foldBreach([...all, factAt(all.length + 1, "awareness-elsewhere", { at })]).awareAt;
        expect(after).toBe(before === null ? at : Math.min(before, at));
      }),
    );
  });
});

describe("what a sub-processor told", () => {
  const told = (value: Fact["value"]) => factAt(1, "told-by-sub-processor", { at: T0 - 5 * HOUR, value });
  it("is our awareness at the instant of its telling where it is a breach, 33(2)", () => {
    const file = foldBreach([
      told({ name: "Atlas", toldAt: T0, told: "breach" }),
      factAt(2, "aware", { at: T0 + HOUR }),
    ]);
    expect(file).toMatchObject({ awareAt: T0, suspectedAt: null });
    expect(file.subProcessor).toMatchObject({ awareAt: T0 - 5 * HOUR, reportedAt: T0 });
  });
  it("is a suspicion where it is one", () => {
    expect(foldBreach([told({ name: "Atlas", toldAt: T0, told: "suspicion" })])).toMatchObject({
      awareAt: null,
      suspectedAt: T0,
    });
  });
  it("was known by the time of recording where nobody says when", () => {
    expect(foldBreach([told({ name: "Atlas", toldAt: null, told: "breach" })]).awareAt).toBe(T0 + HOUR);
  });
  it("is corrected with a reason, and starts nothing then", () => {
    const correction = factAt(2, "told-by-sub-processor", {
      at: T0 - 5 * HOUR,
      correctsId: "f1",
      reason: "Seulement un doute",
      value: { name: "Atlas", toldAt: T0, told: "suspicion" },
    });
    expect(foldBreach([told({ name: "Atlas", toldAt: T0, told: "breach" }), correction]).awareAt).toBeNull();
  });
  it("starts nothing in a fact of before the question", () => {
    expect(foldBreach([told({ name: "Atlas", toldAt: T0 })]).awareAt).toBeNull();
  });
});
