import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ANSWERS,
  answersFor,
  decideAnswer,
  LINE_ANSWERS,
  needsOf,
  EVIDENCE_FIELDS,
  type LineAnswer,
  type EvidenceValues,
} from "./answers";
import { LINE_KINDS, LINE_STATES, type LineKind, type LineState } from "./types";

const TODAY = "2026-11-24";
const EVIDENCE: EvidenceValues = {
  name: "Base",
  on: "2026-11-20",
  by: "Salma Idrissi",
  means: "letter",
  recipient: "Orvelle Énergie",
  note: "Suppression et contrôle par requête",
  purgeOn: "2026-12-20",
  lawOf: "FR",
  law: "art. L123-22 du code de commerce",
  untilOn: "2031-12-31",
  data: "Factures",
};
const ask = (
  answer: LineAnswer,
  {
    evidence = {},
    state,
    documents = 1,
  }: { evidence?: Partial<EvidenceValues>; state?: LineState; documents?: number } = {},
) =>
  decideAnswer(
    {
      kind: ANSWERS[answer].of ?? "system",
      title: "Genesys",
      state: state ?? ANSWERS[answer].from[0]!,
      purgeOn: "2026-11-10",
    },
    { answer, evidence: { ...EVIDENCE, ...evidence } },
    { today: TODAY, documents },
  );

describe("answersFor", () => {
  it.each([
    ["choice", "open", ["chose-deletion", "chose-return", "chose-hand-over"]],
    ["system", "open", ["deleted", "returned", "handed-over", "kept", "nothing-held"]],
    ["backup", "open", ["purge-dated", "no-backup"]],
    ["backup", "waiting", ["purged", "taken-back"]],
    ["sub-processor", "open", ["attested", "nothing-received"]],
    ["retention", "open", ["kept-by-law", "nothing-kept"]],
    ["retention", "settled", ["taken-back"]],
  ] as const)("%s, %s: %j", (kind, state, answers) => {
    expect(answersFor({ kind, state })).toEqual([...answers]);
  });
});

describe("decideAnswer", () => {
  it.each([
    ["chose-return", "settled"],
    ["deleted", "settled"],
    ["purge-dated", "waiting"],
    ["purged", "settled"],
    ["attested", "settled"],
    ["kept-by-law", "settled"],
    ["taken-back", "open"],
  ] as const)("%s: %s", (answer, state) => {
    expect(ask(answer)).toEqual({ ok: true, state });
  });

  it.each([
    ["chose-deletion", { on: "2026-11-25" }, "on", "future"],
    ["chose-deletion", { on: "2026-02-30" }, "on", "notADay"],
    ["chose-return", { recipient: " " }, "recipient", "recipientMissing"],
    ["returned", { recipient: "" }, "recipient", "recipientMissing"],
    ["handed-over", { recipient: "" }, "recipient", "recipientMissing"],
    ["deleted", { by: "" }, "by", "byMissing"],
    ["purge-dated", { purgeOn: "bientôt" }, "purgeOn", "notADay"],
    ["purged", { on: "2026-11-09" }, "on", "beforePurge"],
    ["kept-by-law", { untilOn: "2026-11-23" }, "untilOn", "lawOver"],
    ["kept-by-law", { lawOf: "MA" }, "lawOf", "lawElsewhere"],
    ["kept-by-law", { lawOf: "" }, "lawOf", "lawOfMissing"],
  ] as const)("%s with %j: %s, %s", (answer, stated, field, key) => {
    expect(ask(answer, { evidence: stated })).toEqual({ ok: false, field, key });
  });

  it("wants a name for what the register does not name, but for what was not there", () => {
    const unnamed = (answer: LineAnswer) =>
      decideAnswer(
        { kind: ANSWERS[answer].of!, title: "", state: "open", purgeOn: "" },
        { answer, evidence: { ...EVIDENCE, name: "" } },
        { today: TODAY, documents: 1 },
      );
    expect(unnamed("deleted")).toEqual({ ok: false, field: "name", key: "nameMissing" });
    expect(unnamed("attested")).toEqual({ ok: false, field: "name", key: "nameMissing" });
    for (const answer of ["nothing-held", "nothing-received", "purge-dated"] as const)
      expect(unnamed(answer)).toMatchObject({ ok: true });
  });

  it("takes a law of the Union for one of its States", () => {
    expect(ask("kept-by-law", { evidence: { lawOf: "EU" } })).toMatchObject({ ok: true });
  });

  it("proves an attestation and a choice by a document, but for a choice that the contract makes", () => {
    const missing = { ok: false, field: "document", key: "documentMissing" };
    expect(ask("attested", { documents: 0 })).toEqual(missing);
    expect(ask("chose-deletion", { documents: 0 })).toEqual(missing);
    expect(ask("chose-deletion", { documents: 0, evidence: { means: "contract" } })).toEqual({
      ok: true,
      state: "settled",
    });
  });

  it("confirms no purge before its day", () => {
    const line = { kind: "backup", title: "", state: "waiting", purgeOn: "2026-12-20" } as const;
    const decide = (on: string) =>
      decideAnswer(line, { answer: "purged", evidence: { ...EVIDENCE, on } }, { today: TODAY, documents: 0 });
    expect(decide(TODAY)).toMatchObject({ key: "beforePurge" });
    expect(decide("2026-12-20")).toMatchObject({ key: "future" });
  });
});

describe("whatever is asked", () => {
  const text = fc.constantFrom("", " ", "2026-11-20", "2026-11-25", "2026-02-30", "contract", "Salma");
  const stated = fc.record(
    Object.fromEntries(EVIDENCE_FIELDS.map((field) => [field, text])) as Record<
      keyof EvidenceValues,
      typeof text
    >,
  );
  const line = fc.record({
    kind: fc.constantFrom<LineKind>(...LINE_KINDS),
    title: fc.constantFrom("", "Genesys"),
    state: fc.constantFrom<LineState>(...LINE_STATES),
    purgeOn: fc.constantFrom("2026-11-10", "2026-12-20"),
  });

  it("reaches no state without its evidence, nor from a state that the table does not name", () => {
    fc.assert(
      fc.property(
        line,
        fc.constantFrom(...LINE_ANSWERS),
        stated,
        fc.nat({ max: 1 }),
        (it, answer, words, documents) => {
          const decision = decideAnswer(it, { answer, evidence: words }, { today: TODAY, documents });
          if (!decision.ok) return;
          const { of, from, to } = ANSWERS[answer];
          expect(decision.state).toBe(to);
          expect([it.kind, null]).toContain(of);
          expect(from).toContain(it.state);
          for (const field of needsOf(answer, words, it))
            expect(field === "document" ? documents > 0 : words[field].trim() !== "").toBe(true);
          if (it.kind === "backup" && answer === "purged")
            expect(words.on >= it.purgeOn && words.on <= TODAY).toBe(true);
        },
      ),
    );
  });
});
