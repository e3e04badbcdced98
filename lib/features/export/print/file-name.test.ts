import { expect, test } from "vitest";
import { registerFileName } from "./file-name";

const whole = {
  capacity: "processor",
  scope: { kind: "whole" },
  volume: { number: 1, total: 1 },
  asOf: null,
  disputed: [],
} as const;
const at = { slug: "nejma-contact", day: "2026-11-25", extension: "pdf", drafts: 0 } as const;

test("the whole register, in one volume or three", () => {
  expect(registerFileName(whole, at)).toBe("registre-nejma-contact-2026-11-25.pdf");
  const third = { ...whole, volume: { number: 3, total: 3 } };
  expect(registerFileName(third, at)).toBe("registre-nejma-contact-2026-11-25-vol-3-sur-3.pdf");
});

test("a table is never cut", () => {
  const first = { ...whole, volume: { number: 1, total: 3 } };
  expect(registerFileName(first, { ...at, extension: "csv" })).toBe("registre-nejma-contact-2026-11-25.csv");
});

test.each([
  ["Orvelle Énergie SA", "registre-nejma-contact-orvelle-energie-sa-2026-11-25.pdf"],
  ["../../etc/passwd\r\n", "registre-nejma-contact-etc-passwd-2026-11-25.pdf"],
  ["زبون", "registre-nejma-contact-2026-11-25.pdf"],
])("one client's part bears its name: %j", (name, expected) => {
  expect(registerFileName({ ...whole, scope: { kind: "controller", name } }, at)).toBe(expected);
});

test("as of a past day it bears that day, and says that it does", () => {
  const then = { ...whole, asOf: { day: "2026-03-14", endMs: 0 } };
  expect(registerFileName(then, at)).toBe("registre-nejma-contact-au-2026-03-14.pdf");
  const own = { ...then, capacity: "controller", volume: { number: 1, total: 2 } } as const;
  expect(registerFileName(own, at)).toBe("registre-responsable-nejma-contact-au-2026-03-14-vol-1-sur-2.pdf");
});

test("one with drafts says before its day that it is for internal use", () => {
  expect(registerFileName(whole, { ...at, drafts: 2 })).toBe(
    "registre-nejma-contact-interne-avec-brouillons-2026-11-25.pdf",
  );
});

test("one whose entries do not agree with the journal says so in every format", () => {
  expect(registerFileName({ ...whole, disputed: ["R-0001"] }, { ...at, extension: "csv" })).toBe(
    "registre-nejma-contact-2026-11-25-ne-concorde-pas-avec-le-journal.csv",
  );
});
