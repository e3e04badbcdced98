import { expect, it } from "vitest";
import { confirmedSight, describeSight } from "./contact-sight";

const controllers = ["a", "b", "c"].map((id) => ({ id, label: id.toUpperCase() }));
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

it("tells what a contact saw before any merge from what it was confirmed for", () => {
  const contact = { id: "1", controllerId: "c", sees: ["a", "b"] };
  const merges = [
    [{ id: "1", controllerId: "a", sees: [] }],
    [{ id: "1", controllerId: "b", sees: ["a", "b"] }],
  ];
  const sight = describeSight(contact, merges, controllers);
  expect(ids(sight.own)).toEqual(["a"]);
  expect(sight.others.map(({ id, isConfirmed }) => [id, isConfirmed])).toEqual([
    ["b", true],
    ["c", false],
  ]);
  expect(sight.mayDecide).toBe(false);
});

it("takes a contact invited after the merge for the one that remains", () => {
  const sight = describeSight({ id: "2", controllerId: "c", sees: [] }, [[]], controllers);
  expect([ids(sight.own), ids(sight.others), sight.mayDecide]).toEqual([["c"], ["a", "b"], true]);
  expect(describeSight({ id: "2", controllerId: "c", sees: ["c", "a"] }, [[]], controllers)).toMatchObject({
    own: [{ id: "c" }],
    others: [{ isConfirmed: true }, { isConfirmed: false }],
  });
});

it("never takes away what was seen before, nor gives what is no row of these controllers", () => {
  const sight = describeSight({ id: "2", controllerId: "c", sees: ["c", "a"] }, [[]], controllers);
  expect(confirmedSight(sight, [], "c")).toEqual([]);
  expect(confirmedSight(sight, ["b", "foreign"], "c")).toEqual(["c", "b"]);
});
