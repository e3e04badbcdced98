import { expect, test } from "vitest";
import { emptyContent } from "@/lib/domain/processing-record/content";
import { sectionSchemas } from "@/lib/features/processing-record/schema";
import { mergeSection, readBase, sectionValues, SECTION_CONTROLS } from "./section-values";

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

test.each(["operations", "transfers", "security", "beyond"] as const)(
  "what the form of %s would send says the same record",
  (section) => {
    const read: Record<string, unknown> = sectionSchemas[section].parse(sectionValues(section, record));
    for (const name of SECTION_CONTROLS[section]) expect(read[name]).toEqual(record[name]);
  },
);

test("yours is kept where you wrote, theirs where you did not, whatever the browser did to line ends", () => {
  const base = { activity: "Appels", operations: "a\nb" };
  const yours = { activity: "Appels entrants", operations: "a\r\nb" };
  const theirs = { activity: "Appels", operations: "a\nb\nc" };
  const controls = ["activity", "operations"];
  expect(mergeSection(controls, { base, yours, theirs })).toEqual({
    activity: "Appels entrants",
    operations: "a\nb\nc",
  });
  expect(mergeSection(controls, { base, yours, theirs }, { activity: "theirs" })).toMatchObject({
    activity: "Appels",
  });
});

test("blank rows left in a form are no change", () => {
  const base = { subProcessors: [{ name: "Numéria", country: "FR", service: "" }] };
  const yours = { subProcessors: [...base.subProcessors, { name: "", country: "", service: "" }] };
  const theirs = { subProcessors: [] };
  expect(mergeSection(["subProcessors"], { base, yours, theirs })).toEqual({ subProcessors: [] });
});

test("a base that was tampered with is no base", () => {
  expect(readBase({ base: "{" })).toEqual({});
  expect(readBase({})).toEqual({});
});
