import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { ADEQUACY_DECISIONS } from "@/lib/domain/statute/adequacy";
import { EEA_MEMBERSHIPS } from "@/lib/domain/statute/eea";
import { assessTransfer } from "./completeness";
import { TRANSFER_TOOLS, transferContentSchema } from "./content";
import { TRANSFER_FIELDS } from "./fields";
import { assessed, transferWith } from "./transfer.fixture";
import { TRANSFER_RULES } from "./transfer-rules";

const rulesOf = (...args: Parameters<typeof assessed>) =>
  assessTransfer(assessed(...args)).map(({ rule }) => rule);

/** Nothing required is missing: the transfer may go on as far as its papers tell. */
const mayTransfer = (assessment: Parameters<typeof assessTransfer>[0]) =>
  assessTransfer(assessment).every(({ level }) => level !== "required");

const seatedIn = (country: string) => ({ country, establishments: [], targeting: "no", targetCountries: [] });
const BRITISH = { controller: seatedIn("GB") };
const SWISS = { controller: seatedIn("CH") };

const CASES: [string, Parameters<typeof assessed>, string[]][] = [
  ["nobody receives", [{ importer: { name: "" } }], ["importer-unnamed"]],
  ["no country", [{ importer: { country: null } }], ["country-unnamed"]],
  ["no tool", [{ tool: { tool: null } }], ["tool-missing"]],
  ["adequacy said of Morocco", [{ tool: { tool: "adequacy" } }], ["not-adequate"]],
  ["the clauses of 28(7) alone", [{ tool: { tool: "scc-2021-915" } }], ["opens-no-transfer"]],
  ["Privacy Shield", [{ importer: { country: "US" }, tool: { tool: "privacy-shield" } }], ["tool-void"]],
  ["Privacy Shield of Morocco", [{ tool: { tool: "privacy-shield" } }], ["tool-void"]],
  ["the clauses of 2010", [{ tool: { tool: "scc-2010-87", signedOn: "2019-05-02" } }], ["tool-void"]],
  ["the British agreement under the Union’s law", [{ tool: { tool: "uk-idta" } }], ["idta-elsewhere"]],
  ["the same of a Swiss controller", [{ tool: { tool: "uk-idta" } }, SWISS], ["idta-elsewhere"]],
  ["the same of a British controller", [{ tool: { tool: "uk-idta" } }, BRITISH], []],
  ["the same before anybody signed", [{ tool: { tool: "uk-idta", signedOn: null } }, BRITISH], ["unsigned"]],
  [
    "the same before it existed",
    [{ tool: { tool: "uk-idta", signedOn: "2022-03-01" } }, { ...BRITISH, on: "2022-03-20" }],
    ["tool-void"],
  ],
  ["the Union’s clauses alone of a British controller", [{}, BRITISH], ["uk-addendum"]],
  ["the same with the addendum", [{ tool: { adaptation: "uk-addendum" } }, BRITISH], []],
  ["the same adapted for Switzerland", [{ tool: { adaptation: "swiss-fdpic" } }, BRITISH], ["uk-addendum"]],
  ["the Union’s clauses alone of a Swiss controller", [{}, SWISS], ["swiss-adaptation"]],
  ["the same adapted", [{ tool: { adaptation: "swiss-fdpic" } }, SWISS], []],
  ["onward of a British controller’s data", [{ flow: "to-sub-processor" }, BRITISH], ["uk-addendum"]],
  [
    "onward of a Moroccan controller’s data",
    [{ flow: "to-sub-processor", tool: { tool: null } }, { controller: seatedIn("MA") }],
    [],
  ],
  ["onward of nobody’s in particular", [{ flow: "to-sub-processor" }], []],
  ["no module", [{ tool: { module: null } }], ["module-missing"]],
  [
    "a controller's module below a processor",
    [{ flow: "to-sub-processor", tool: { module: 2 } }],
    ["module-wrong"],
  ],
  ["a processor's module from a client called a controller", [{ tool: { module: 3 } }], ["module-role"]],
  [
    "a processor's module from a client that is one",
    [{ tool: { module: 3 } }, { controller: { ...seatedIn("FR"), clientRole: "processor" } }],
    [],
  ],
  [
    "a controller's module from a client that is a processor",
    [{}, { controller: { ...seatedIn("FR"), clientRole: "processor" } }],
    ["module-wrong"],
  ],
  ["the module of two controllers", [{ tool: { module: 1 } }], ["module-wrong"]],
  ["not signed", [{ tool: { signedOn: null } }], ["unsigned"]],
  ["signed tomorrow", [{ tool: { signedOn: "2026-11-27" } }], ["unsigned"]],
  ["signed before the clauses existed", [{ tool: { signedOn: "2021-06-26" } }], ["signed-too-early"]],
  ["signed on their first day", [{ tool: { signedOn: "2021-06-27" } }], []],
  ["no option of clause 9", [{ tool: { authorisation: null } }], ["option-unsaid"]],
  ["no period of clause 9", [{ tool: { noticeDays: null } }], ["period-unsaid"]],
  ["no law", [{ tool: { law: null } }], ["law-unsaid"]],
  ["Moroccan law", [{ tool: { law: "MA" } }], ["law-outside"]],
  ["the courts of Casablanca", [{ tool: { forum: "MA" } }], ["law-outside"]],
  ["English law after the transition", [{ tool: { law: "GB", forum: "GB" } }], ["law-outside"]],
  ["no authority", [{ tool: { authority: "" } }], ["authority-unsaid"]],
  ["docking left open", [{ tool: { docking: null } }], ["choices-unsaid"]],
  ["an importer bound by 3(2)", [{}, { binding: "direct-3-2" }], ["importer-bound-by-gdpr"]],
  ["the same below it", [{ flow: "to-sub-processor" }, { binding: "direct-3-2" }], []],
  ["a derogation", [{ tool: { tool: "derogation-49-1" } }], ["derogation-only"]],
  ["no assessment", [{ assessment: { assessedOn: null } }], ["assessment-missing"]],
  ["an assessment to come", [{ assessment: { assessedOn: "2026-12-01" } }], ["assessment-missing"]],
  ["its access laws left out", [{ assessment: { rules: "" } }], ["assessment-stub"]],
  ["remedies left out", [{ assessment: { remedies: "" } }], ["assessment-stub"]],
  ["no conclusion", [{ assessment: { conclusion: null } }], ["conclusion-missing"]],
  ["a conclusion without reasons", [{ assessment: { reasons: "" } }], ["conclusion-missing"]],
  ["measures relied on and not told", [{ assessment: { measures: "" } }], ["measures-unsaid"]],
  ["not equivalent", [{ assessment: { conclusion: "not-equivalent" } }], ["not-equivalent"]],
  ["no next review", [{ assessment: { nextReviewOn: null } }], ["review-unset"]],
  ["a review overdue", [{ assessment: { nextReviewOn: "2026-11-25" } }], ["review-overdue"]],
  ["a review due today", [{ assessment: { nextReviewOn: "2026-11-26" } }], []],
];

