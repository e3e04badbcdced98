import { describe, expect, test } from "vitest";
import { issuesByPath, pathInForm, toFormData, valueAt } from "./form-paths";

const rows = { destinations: [{ country: "MA", place: "" }, { country: "", place: "" }, { country: "TN" }] };

describe("pathInForm", () => {
  test.each([
    ["destinations.0.country", "destinations.0.country"],
    ["destinations.1.country", "destinations.2.country"],
    ["destinations", "destinations"],
    ["activity", "activity"],
    ["operations.3", "operations.3"],
  ])("%s stands at %s", (path, expected) => {
    expect(pathInForm(path, rows)).toBe(expected);
  });

  test("a hole left by a removed row counts for nothing", () => {
    const holes = { destinations: [undefined, { country: "TN" }] };
    expect(pathInForm("destinations.0.instrument", holes)).toBe("destinations.1.instrument");
  });
});

test("a control says each of its issues", () => {
  const issues = [
    { path: "activity", key: "required" },
    { path: "activity", key: "tooLong" },
  ];
  expect([...issuesByPath(issues, {})]).toEqual([["activity", issues]]);
});

test("a blank control is to be filled in, and one that was typed in is wrong", () => {
  const issues = ["email", "on", "parts", ""].map((path) => ({
    path,
    key: path === "email" ? path : "invalid",
  }));
  const keysOf = (values: object) =>
    [...issuesByPath(issues, { ...values }).values()].map(([issue]) => issue?.key);
  expect(keysOf({ email: "", on: "" })).toEqual(["required", "required", "required", "invalid"]);
  expect(keysOf({ email: "a@", on: "31/02", parts: ["x"] })).toEqual([
    "email",
    "invalid",
    "invalid",
    "invalid",
  ]);
});

test("values are read by path, and what is not there is undefined", () => {
  expect(valueAt(rows, "destinations.2.country")).toBe("TN");
  expect(valueAt(rows, "destinations.9.country")).toBeUndefined();
  expect(valueAt(undefined, "activity")).toBeUndefined();
});

test("values go back to the names they came from", () => {
  const form = toFormData({
    ...rows,
    activity: "Appels",
    specialCategories: ["health", "genetic"],
    version: 3,
  });
  expect(form.get("destinations.2.country")).toBe("TN");
  expect(form.getAll("specialCategories")).toEqual(["health", "genetic"]);
  expect(form.get("version")).toBe("3");
});
