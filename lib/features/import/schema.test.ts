import { expect, test } from "vitest";
import { formValues } from "@/lib/forms/form-values";
import { decisionsSchema, storedDecisionsSchema } from "./schema";

const fingerprint = "a".repeat(64);

test("a row set aside has no field: the decisions around it are read", () => {
  const form = new FormData();
  form.set("id", "01a21087-1690-7354-817a-6e4a66508f77");
  form.set("version", "2");
  form.set("rows.0.fingerprint", fingerprint);
  form.set("rows.0.skip", "on");
  form.set("rows.3.fingerprint", fingerprint);
  form.set("rows.3.refuseEnd", "on");
  expect(decisionsSchema.parse(formValues(form)).rows).toEqual([
    { fingerprint, skip: true, refuseEnd: false, erase: false },
    { fingerprint, skip: false, refuseEnd: true, erase: false },
  ]);
});

test("a choice is kept for any name", () => {
  const written: unknown = JSON.parse('{"controllers":{"__proto__":"known:k1","constructor":"new:c"}}');
  const { controllers } = storedDecisionsSchema.parse(written);
  expect(Object.entries(controllers)).toEqual([
    ["__proto__", "known:k1"],
    ["constructor", "new:c"],
  ]);
  expect(storedDecisionsSchema.parse({}).controllers).toEqual({});
});
