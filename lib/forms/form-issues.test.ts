import { expect, it } from "vitest";
import { z } from "zod";
import { numberReadSchema, stopAnswerSchema } from "@/lib/features/rights-request/schema";
import { issuesOf } from "./form-issues";

const keysOf = (schema: z.ZodType, typed: unknown) => {
  const read = schema.safeParse(typed);
  return read.success ? [] : issuesOf(read.error).map(({ path, key }) => `${path} ${key}`);
};
const id = "01a230fa-c0d5-73cc-af8c-af7862e05a0a";

it.each([
  [
    numberReadSchema,
    { id, place: "0", reading: "+33612345678", reason: "" },
    "reason rights-request.readingReason",
  ],
  [stopAnswerSchema, { id, answer: "stop-not-meant", reason: "" }, "reason rights-request.stopReason"],
  [z.string().min(3, "some-noun.someIssue"), "a", " some-noun.someIssue"],
])("keeps the key of a noun of several words: %#", (schema, typed, expected) => {
  expect(keysOf(schema, typed)).toEqual([expected]);
});

it("says in words of its own what a schema has no key for", () => {
  expect(keysOf(z.object({ day: z.string() }), { day: 3 })).toEqual(["day invalid"]);
  expect(keysOf(z.string().max(2), "abc")).toEqual([" tooLong"]);
});
