import { expect, it } from "vitest";
import { lineagesOf } from "./lineage";

const file = (id: string, replacesId: string | null = null, withdrawal: object | null = null) => ({
  id,
  replacesId,
  withdrawal,
});
const WRONG = { reason: "Celui d’un autre client" };

it("gathers the versions of each document under the one that stands", () => {
  const files = [file("c2", "c1"), file("a"), file("c3", "c2"), file("c1")];
  expect(lineagesOf(files)).toEqual([
    { last: "a", current: file("a"), earlier: [], withdrawn: [] },
    { last: "c3", current: file("c3", "c2"), earlier: [file("c2", "c1"), file("c1")], withdrawn: [] },
  ]);
  expect(lineagesOf([])).toEqual([]);
});

it("lets a document stand whose beginning is not shown", () => {
  expect(lineagesOf([file("b", "gone")])).toMatchObject([{ current: file("b", "gone"), earlier: [] }]);
});

it("lets the version before a withdrawn one stand again, and a newer one take the place of both", () => {
  const files = [file("b", "a", WRONG), file("a")];
  const lineage = { last: "b", current: file("a"), earlier: [], withdrawn: [file("b", "a", WRONG)] };
  expect(lineagesOf(files)).toEqual([lineage]);
  expect(lineagesOf([file("c", "b"), ...files])).toMatchObject([
    { last: "c", current: { id: "c" }, earlier: [{ id: "a" }], withdrawn: [{ id: "b" }] },
  ]);
});

it("lets nothing stand of a document that was withdrawn whole", () => {
  expect(lineagesOf([file("a", null, WRONG)])).toMatchObject([{ current: null, withdrawn: [{ id: "a" }] }]);
});
