import { expect, it } from "vitest";
import { emptySubProcessor } from "@/lib/domain/sub-processor/content";
import { authorisationListSchema, listFor } from "./list";

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
