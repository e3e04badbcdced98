import { describe, expect, it } from "vitest";
import { emptySubProcessor, type SubProcessorContent } from "@/lib/domain/sub-processor/content";
import { authorisationListSchema, changesSince, listFor } from "./list";

const listed = (id: string, reference: string) => ({ id, reference, content: emptySubProcessor(id) });

it("lists who is authorised with the one that is asked for, each once, by their references", () => {
  const asked = listed("b", "SP-002");
  const list = listFor(asked, {
    authorised: [listed("c", "SP-003"), listed("b", "SP-002"), listed("a", "SP-001")],
    version: 4,
  });
  expect(list.entries.map(({ reference, isAsked }) => [reference, isAsked])).toEqual([
    ["SP-001", false],
    ["SP-002", true],
    ["SP-003", false],
  ]);
  expect(authorisationListSchema.parse(list)).toEqual(list);
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
    return listFor({ ...listed("b", "SP-002"), content }, { authorised: others, version: 1 });
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
