import { expect, test } from "vitest";
import { orgOfPath, returnPathSchema } from "./return-path";

test.each([
  ["/atlas-contact/records?view=gaps", "/atlas-contact/records?view=gaps"],
  ["/", "/"],
  ["//elsewhere.example", "/"],
  ["/\\elsewhere.example", "/"],
  ["/\t/elsewhere.example", "/"],
  ["https://elsewhere.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?next=/sign-in", "/"],
  [undefined, "/"],
  [["/a", "/b"], "/"],
])("%j leads to %s", (asked, path) => {
  expect(returnPathSchema.parse(asked)).toBe(path);
});

test.each([
  ["/atlas-contact/records?view=gaps", "atlas-contact"],
  ["/atlas-contact", "atlas-contact"],
  ["/atlas-contact?q=1", "atlas-contact"],
  ["/", undefined],
])("%s stands in %s", (path, org) => {
  expect(orgOfPath(path)).toBe(org);
});
