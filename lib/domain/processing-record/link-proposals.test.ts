import { describe, expect, it } from "vitest";
import { holdsReference, namesReference } from "./contract-words";
import { CONTENT, MOROCCO } from "./examples.fixture";
import { CONTRACT, linksWith, TRANSFER } from "./links.fixture";
import { proposeLinks, withProposedLinks } from "./link-proposals";
import { refusedLink } from "./name-links";

it.each([
  ["M3R-2022-07", true],
  ["m3r 22/07", true],
  ["Contrat M3R_2022_7, avenant 2", true],
  ["M3R-24-07", false],
  ["M3R-2022-071", false],
  ["", false],
])("%j names M3R-2022-07: %s", (words, isNamed) => {
  expect(namesReference(words, "M3R-2022-07")).toBe(isNamed);
});

it.each([
  ["M3R-24-07", true],
  ["contrat CT2024", true],
  ["contrat de prestation du 03/02/2022", false],
  ["contrat-cadre", false],
])("%j holds the shape of a reference: %s", (words, isReference) => {
  expect(holdsReference(words)).toBe(isReference);
});

describe("proposeLinks", () => {
  it("proposes no transfer of another kind of place", () => {
    const words = { ...CONTENT, destinations: [{ ...MOROCCO, placeKind: "support" as const }] };
    const found = (placeKind: "support" | "hosting" | null) =>
      proposeLinks(words, linksWith({}, { placeKind })).transfers.length;
    expect([found("support"), found(null), found("hosting")]).toEqual([1, 1, 0]);
  });

  it("finds the contract by its reference, the transfer by country and tool", () => {
    const content = { ...CONTENT, contractReference: "c 21" };
    expect(proposeLinks(content, linksWith())).toMatchObject({
      contract: { id: CONTRACT.id },
      transfers: [{ row: 0, transfer: { id: TRANSFER.id } }],
      unmatched: [],
    });
    expect(withProposedLinks(content, linksWith())).toEqual({
      ...content,
      contractIds: [CONTRACT.id],
      destinations: [{ ...MOROCCO, transferId: TRANSFER.id }],
    });
  });

  it.each([
    ["none has that reference, country or tool", linksWith({ reference: "X-9" }, { tool: "bcr" }), "none"],
    ["another module is another transfer", linksWith({ reference: "X-9" }, { module: 3 }), "none"],
    ["what has ended", linksWith({ state: "ended" }, { state: "ended" }), "none"],
    [
      "several",
      {
        contracts: [CONTRACT, { ...CONTRACT, id: "c2" }],
        transfers: [TRANSFER, { ...TRANSFER, id: "t2" }],
      },
      "several",
    ],
  ] as const)("says what it does not find: %s", (_, links, why) => {
    expect(proposeLinks(CONTENT, links)).toEqual({
      contract: null,
      transfers: [],
      unmatched: [
        { of: "contract", why, words: "C-021" },
        { of: "transfer", why, words: "MA" },
      ],
    });
    expect(withProposedLinks(CONTENT, links)).toBe(CONTENT);
  });
});

describe("refusedLink", () => {
  const linked = (contractIds: string[], transferId: string | null = null) => ({
    contractIds,
    destinations: [{ ...MOROCCO, transferId }],
  });
  const none = linked([]);
  it("takes rows of the controller, and what an entry named before", () => {
    expect(refusedLink(none, linked([CONTRACT.id], TRANSFER.id), linksWith())).toBeNull();
    const named = linked([CONTRACT.id], TRANSFER.id);
    expect(refusedLink(named, named, linksWith({ state: "ended" }, { state: "ended" }))).toBeNull();
  });

  it("refuses what is no row of the controller, and what has ended", () => {
    expect(refusedLink(none, linked(["elsewhere"]), linksWith())).toEqual({ key: "unknown" });
    expect(refusedLink(none, linked([], "elsewhere"), linksWith())).toEqual({ key: "unknown" });
    expect(refusedLink(none, linked([CONTRACT.id]), linksWith({ state: "ended" }))).toMatchObject({
      key: "ended",
      path: "contractIds",
    });
    expect(refusedLink(none, linked([], TRANSFER.id), linksWith({}, { state: "ended" }))).toMatchObject({
      key: "ended",
      path: "destinations.0.transferId",
    });
  });
});
