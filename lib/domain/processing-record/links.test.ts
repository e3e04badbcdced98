import { describe, expect, it } from "vitest";
import { assess } from "./completeness";
import { caseWith, CONTENT, MOROCCO } from "./examples.fixture";
import { NOT_COMPARED } from "./link-rules.fixture";
import { contractWordsBeside, readLinked, inlineLinks, wordsBeside } from "./links";
import { proposeLinks } from "./link-proposals";
import { CONTRACT, linkedTo, linksWith, TRANSFER } from "./links.fixture";

const LINKED = { ...CONTENT, contractIds: [CONTRACT.id], contractReference: "C 21" };

describe("readLinked", () => {
  it("leaves words as they are where nothing is linked", () => {
    expect(readLinked(CONTENT, linksWith({ reference: "X-1" }, { country: "TN" }))).toBe(CONTENT);
  });

  it("reads the reference of the contract and the facts of the transfer in place of the words", () => {
    const content = { ...LINKED, ...linkedTo({ country: "TN", instrument: "bcr", sccModule: null }) };
    const read = readLinked(content, linksWith({}, { signedOn: "2026-02-03", assessedOn: null }));
    expect(read.contractReference).toBe("C-021");
    expect(read.destinations).toMatchObject([
      {
        country: "MA",
        place: "Casablanca",
        instrument: "scc-2021-914",
        sccModule: 2,
        signedOn: { value: "2026-02-03", text: "" },
        assessedOn: null,
      },
    ]);
  });

  it("lets no words stand in for a row that is not there", () => {
    const read = readLinked({ ...LINKED, ...linkedTo() }, linksWith(null, null));
    expect(read.contractReference).toBe("");
    expect(read.destinations).toMatchObject([{ country: null, instrument: null, signedOn: null }]);
  });

  it("reads the British and the Swiss tool of the row, which its controller's own law asks for", () => {
    const of = (country: string, transfer: Partial<typeof TRANSFER>) =>
      assess(
        caseWith({
          links: linksWith({}, transfer),
          content: { ...linkedTo() },
          controller: { country },
        }),
      ).map(({ rule }) => rule);
    expect(of("GB", {})).toContain("REG-7.uk-tool");
    expect(of("GB", { adaptation: "uk-addendum" })).not.toContain("REG-7.uk-tool");
    expect(of("GB", { tool: "uk-idta", module: null })).not.toContain("REG-7.other-none");
    expect(of("FR", { tool: "uk-idta", module: null })).toContain("REG-7.other-none");
    expect(of("CH", {})).toContain("ADV-swiss-clauses");
    expect(of("CH", { adaptation: "swiss-fdpic" })).not.toContain("ADV-swiss-clauses");
  });

  it("takes what is done there from the row, and from the entry while the row does not say it", () => {
    const kindOf = (stated: "support" | null, row: "hosting" | null) =>
      readLinked({ ...CONTENT, ...linkedTo({ placeKind: stated }) }, linksWith({}, { placeKind: row }))
        .destinations[0]?.placeKind;
    expect(kindOf("support", null)).toBe("support");
    expect(kindOf("support", "hosting")).toBe("hosting");
    expect(kindOf(null, "hosting")).toBe("hosting");
    const stated = { ...MOROCCO, transferId: TRANSFER.id, placeKind: "support" as const };
    const beside = (row: "support" | "hosting") => wordsBeside(stated, linksWith({}, { placeKind: row }));
    expect(beside("support")?.placeKind ?? null).toBeNull();
    expect(beside("hosting")).toMatchObject({ placeKind: "support" });
  });

  it("tells the repealed clauses as an entry tells them", () => {
    const read = readLinked({ ...CONTENT, ...linkedTo() }, linksWith({}, { tool: "scc-2010-87" }));
    expect(read.destinations).toMatchObject([{ instrument: "scc-unspecified", instrumentText: "2010/87" }]);
  });
});

describe("what stays beside a link", () => {
  it.each([
    ["the same words say nothing more", {}, null],
    ["another country", { country: "TN" }, { country: "TN", instrument: null, signedOn: null }],
    ["a day as precise as it is known", { signedOn: { value: "2026", text: "" } }, { country: null }],
    ["what the assessment came to", { assessmentText: "équivalent" }, { assessmentText: "équivalent" }],
  ] as const)("%s", (_, stated, words) => {
    const [destination] = linkedTo(stated).destinations!;
    const beside = wordsBeside(destination!, linksWith());
    if (words) expect(beside).toMatchObject(words);
    else expect(beside).toBeNull();
  });

  it("is the words for a contract in another spelling", () => {
    expect(contractWordsBeside(LINKED, linksWith())).toBe("C 21");
    expect(contractWordsBeside({ ...LINKED, contractReference: "C-021" }, linksWith())).toBe("");
  });
});

it("says in words what links led to, for where those rows are not", () => {
  const stated = inlineLinks({ ...LINKED, ...linkedTo({ country: null, instrument: null }) }, linksWith());
  expect(stated).toMatchObject({
    contractIds: [],
    contractReference: "C-021 · C 21",
    destinations: [{ transferId: null, country: "MA", instrument: "scc-2021-914", sccModule: 2 }],
  });
  const lost = linkedTo();
  expect(inlineLinks({ ...CONTENT, ...lost }, linksWith({}, null)).destinations).toEqual([
    { ...MOROCCO, transferId: null },
  ]);
});

it.each(NOT_COMPARED.map((change, index) => [index, change] as const))(
  "finds no contradiction where nothing is compared (%i)",
  (_, change) => {
    const found = assess(caseWith(change)).filter(({ rule }) => rule === "ADV-link.contract");
    expect(found).toEqual([]);
  },
);

it("takes an onward transfer of several for no counterpart of the organisation's own place", () => {
  const onward = { ...TRANSFER, flow: "to-sub-processor" as const, isOfSeveral: true, module: 3 as const };
  const links = { contracts: [CONTRACT], transfers: [TRANSFER, { ...onward, id: CONTRACT.id }] };
  expect(assess(caseWith({ links }))).toEqual([]);
  expect(proposeLinks(CONTENT, { ...links, transfers: [onward] }).transfers).toEqual([]);
});