describe("assessTransfer", () => {
  it("finds nothing missing of a whole file", () => {
    expect(rulesOf()).toEqual([]);
    expect(rulesOf({ flow: "to-sub-processor" })).toEqual([]);
  });

  test.each(CASES)("%s", (_, args, expected) => {
    expect(rulesOf(...args)).toEqual(expected);
  });

  it("has a case for every rule", () => {
    const met = new Set([...CASES.flatMap(([, , expected]) => expected), "standing-unsaid"]);
    expect(met).toEqual(new Set(TRANSFER_RULES.map(({ id }) => id)));
  });

  it("leads from every gap to a field of its section", () => {
    const lost = TRANSFER_RULES.filter(({ section, field }) => !(field in TRANSFER_FIELDS[section]));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it("takes a decision for some importers only from an importer whose standing is told", () => {
    const american = { importer: { country: "US" }, tool: { tool: "adequacy" } } as const;
    expect(rulesOf(american)).toEqual(["standing-unsaid"]);
    expect(rulesOf({ ...american, importer: { country: "US", standing: "DPF list, active" } })).toEqual([]);
    expect(rulesOf(american, { on: "2023-07-09" })).toEqual(["not-adequate"]);
  });

  it("asks no tool where a whole country is adequate, by the law of the day", () => {
    const british = { importer: { country: "GB" }, tool: { tool: "adequacy" } } as const;
    expect(rulesOf(british)).toEqual([]);
    expect(rulesOf(british, { on: "2031-12-27" })).toEqual([]);
    expect(rulesOf(british, { on: "2031-12-28" })).toContain("not-adequate");
  });

  it("says whether a duty binds by statute or by contract", () => {
    const gap = (binding: "contractual-only" | "direct-3-2" | "union-establishment") =>
      assessTransfer(assessed({ tool: { tool: null } }, { binding }))[0];
    expect(gap("contractual-only")).toMatchObject({ rule: "tool-missing", basis: "contractual" });
    expect(gap("direct-3-2")).toMatchObject({ rule: "tool-missing", basis: "statutory" });
    expect(gap("union-establishment")).toMatchObject({ rule: "tool-missing", basis: "statutory" });
  });
});

const anyDay = fc
  .date({ min: new Date("2022-12-28"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("whatever the day", () => {
  it("Morocco is never adequate, and no tool but one of article 46 lets data go there", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...TRANSFER_TOOLS, null), (on, tool) => {
        const content = transferWith({
          tool: { tool, signedOn: "2021-06-28" },
          assessment: { assessedOn: "2021-06-28", nextReviewOn: null },
        });
        const isOpen = mayTransfer({ content, binding: "contractual-only", on });
        const opens = [
          "scc-2021-914",
          "bcr",
          "code-or-certification",
          "derogation-49-1",
          "derogation-49-1-2",
        ];
        expect(isOpen).toBe(tool !== null && opens.includes(tool));
      }),
    );
    expect(ADEQUACY_DECISIONS.some(({ country }) => country === "MA")).toBe(false);
  });

  it("nothing is asked of what stays inside the EEA, whatever is said of it", () => {
    const members = [...new Set(EEA_MEMBERSHIPS.map(({ country }) => country))].filter(
      (code) => !["GB", "GI"].includes(code),
    );
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom(...members),
        fc.constantFrom(...TRANSFER_TOOLS, null),
        (on, country, tool) => {
          const content = transferWith({ importer: { name: "", country }, tool: { tool } });
          expect(assessTransfer({ content, binding: "contractual-only", on })).toEqual([]);
        },
      ),
    );
  });

  it("Privacy Shield opens nothing", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom("US", "MA", "IN"), (on, country) => {
        const content = transferWith({ importer: { country }, tool: { tool: "privacy-shield" } });
        expect(mayTransfer({ content, binding: "contractual-only", on })).toBe(false);
      }),
    );
  });
});

