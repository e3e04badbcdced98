import { expect, it } from "vitest";
import { askedAgainHref, askedAgainSchema } from "./asked-again";

const ASKED = {
  to: "exports",
  values: [
    ["format", "pdf"],
    ["on", "2026-03-14"],
  ],
  back: "/nejma/records/export?on=2026-03-14",
  issue: "wrongPassword",
} as const;
const readBack = (href: string) =>
  askedAgainSchema.parse(Object.fromEntries(new URL(href, "http://localhost").searchParams));

it("gives back what was typed", () => {
  expect(readBack(askedAgainHref("nejma", ASKED))).toEqual(ASKED);
});

it.each([
  [{ to: "../sign-out" }],
  [{ to: "//evil.example" }],
  [{ back: "https://evil.example" }],
  [{ back: "//evil.example/nejma" }],
  [{ back: "javascript:alert(1)" }],
])("takes no address outside the organisation: %j", (stated) => {
  expect(readBack(askedAgainHref("nejma", { ...ASKED, ...stated }))).toBeNull();
});

it("takes no values that are not pairs of texts", () => {
  expect(askedAgainSchema.parse({ ...ASKED, values: "{" })).toBeNull();
  expect(askedAgainSchema.parse({ ...ASKED, values: '[["a"]]' })).toBeNull();
});
