import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differingFields, refuseMerge, rowsThatStay, type Mergeable, type MovedRow } from "./merge";

const sound: Mergeable = {
  id: "a",
  registrationNumber: "",
  isArchived: false,
  mergedIntoId: null,
  certificates: 0,
  openEnds: [],
};
const other: Mergeable = { ...sound, id: "b" };

describe("refuseMerge", () => {
  it.each([
    [{}, {}, null],
    [{}, { id: "a" }, "same"],
    [{ isArchived: true }, {}, "archived"],
    [{}, { isArchived: true }, "archived"],
    [{ isArchived: true, mergedIntoId: "c" }, {}, "merged"],
    [{ registrationNumber: "552100554" }, { registrationNumber: "552 100 555" }, "otherCompany"],
    [{ registrationNumber: "552100554" }, { registrationNumber: "552 100 554 00013" }, null],
    [{ certificates: 1 }, {}, "certified"],
    [{}, { certificates: 1 }, null],
    [{ certificates: 1 }, { certificates: 2 }, "bothCertified"],
    [{ openEnds: ["ORV-1"] }, {}, "ending"],
  ])("answers %j merged into %j by %j", (from, into, refusal) => {
    expect(refuseMerge({ ...sound, ...from }, { ...other, ...into })).toBe(refusal);
  });
});

describe("differingFields", () => {
  const sheet = {
    legalName: "Orvelle",
    isPlaceholder: false,
    country: null,
    address: "",
    registrationNumber: "",
    contactName: "",
    contactEmail: "",
    contactPhone: "",
    dpoContact: "",
    hasNoDpo: false,
    representative: "",
    establishments: [],
    targeting: "",
    targetCountries: [],
    clientRole: "controller",
    otherControllers: "",
    representativeReason: "",
    language: "fr",
  };
  it("names what two sheets say otherwise, in the order of the sheet", () => {
    expect(differingFields(sheet, sheet)).toEqual([]);
    expect(differingFields(sheet, { ...sheet, language: "en", country: "FR" })).toEqual([
      "country",
      "language",
    ]);
  });
});

describe("rowsThatStay", () => {
  const row = (id: string): MovedRow => ({ noun: "processing-record", id, version: 1 });
  const moved = ["r1", "r2", "c1", "c2"].map(row);
  const unchanged = new Map(moved.map(({ id, version }) => [id, version]));

  it("lets everything return where nothing changed", () => {
    expect(rowsThatStay(moved, unchanged, [["r1", "c1"]])).toEqual([]);
  });
  it("keeps what changed or is gone, with whatever names it or is named by it", () => {
    const current = new Map([...unchanged, ["r1", 2]]);
    const ids = rowsThatStay(moved, current, [
      ["r1", "c1"],
      ["r2", "c1"],
    ]).map(({ id }) => id);
    expect(ids).toEqual(["r1", "r2", "c1"]);
  });
  it("keeps what a row of the remaining controller names", () => {
    expect(rowsThatStay(moved, unchanged, [["own", "c2"]]).map(({ id }) => id)).toEqual(["c2"]);
  });
  it("never parts two rows of which one names the other", () => {
    const id = fc.constantFrom("r1", "r2", "c1", "c2", "own");
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id)), fc.subarray(["r1", "r2", "c1", "c2"]), (named, changed) => {
        const current = new Map(moved.map((of) => [of.id, changed.includes(of.id) ? 2 : 1]));
        const staying = new Set(rowsThatStay(moved, current, named).map(({ id: of }) => of));
        expect(changed.every((of) => staying.has(of))).toBe(true);
        for (const [one, two] of named) {
          const stays = (of: string) => of === "own" || staying.has(of);
          expect(stays(one)).toBe(stays(two));
        }
      }),
    );
  });
});