it("a whole file comes back from its schema as it was", () => {
  expect(transferContentSchema.parse(transferWith())).toEqual(transferWith());
});

describe("the controller's own law", () => {
  const of = (
    country: string,
    change: Parameters<typeof transferWith>[0] = {},
    binding: "contractual-only" | "direct-3-2" = "contractual-only",
  ) =>
    assessTransfer({
      content: transferWith(change),
      binding,
      controller: seatedIn(country),
      on: "2026-11-26",
    }).map(({ rule }) => rule);

  it("asks nothing of chapter V of what a Moroccan client sends, unless 3(2) applies", () => {
    expect(of("MA", { tool: { tool: null } })).toEqual([]);
    expect(of("MA", { tool: { tool: null } }, "direct-3-2")).toContain("tool-missing");
    expect(of("FR", { tool: { tool: null } })).toContain("tool-missing");
  });

  it("lets the clauses of a British or Swiss client be governed by its own law", () => {
    const adapted = (country: string, adaptation: "uk-addendum" | "swiss-fdpic") =>
      of(country, { tool: { law: country, forum: country, adaptation } });
    expect([adapted("GB", "uk-addendum"), adapted("CH", "swiss-fdpic")]).toEqual([[], []]);
    expect(of("FR", { tool: { law: "GB", forum: "GB" } })).toEqual(["law-outside"]);
    const swiss = { law: "CH", forum: "CH", adaptation: "uk-addendum" } as const;
    expect(of("GB", { tool: swiss })).toEqual(["law-outside"]);
  });

  it("reads adequacy by that law: the Union's decision on Brazil is none of the Kingdom's", () => {
    expect(of("FR", { importer: { country: "BR" }, tool: { tool: "adequacy" } })).toEqual([]);
    expect(of("GB", { importer: { country: "BR" }, tool: { tool: "adequacy" } })).toContain("not-adequate");
  });

  it("asks of what goes on to a sub-processor what its controller’s law asks", () => {
    const onward = { flow: "to-sub-processor" as const, tool: { tool: null } };
    expect(of("MA", onward)).toEqual([]);
    expect(of("FR", onward)).toContain("tool-missing");
  });
});
