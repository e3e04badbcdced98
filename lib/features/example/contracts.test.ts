import { describe, expect, it } from "vitest";
import { assessContract } from "@/lib/domain/contract/completeness";
import { contractContentSchema } from "@/lib/domain/contract/content";
import { termOn } from "@/lib/domain/contract/term";
import { newId } from "@/lib/platform/database/ids";
import { exampleContracts } from "./content/contracts";

const TODAY = "2026-11-24";
const NEJMA = { country: "MA", siteCountries: ["MA"], gdprBinding: "contractual-only" as const };

const read = exampleContracts(TODAY).map(({ reference, dates, contractTerms, amendments, instructors }) => {
  const content = contractContentSchema.parse({
    deed: contractTerms,
    amendments: amendments.map((amendment) => ({ id: newId(), ...amendment })),
  });
  const contract = {
    signedOn: null,
    effectiveOn: null,
    noticeGivenOn: null,
    endedOn: null,
    ...dates,
    content,
  };
  const named = instructors.map((instructor) => ({ id: newId(), ...instructor }));
  const gaps = assessContract({ contract, instructors: named, organisation: NEJMA, on: TODAY });
  return { reference, contract, found: gaps.map(({ clause, rule }) => `${clause} ${rule}`) };
});

describe("the example's contracts", () => {
  it.each([
    ["ORV-CRC-2023", []],
    ["M3R-2022-07", ["K25 absent"]],
    ["LN-2024-01", ["K09 no-instructor", "K25 only-915"]],
    [
      "CC-EXT-19",
      [
        "K12 insufficient",
        "K14 insufficient",
        "K14 no-objection-period",
        "K20 insufficient",
        "K25 no-assessment",
      ],
    ],
    ["HZ-PART-8", ["K08 expired", "K09 no-instructor", "K25 option-differs"]],
  ])("%s lacks %j", (reference, gaps) => {
    expect(read.find((one) => one.reference === reference)!.found).toEqual(gaps);
  });

  it("hold one that renews soon, one that has expired and one that nobody has read", () => {
    const term = (reference: string) =>
      termOn(read.find((one) => one.reference === reference)!.contract, TODAY).kind;
    expect([term("ORV-CRC-2023"), term("HZ-PART-8"), term("CSA-PROJET")]).toEqual([
      "notice-closing",
      "expired",
      "not-begun",
    ]);
  });
});
