import { describe, expect, it } from "vitest";
import { emptySubProcessor, type SubProcessorContent } from "@/lib/domain/sub-processor/content";
import { authorisationListSchema, changesSince, listFor, type ListedFacts } from "./list";

const factsOf = (): ListedFacts => ({ tools: [], missing: ["authorisation"] });
const listed = (id: string, reference: string) => ({ id, reference, content: emptySubProcessor(id) });

it("lists who is authorised with the one that is asked for, each once, by their references", () => {
  const asked = listed("b", "SP-002");
  const list = listFor(asked, {
    authorised: [listed("c", "SP-003"), listed("b", "SP-002"), listed("a", "SP-001")],
    version: 4,
    factsOf,
  });
  expect(list.entries.map(({ reference, isAsked }) => [reference, isAsked])).toEqual([
    ["SP-001", false],
    ["SP-002", true],
    ["SP-003", false],
  ]);
  expect(authorisationListSchema.parse(list)).toEqual(list);
});

it("says what a controller decides on: data, tools with their dates, what is missing but its own word", () => {
  const blank = emptySubProcessor("b");
  const content = { ...blank, service: { ...blank.service, data: "Voix, numéros appelés" } };
  const tool = { country: "TN", tool: "scc-2021-914", signedOn: "2026-02-03" };
  const facts: ListedFacts = { tools: [tool], missing: ["authorisation", "contract"] };
  const { entries } = listFor(
    { ...listed("b", "SP-002"), content },
    {
      authorised: [],
      version: 1,
      factsOf: () => facts,
    },
  );
  expect(entries[0]).toMatchObject({ data: "Voix, numéros appelés", tools: [tool], missing: ["contract"] });
});

it("reads a list that was sent before that was said, and adds nothing to it", () => {
  const { entries, version } = listFor(listed("b", "SP-002"), { authorised: [], version: 1, factsOf });
  const older = entries.map(({ data: _data, tools: _tools, missing: _missing, ...entry }) => entry);
  expect(authorisationListSchema.parse({ version, entries: older })).toEqual({ version, entries: older });
});

describe("changesSince", () => {
  const site = (name: string, country: string) => ({ name, address: "", country });
  const listOf = (
    places: Partial<SubProcessorContent["places"]>,
    service = "Voix",
    authorised: string[] = [],
  ) => {
    const blank = emptySubProcessor("b");
    const content = {
      ...blank,
      service: { ...blank.service, service },
      places: { ...blank.places, ...places },
    };
    const others = authorised.map((id) => listed(id, `SP-${id}`));
    return listFor({ ...listed("b", "SP-002"), content }, { authorised: others, version: 1, factsOf });
  };
  const before = listOf({ sites: [site("Lyon", "FR"), site("Lille", "FR")] });
  it.each([
    ["the same", listOf({ sites: [site("Lyon", "FR"), site("Lille", "FR")] }), []],
    ["in another order", listOf({ sites: [site("Lille", "FR"), site("Lyon", "FR")] }), []],
    ["beside others", listOf({ sites: [site("Lyon", "FR"), site("Lille", "FR")] }, "Voix", ["a"]), []],
    ["a site less", listOf({ sites: [site("Lyon", "FR")] }), ["sites"]],
    [
      "a site in another country",
      listOf({ sites: [site("Lyon", "FR"), site("Lille", "BE")] }),
      ["sites", "countries"],
    ],
    ["another service", listOf({ sites: [site("Lyon", "FR"), site("Lille", "FR")] }, "Texte"), ["service"]],
  ])("%s", (_, after, parts) => {
    expect(changesSince(before, after)).toEqual(parts);
  });
});
