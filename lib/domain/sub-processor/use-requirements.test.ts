import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  requirementsFor,
  requirementsOf,
  type LinkedTransfer,
  type UseRequirements,
} from "./use-requirements";
import { missingFor } from "./readiness";
import type { ExportLaw } from "@/lib/domain/statute/other-adequacy";
import { subProcessorWith, transferTo } from "./sub-processor.fixture";

const at = (...countries: string[]) =>
  subProcessorWith({ places: { sites: countries.map((country) => ({ name: "", address: "", country })) } });
const DATED = "2026-01-10";

describe("requirementsOf", () => {
  it.each<
    [
      string,
      Parameters<typeof requirementsOf>[0],
      Parameters<typeof requirementsOf>[1],
      Partial<UseRequirements>,
    ]
  >([
    ["France alone", at("FR"), [], { hasContract: true, countries: ["FR"], tool: null, assessedOn: null }],
    ["Tunis without a transfer", at("TN"), [], { countries: ["FR", "TN"], tool: null, assessedOn: null }],
    ["Tunis", at("TN"), [transferTo("TN")], { tool: { module: 3, isOpen: true }, assessedOn: DATED }],
    ["to another country", at("TN"), [transferTo("MA")], { tool: null, assessedOn: null }],
    ["of two, one alone", at("TN", "MA"), [transferTo("TN")], { tool: null, assessedOn: null }],
    [
      "of two, one under the wrong module",
      at("TN", "MA"),
      [transferTo("TN"), transferTo("MA", { tool: { module: 2 } })],
      { tool: { module: 2, isOpen: false }, assessedOn: DATED },
    ],
    [
      "not signed yet",
      at("TN"),
      [transferTo("TN", { tool: { signedOn: null } })],
      { tool: { module: 3, isOpen: false } },
    ],
    ["suspended", at("TN"), [transferTo("TN", {}, { state: "suspended" })], { tool: null, assessedOn: null }],
    [
      "an assessment that says no",
      at("TN"),
      [transferTo("TN", { assessment: { conclusion: "not-equivalent" } })],
      { assessedOn: null },
    ],
    ["the United States, nobody said", at("US"), [], { coveredBy: [], tool: null }],
  ])("%s", (_case, content, transfers, expected) => {
    expect(requirementsOf(content, transfers, { today: "2026-11-26" })).toMatchObject(expected);
  });

  const BCR = { tool: "bcr", module: null } as const;
  it.each<[string, Parameters<typeof transferTo>[1], boolean | null]>([
    ["binding rules for processors", { tool: BCR }, true],
    ["a code or a certification", { tool: { tool: "code-or-certification", module: null } }, true],
    ["binding rules that nobody has joined", { tool: { ...BCR, signedOn: null } }, false],
    ["binding rules from next year on", { tool: { ...BCR, signedOn: "2027-01-01" } }, false],
    ["module 3, signed tomorrow", { tool: { signedOn: "2026-11-27" } }, false],
    ["module 3, signed before it existed", { tool: { signedOn: "2021-06-01" } }, false],
    ["module 3, its law unsaid", { tool: { law: null, forum: null } }, false],
    ["module 3 without a module", { tool: { module: null } }, false],
    ["the clauses of 2010", { tool: { tool: "scc-2010-87" } }, null],
    ["the shield", { tool: { tool: "privacy-shield" } }, null],
    ["clauses of 28(7)", { tool: { tool: "scc-2021-915" } }, null],
    ["a derogation", { tool: { tool: "derogation-49-1" } }, null],
  ])("%s", (_case, change, expected) => {
    const { tool } = requirementsOf(at("TN"), [transferTo("TN", change)], { today: "2026-11-26" });
    expect(tool?.isOpen ?? null).toBe(expected);
  });

  it("wants the assessment of the tool that opens, not of another", () => {
    const rules = transferTo("TN", { tool: BCR, assessment: { assessedOn: null } });
    const draft = transferTo("TN", { tool: { signedOn: null } });
    expect(requirementsOf(at("TN"), [draft, rules], { today: "2026-11-26" })).toMatchObject({
      tool: { isOpen: true },
      assessedOn: null,
    });
  });

  it("takes an importer that is shown to stand on the list of a decision", () => {
    const listed = transferTo("US", { tool: { tool: "adequacy" } });
    listed.content.importer.standing = "On the list, seen on 5 January 2026";
    expect(requirementsOf(at("US"), [listed], { today: "2026-11-26" })).toMatchObject({ coveredBy: ["US"] });
  });

  it.each([
    [{ signedOn: null }, false],
    [{ signedOn: "2026-11-27" }, false],
    [{ signedOn: "2026-11-26", endsOn: "2026-11-26" }, true],
    [{ signedOn: "2026-01-01", endsOn: "2026-11-25" }, false],
  ])("a contract of 28(4) %j holds: %s", (contract, hasContract) => {
    expect(requirementsOf(subProcessorWith({ contract }), [], { today: "2026-11-26" })).toMatchObject({
      hasContract,
    });
  });
});

