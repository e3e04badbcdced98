import { expect, it } from "vitest";
import { isQuestion } from "@/lib/domain/import/doubts";
import { readRow } from "@/lib/domain/import/read-row";
import { LOCALES } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import { EXAMPLE_TARGETS } from "./example-targets";

it.each(LOCALES)("reads each example of a cell whole, in %s", async (locale) => {
  const messages = await loadMessages(locale);
  const { cells } = (messages["import-page"] as { examples: { cells: Record<string, string> } }).examples;
  expect(Object.keys(cells).toSorted()).toEqual([...EXAMPLE_TARGETS].toSorted());
  const { content, controller, doubts } = readRow({
    line: 2,
    cells: EXAMPLE_TARGETS.map((target) => cells[target] ?? ""),
    mapping: EXAMPLE_TARGETS.map((target, column) => ({ column, header: target, target })),
  });
  expect(doubts.filter(isQuestion)).toEqual([]);
  expect(doubts.map(({ key }) => key)).toEqual([]);
  expect(content.notes).toBe("");
  expect(controller.country).toBe("FR");
  expect(content.destinations.map(({ country, placeKind }) => [country, placeKind])).toEqual([
    ["MA", "support"],
    ["SN", "hosting"],
    ["TN", "access"],
  ]);
  expect(content.destinations.every(({ instrument }) => instrument === "scc-2021-914")).toBe(true);
  expect(content).toMatchObject({
    specialCategories: ["health"],
    minorsAnswer: "no",
    startsOn: { value: "2024-03-01" },
    endsOn: { value: "2027-03" },
    legalBases: ["contract"],
    subProcessors: [{ name: "OVH SAS", country: "FR" }],
  });
});
