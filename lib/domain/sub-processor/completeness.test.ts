import { describe, expect, it } from "vitest";
import { assessSubProcessor, summariseSubProcessorGaps } from "./completeness";
import { emptySubProcessor } from "./content";
import type { ReliantClient } from "./sub-processor-case";
import type { LinkedTransfer } from "./use-requirements";
import { assessed, linkWith, subProcessorWith, transferTo } from "./sub-processor.fixture";

const rules = (...stated: Parameters<typeof assessed>) =>
  assessSubProcessor(assessed(...stated)).map(({ rule }) => rule);
const { clauses } = subProcessorWith().contract;
const reading = (answer: "absent" | "unread") => ({ answer, place: "", note: "" });
const tunis = [{ name: "Tunis", address: "", country: "TN" }];

describe("assessSubProcessor", () => {
  it("finds nothing where nothing is missing", () => {
    expect(rules()).toEqual([]);
  });

  it("asks for everything where only a name is known, once each", () => {
    const gaps = assessSubProcessor({
      content: emptySubProcessor("X"),
      transfers: [],
      clients: [],
      on: "2026-11-26",
    });
    expect(gaps.map(({ rule }) => rule)).toEqual([
      "country-unnamed",
      "address-missing",
      "contact-missing",
      "service-missing",
      "data-unsaid",
      "access-unanswered",
      "chain-unanswered",
      "guarantees-unshown",
      "contract-missing",
      "location-missing",
    ]);
    expect(gaps.every(({ article }) => article !== "")).toBe(true);
  });

  it.each([
    ["no site", { places: { sites: [] } }, ["sites-unsaid"]],
    [
      "a site nowhere",
      { places: { sites: [{ name: "Site", address: "", country: null }] } },
      ["site-country-unnamed"],
    ],
    ["seen from afar, nobody said whence", { places: { accessAnswer: "yes" } }, ["access-unnamed"]],
    ["a chain that nobody named", { chain: { answer: "yes" } }, ["chain-unnamed"]],
    [
      "an expired certificate",
      {
        guarantees: {
          certifications: [{ kind: "iso-27001", reference: "", issuer: "", validUntil: "2026-11-25" }],
        },
      },
      ["certification-expired"],
    ],
    [
      "clauses that are not there, others unread",
      { contract: { clauses: { ...clauses, K16: reading("absent"), K22: reading("unread") } } },
      ["clauses-lacking", "clauses-unread"],
    ],
    ["clauses that are no duty of it", { contract: { clauses: { ...clauses, K03: reading("absent") } } }, []],
    [
      "a Tunisian site without a tool",
      { places: { sites: tunis } },
      ["module-3-missing", "assessment-missing"],
    ],
  ] as const)("%s", (_case, change, expected) => {
    expect(rules(change as never)).toEqual(expected);
  });

  it("asks nothing of clauses while there is no contract", () => {
    expect(rules({ contract: { signedOn: null, clauses: { ...clauses, K16: reading("absent") } } })).toEqual([
      "contract-missing",
    ]);
  });

  it("takes the tool and the assessment from its transfers", () => {
    expect(rules({ places: { sites: tunis } }, { transfers: [transferTo("TN")] })).toEqual([]);
  });

  describe("for clients of several laws, without a tool", () => {
    const client = (id: string, ...laws: ReliantClient["laws"]): ReliantClient => ({ id, name: id, laws });
    const [orvelle, thames, atlas] = [client("Orvelle", "gdpr"), client("Thames", "uk"), client("Atlas")];
    const lacksOf = (country: string, clients: ReliantClient[], transfers: LinkedTransfer[] = []) =>
      assessSubProcessor(
        assessed({ places: { sites: [{ name: "Site", address: "", country }] } }, { clients, transfers }),
      ).map(({ rule, clients: lacking }) => [rule, lacking?.map(({ name }) => name)]);

    it("asks nothing for a client whose laws ask nothing", () => {
      expect(lacksOf("MA", [atlas])).toEqual([]);
    });

    it("names both of two clients of two laws, and no third", () => {
      expect(lacksOf("TN", [orvelle, atlas, thames])).toEqual([
        ["module-3-missing", ["Orvelle", "Thames"]],
        ["assessment-missing", ["Orvelle", "Thames"]],
      ]);
    });

    it("asks the Union’s client alone where the other’s law finds the country adequate", () => {
      expect(lacksOf("GI", [orvelle, thames])).toEqual([
        ["module-3-missing", ["Orvelle"]],
        ["assessment-missing", ["Orvelle"]],
      ]);
    });

    it("takes the tool of one client’s data for no other’s", () => {
      const lys = client("Lys", "gdpr");
      expect(lacksOf("TN", [orvelle, lys], [transferTo("TN", {}, { controllerId: "Lys" })])).toEqual([
        ["module-3-missing", ["Orvelle"]],
        ["assessment-missing", ["Orvelle"]],
      ]);
    });
  });

  it("names what each link of the chain lacks, beside that link", () => {
    const links = [linkWith("a"), linkWith("b", { under: "a", country: null, contact: "" })];
    expect(assessSubProcessor(assessed({ chain: { answer: "yes", links } }))).toMatchObject([
      { rule: "link-country-unnamed", linkId: "b" },
      { rule: "link-contact-missing", linkId: "b" },
    ]);
  });
});

it("counts by level, and names each rule of what is required once", () => {
  const links = [linkWith("a", { address: "" }), linkWith("b", { address: "" })];
  const gaps = assessSubProcessor(assessed({ service: { data: "" }, chain: { answer: "yes", links } }));
  expect(summariseSubProcessorGaps(gaps)).toEqual({
    required: 2,
    advisable: 1,
    codes: ["link-address-missing"],
  });
});
