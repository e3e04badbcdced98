import { describe, expect, it } from "vitest";
import { labelKey } from "./label-key";

const KEYS = new Set(["own.fields.purposes", "own.fields.transferAnswer", "abroad.fields.transferAnswer"]);
const has = (key: string) => KEYS.has(key);

describe("labelKey", () => {
  it.each([
    ["purposes", { capacity: "processor" }, "fields.purposes"],
    ["purposes", { capacity: "controller" }, "own.fields.purposes"],
    ["notes", { capacity: "controller" }, "fields.notes"],
    ["transferAnswer", { capacity: "processor", isOfUnion: true }, "fields.transferAnswer"],
    ["transferAnswer", { capacity: "processor", isOfUnion: false }, "abroad.fields.transferAnswer"],
    ["transferAnswer", { capacity: "controller", isOfUnion: false }, "abroad.fields.transferAnswer"],
    ["purposes", { capacity: "controller", isOfUnion: false }, "own.fields.purposes"],
  ] as const)("names the words of %s under %o", (field, under, key) =>
    expect(labelKey("fields", field, under, has)).toBe(key),
  );
});
