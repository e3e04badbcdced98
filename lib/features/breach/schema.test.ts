import { expect, it } from "vitest";
import { factAddSchema } from "./schema";

const BEGUN = { id: "00000000-0000-4000-8000-000000000000", version: 1 };

it("states of a severity what was answered, and nothing else", () => {
  const read = (typed: object) =>
    factAddSchema.parse({ ...BEGUN, kind: "severity-input", dataKinds: ["simple"], ...typed }).stated.value;
  expect(read({})).toEqual({ severity: { dataKinds: ["simple"], contextAdjustment: 0 } });
  expect(read({ identification: "", confidentiality: "none", isMalicious: "no" })).toEqual({
    severity: {
      dataKinds: ["simple"],
      contextAdjustment: 0,
      confidentiality: "none",
      isMalicious: false,
    },
  });
});

it("presumes neither a breach nor a suspicion of what a sub-processor told", () => {
  const told = { ...BEGUN, kind: "told-by-sub-processor", on: "2026-11-23", time: "09:40" };
  const read = factAddSchema.safeParse(told);
  expect(read.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["told", "required"],
  ]);
  const answered = factAddSchema.parse({ ...told, told: "suspicion" });
  expect(answered.stated.value).toMatchObject({ told: "suspicion" });
  expect(factAddSchema.safeParse({ ...told, isUnknown: "on" }).success).toBe(true);
});
