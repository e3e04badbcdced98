import { describe, expect, it } from "vitest";
import { amendmentWith, contractWith, INSTRUCTOR } from "@/lib/domain/contract/contract.fixture";
import type { ChosenClients } from "./client-names";
import { mergedInstructors, planContracts, type ContractLine, type ExistingContract } from "./import-plan";

const { id: _id, ...HELENE } = INSTRUCTOR;
const line = (change: Partial<ContractLine> = {}): ContractLine => ({
  ...contractWith(),
  reference: "ORV-1",
  title: "Contrat-cadre",
  controller: "Orvelle Énergie",
  instructors: [HELENE],
  ...change,
});
const existing: ExistingContract = {
  ...line(),
  instructors: [INSTRUCTOR],
  id: "c1",
  controllerId: "k1",
  version: 4,
};
const plan = (lines: ContractLine[], contracts = [existing], chosen: ChosenClients = new Map()) =>
  planContracts(lines, {
    contracts,
    chosen,
    controllers: [
      { id: "k1", legalName: "Orvelle Énergie" },
      { id: "k2", legalName: "Voltiris" },
      { id: "k3", legalName: "Double" },
      { id: "k4", legalName: "Double" },
    ],
    today: "2026-11-24",
  }).map(({ line: _line, ...becomes }) => becomes);

describe("planContracts", () => {
  it("takes a name for the client that a person chose, of a new contract and of one that stands", () => {
    const chosen = new Map([
      ["Orvelle", "k1"],
      ["Double", "k4"],
    ]);
    const becomes = (change: Partial<ContractLine>) =>
      plan([line({ controller: "Orvelle", ...change })], undefined, chosen);
    expect(becomes({ reference: "N-1" })).toEqual([{ becomes: "new", controllerId: "k1" }]);
    expect(becomes({ reference: "N-1", controller: "Double" })).toEqual([
      { becomes: "new", controllerId: "k4" },
    ]);
    expect(becomes({})).toEqual([{ becomes: "same" }]);
    expect(plan([line({ controller: "Orvelle" })], undefined, new Map([["Orvelle", "k2"]]))).toEqual([
      { becomes: "refused", key: "otherController" },
    ]);
  });

  it("changes nothing by what was taken away as it stands, whatever the order of its keys", () => {
    const back = JSON.parse(JSON.stringify(line())) as ContractLine;
    const { deed: contractTerms, amendments } = back.content;
    const turned = {
      ...back,
      content: {
        amendments,
        deed: { ...contractTerms, term: contractTerms.term, terms: contractTerms.terms },
      },
    };
    expect(plan([turned])).toEqual([{ becomes: "same" }]);
  });

  it.each([
    ["another title", { title: "Avenant" }, { becomes: "changed", id: "c1", version: 4 }],
    ["somebody new", { reference: "N-1" }, { becomes: "new", controllerId: "k1" }],
    ["another's contract", { controller: "Voltiris" }, { becomes: "refused", key: "otherController" }],
    [
      "a name that is nearly one",
      { reference: "N-1", controller: "Orvelle" },
      { becomes: "refused", key: "unknownController" },
    ],
    [
      "a name that two have",
      { reference: "N-1", controller: "Double" },
      { becomes: "refused", key: "manyControllers" },
    ],
    [
      "an amendment before its contract",
      contractWith({ amendments: [amendmentWith({}, "2025-01-01")] }),
      { becomes: "refused", key: "cannotBe", issue: "contract.amendmentBeforeSignature" },
    ],
    [
      "an end to come",
      { endedOn: "2027-01-01" },
      { becomes: "refused", key: "cannotBe", issue: "contract.future" },
    ],
    [
      "a renewal without an end",
      contractWith({ term: { endsOn: null } }),
      { becomes: "refused", key: "cannotBe", issue: "contract.renewalWithoutEnd" },
    ],
  ] as const)("%s", (_what, change, becomes) => expect(plan([line(change)])).toEqual([becomes]));

  it("takes no amendment away by a file that does not know it", () => {
    const amended = { ...existing, ...contractWith({ amendments: [amendmentWith({}, "2026-06-01")] }) };
    expect(plan([line({ title: "Autre" })], [amended])).toEqual([
      { becomes: "refused", key: "amendmentGone" },
    ]);
  });

  it("takes neither of two lines with one reference", () => {
    const twice = { becomes: "refused", key: "twice" };
    expect(plan([line(), line({ title: "Autre" })])).toEqual([twice, twice]);
  });

  it("takes nobody's power away by leaving them out", () => {
    expect(plan([line({ instructors: [] })])).toEqual([{ becomes: "same" }]);
    const until = "2026-06-30";
    expect(mergedInstructors([INSTRUCTOR], [{ ...HELENE, until }])).toEqual([{ ...INSTRUCTOR, until }]);
  });
});
