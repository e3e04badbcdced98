import { expect, it } from "vitest";
import { lineagesOf } from "./lineage";

const file = (id: string, replacesId: string | null = null) => ({ id, replacesId });

it("gathers the versions of each document under the one that stands", () => {
  const files = [file("c2", "c1"), file("a"), file("c3", "c2"), file("c1")];
  expect(lineagesOf(files)).toEqual([
    { standing: file("a"), earlier: [] },
    { standing: file("c3", "c2"), earlier: [file("c2", "c1"), file("c1")] },
  ]);
  expect(lineagesOf([])).toEqual([]);
});

it("lets a document stand whose beginning is not shown", () => {
  expect(lineagesOf([file("b", "gone")])).toEqual([{ standing: file("b", "gone"), earlier: [] }]);
});
