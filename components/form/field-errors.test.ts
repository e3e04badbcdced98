import { expect, it } from "vitest";
import { errorAt, fieldErrors, listErrors } from "./field-errors";

const issues = new Map([
  ["", [{ path: "", key: "formTooLong" }]],
  ["name", [{ path: "name", key: "required" }]],
  ["destinations", [{ path: "destinations", key: "tooMany" }]],
  ["destinations.2.country", [{ path: "destinations.1.country", key: "country" }]],
  ["destinations.10.country", [{ path: "destinations.9.country", key: "required" }]],
]);
const held = fieldErrors(issues, ({ key, path }) => `${key} at ${path}`);

it("gives each control its own reason, a list and its rows apart", () => {
  expect([...issues.keys()].map((path) => errorAt(held, path))).toEqual([
    "formTooLong at ",
    "required at name",
    "tooMany at destinations",
    "country at destinations.1.country",
    "required at destinations.9.country",
  ]);
  expect([errorAt(held, "destinations.2"), errorAt(held, "other"), errorAt({}, "")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it("lists every control once, rows by their number", () => {
  expect(listErrors(held).map(({ path }) => path)).toEqual([...issues.keys()]);
  expect(listErrors({})).toEqual([]);
});

it("keeps a list's reason that comes after those of its rows", () => {
  const late = new Map([...issues].toReversed());
  const found = listErrors(fieldErrors(late, ({ key }) => key));
  expect(new Set(found.map(({ path }) => path))).toEqual(new Set(issues.keys()));
});

it("says everything that refuses one control, each once", () => {
  const refused = ["ended", "otherKind", "ended"].map((key) => ({ path: "instructionId", key }));
  const all = fieldErrors(new Map([["instructionId", refused]]), ({ key }) => `${key}.`);
  expect(errorAt(all, "instructionId")).toBe("ended. otherKind.");
});
