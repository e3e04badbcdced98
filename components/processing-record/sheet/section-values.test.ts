import { expect, test } from "vitest";
import { mergeTexts } from "@/components/form/three-way-merge";
import { emptyContent } from "@/lib/domain/processing-record/content";
import { sectionSchemas } from "@/lib/features/processing-record/schema";
import { MERGED_LISTS, sectionValues, SECTION_CONTROLS } from "./section-values";

const record = {
  ...emptyContent("Appels entrants"),
  reference: "T-003",
  controllerId: "0192f0c1-0000-7000-8000-000000000001",
  operations: ["réception d’appels", "rappels"],
  destinations: [
    {
      country: "MA",
      internationalOrganisation: "",
      transferId: "0190d6f0-0000-7000-8000-000000000001",
      place: "Casablanca",
      placeKind: "support" as const,
      instrument: "scc-2021-914" as const,
      sccModule: 2 as const,
      instrumentText: "",
      signedOn: { value: "2024-03", text: "mars 2024" },
      assessedOn: null,
      assessmentText: "",
      derogationDocuments: "",
    },
  ],
  specialAnswer: "yes" as const,
  specialCategories: ["health" as const],
  startsOn: { value: "2023", text: "" },
  exemptionClaimed: true,
};

test.each(["operations", "transfers", "security", "additional"] as const)(
  "what the form of %s would send says the same record",
  (section) => {
    const read: Record<string, unknown> = sectionSchemas[section].parse(sectionValues(section, record));
    for (const name of SECTION_CONTROLS[section]) expect(read[name]).toEqual(record[name]);
  },
);

test("two people's lines and rows are both kept, by their lists", () => {
  const base = { operations: "a\nb", subProcessors: [{ name: "Numéria", country: "FR" }] };
  const blank = { name: "", country: "" };
  const yours = { operations: "a\nb\nc", subProcessors: [...base.subProcessors, { name: "Orvelle" }, blank] };
  const theirs = { operations: "b", subProcessors: [] };
  const both = { operations: "both", subProcessors: "both" } as const;
  expect(mergeTexts(Object.keys(base), { base, yours, theirs }, both, MERGED_LISTS)).toEqual({
    operations: "b\nc",
    subProcessors: [{ name: "Orvelle" }],
  });
});
