import fc from "fast-check";
import { expect, it } from "vitest";
import { keyedForms } from "./keyed-forms";

it.each([
  ["+596596512345", "+33596512345", ["+596596512345"]],
  ["+33596512345", "+33596512345", ["+596596512345"]],
  ["+262269611234", "+33269611234", ["+262269611234"]],
  ["+262263001234", "+33263001234", ["+262263001234"]],
  ["+508411234", "+33508411234", ["+508411234"]],
  ["+33508411234", "+33508411234", ["+508411234"]],
])("%s is keyed as %s, and may stand under its own code", (contact, first, others) => {
  const [keyed, ...known] = keyedForms(contact);
  expect(keyed).toBe(first);
  expect(known).toEqual(expect.arrayContaining(others));
});

it.each([
  "+33612345678",
  "+33142345678",
  // Lines that were given their own code before.
  "+262262201234",
  "+590590823456",
  "+594594301234",
  "+596696123456",
  "+262692123456",
  "+212522345678",
  "+508708123456",
  "jean@exemple.example",
  "",
])("%s has its own form alone", (contact) => {
  expect(keyedForms(contact)).toEqual([contact]);
});

it("gives each of the forms of a line the same first form", () => {
  const line = fc
    .tuple(fc.constantFrom("+33596", "+596596", "+33269", "+262269", "+262263", "+596598"), fc.nat(999_999))
    .map(([code, rest]) => `${code}${String(rest).padStart(6, "0")}`);
  fc.assert(
    fc.property(line, (contact) => {
      const forms = keyedForms(contact);
      expect(forms).toContain(contact);
      for (const form of forms) expect(keyedForms(form)).toEqual(forms);
    }),
  );
});
