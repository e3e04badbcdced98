import { expect, it } from "vitest";
import { reasonOf, withoutAddresses } from "./log";

it("says a lost connection in its code and words, and nothing of the client that hangs on it", () => {
  const lost = Object.assign(new Error("terminating connection"), {
    code: "57P01",
    client: { connectionParameters: { password: "very-secret" } },
  });
  expect(reasonOf(lost)).toEqual({ code: "57P01", message: "terminating connection" });
});

it.each([
  ["a word", { message: "a word" }],
  [undefined, { message: "undefined" }],
  [Object.assign(new Error("refused"), { code: 7 }), { message: "refused" }],
])("takes whatever was thrown: %s", (thrown, stated) => expect(reasonOf(thrown)).toEqual(stated));

it.each([
  ["550 5.1.1 <helene@orvelle.example>: no such mailbox", "550 5.1.1 <<address>>: no such mailbox"],
  ["Recipient helene.m+dpo@orvelle.example, refused", "Recipient <address>, refused"],
  ["450 greylisted, try later", "450 greylisted, try later"],
])("repeats no address of a recipient: %s", (stated, stored) => {
  expect(withoutAddresses(stated)).toBe(stored);
  expect(reasonOf(new Error(stated)).message).toBe(stored);
});
