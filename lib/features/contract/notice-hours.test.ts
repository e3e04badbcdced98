import { expect, it } from "vitest";
import { issuesOf } from "@/lib/forms/form-issues";
import { subProcessorSectionSchema } from "@/lib/features/sub-processor/schema";
import { contractSectionSchema } from "./schema";

const SCHEMAS = { "a contract": contractSectionSchema, "a sub-processor's": subProcessorSectionSchema };
const place = { id: "01a221c1-58e1-7c21-9460-23053f899702", version: "1", section: "terms" };

it.each(
  Object.entries(SCHEMAS).flatMap(([of, schema]) =>
    ["4800", "0", "-48", "48,5", "48 h"].map((typed) => [of, typed, schema] as const),
  ),
)("hours of %s typed as %s are refused beside their field", (_of, breachNoticeHours, schema) => {
  const parsed = schema.safeParse({ ...place, breachNoticeHours });
  expect(parsed.success).toBe(false);
  expect(parsed.error && issuesOf(parsed.error).map(({ path }) => path)).toEqual(["breachNoticeHours"]);
});

it.each(Object.entries(SCHEMAS))("48 hours of %s are taken", (_of, schema) => {
  expect(schema.safeParse({ ...place, breachNoticeHours: "48" }).success).toBe(true);
});
