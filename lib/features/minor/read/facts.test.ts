import { expect, test } from "vitest";
import { minorQuerySchema } from "@/lib/features/minor/schema";
import { factsOf } from "./facts";

test.each([
  [{}, { country: null, born: null, isByConsent: null, isOnlineService: null, isCounselling: null }],
  [
    { country: "FR", age: "14", consent: "yes" },
    { country: "FR", born: 14, isByConsent: true },
  ],
  [{ age: "14", born: "2012-02-29" }, { born: "2012-02-29" }],
  [
    { age: "0", service: "no" },
    { born: 0, isOnlineService: false },
  ],
  [
    { country: "France", age: "-3", born: "2023-02-29", consent: "maybe" },
    { country: null, born: null, isByConsent: null },
  ],
])("%j is read as %j", (query, facts) => {
  expect(factsOf(minorQuerySchema.parse(query))).toMatchObject(facts);
});
