import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { rootSecret } from "@/lib/platform/environment/env";
import { personKey } from "./person-key";

const ORG = "01890000-0000-7000-8000-000000000001";
const OTHER = "01890000-0000-7000-8000-000000000002";

it("is the same for one number of one organisation, and no other's", () => {
  const key = personKey(ORG, "+33612345678").toString("hex");
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(personKey(ORG, "+33612345678").toString("hex")).toBe(key);
  expect(personKey(OTHER, "+33612345678").toString("hex")).not.toBe(key);
  expect(personKey(ORG, "+33612345679").toString("hex")).not.toBe(key);
});

it("is HMAC-SHA256 under a key of the organisation, however long the contact", () => {
  const key = createHmac("sha256", rootSecret()).update(`person-key:${ORG}`).digest();
  for (const contact of ["", "+33612345678", "x".repeat(21), "x".repeat(22), "é".repeat(300)])
    expect(personKey(ORG, contact)).toEqual(createHmac("sha256", key).update(contact).digest());
});