const AUTHORISED = { isAuthorised: true, isOfScope: true, conditions: [] };

describe("requirementsFor", () => {
  const on = { today: "2026-11-26" };
  const isOpen = ({ tool, assessedOn }: UseRequirements) => tool?.isOpen === true && assessedOn !== null;

  it.each<[string, LinkedTransfer[], { orvelle: boolean; alveole: boolean }]>([
    ["none", [], { orvelle: false, alveole: false }],
    ["the general one", [transferTo("TN")], { orvelle: true, alveole: true }],
    ["Orvelle's", [transferTo("TN", {}, { controllerId: "orvelle" })], { orvelle: true, alveole: false }],
    [
      "Orvelle's, and a general one that is suspended",
      [transferTo("TN", {}, { controllerId: "orvelle" }), transferTo("TN", {}, { state: "suspended" })],
      { orvelle: true, alveole: false },
    ],
    [
      "clauses of Orvelle, assessed by nobody, beside the general one",
      [
        transferTo("TN", { assessment: { assessedOn: null } }, { controllerId: "orvelle" }),
        transferTo("TN", {}, { controllerId: null }),
      ],
      { orvelle: true, alveole: true },
    ],
  ])("%s", (_case, transfers, { orvelle, alveole }) => {
    const of = requirementsFor(at("TN"), transfers, on);
    expect([isOpen(of("orvelle")), isOpen(of("alveole"))]).toEqual([orvelle, alveole]);
  });

  it("asks of each controller what its own laws ask, and nothing of chapter V where none of them governs", () => {
    const lawsOf = (id: string | null): readonly ExportLaw[] =>
      id === "aman" ? [] : id === "finch" ? ["uk"] : ["gdpr"];
    const missing = (id: string, transfers: LinkedTransfer[], country = "MA") =>
      missingFor(
        { ...requirementsFor(at(country), transfers, { ...on, lawsOf })(id), ...AUTHORISED },
        { today: on.today },
      );
    const idta = transferTo("MA", { tool: { tool: "uk-idta", module: null } });
    const clauses = transferTo("MA");
    const addendum = transferTo("MA", { tool: { adaptation: "uk-addendum" } });
    expect(missing("aman", [])).toEqual([]);
    expect(missing("finch", [])).toEqual(["module-3", "assessment"]);
    expect(missing("finch", [idta])).toEqual([]);
    expect(missing("finch", [clauses])).toEqual(["module-3"]);
    expect(missing("finch", [addendum])).toEqual([]);
    expect(missing("orvelle", [idta])).toContain("module-3");
    expect(missing("orvelle", [clauses])).toEqual([]);
    // Brazil is adequate for the Union, and not for the United Kingdom.
    expect([missing("orvelle", [], "BR"), missing("finch", [], "BR")]).toEqual([
      [],
      ["module-3", "assessment"],
    ]);
  });

  const owner = fc.constantFrom("orvelle", "alveole", "voltiris", null);
  const transfer = fc
    .record({
      country: fc.constantFrom("TN", "MA", "US"),
      module: fc.constantFrom(2 as const, 3 as const),
      assessedOn: fc.constantFrom(DATED, null),
      controllerId: owner,
    })
    .map(({ country, module, assessedOn, controllerId }) =>
      transferTo(country, { tool: { module }, assessment: { assessedOn } }, { controllerId }),
    );

  it("says of a controller what it would say if no other controller's transfer were there", () => {
    fc.assert(
      fc.property(fc.array(transfer), owner, (transfers, asking) => {
        const theirs = transfers.filter(({ controllerId: of }) => of === null || of === asking);
        const document = at("TN", "MA");
        expect(requirementsFor(document, transfers, on)(asking)).toEqual(
          requirementsOf(document, theirs, on),
        );
      }),
    );
  });
});
