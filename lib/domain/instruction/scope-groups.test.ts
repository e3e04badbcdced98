import { describe, expect, it } from "vitest";
import { compareGroups, groupFindings } from "./scope-groups";

const operations = (...stated: string[]) => ({
  kind: "operations" as const,
  article: "28(10)",
  stated,
  isCompared: true,
});
const countries = (...stated: string[]) => ({
  kind: "countries" as const,
  article: "44",
  stated,
  isCompared: true,
});

describe("groupFindings", () => {
  it("gathers entries by what they say, what weighs most first, then what most say", () => {
    const groups = groupFindings([
      { record: "A", findings: [operations("Écoute", "Saisie"), countries("SN")] },
      { record: "B", findings: [operations("Saisie")] },
      { record: "C", findings: [{ kind: "contract", article: "28(3)", stated: [], isCompared: true }] },
    ]);
    expect(groups.map(({ kind, stated: said, records }) => [kind, said, records.join()])).toEqual([
      ["contract", null, "C"],
      ["countries", "SN", "A"],
      ["operations", "Saisie", "A,B"],
      ["operations", "Écoute", "A"],
    ]);
  });

  it("puts first the controller of whom the weightiest is found, then the one of whom most is", () => {
    const light = groupFindings([{ record: "A", findings: [operations("Écoute")] }]);
    const many = groupFindings([{ record: "A", findings: [operations("Écoute", "Saisie")] }]);
    const heavy = groupFindings([{ record: "A", findings: [countries("SN")] }]);
    expect([light, many, heavy].toSorted(compareGroups)).toEqual([heavy, many, light]);
  });
});
