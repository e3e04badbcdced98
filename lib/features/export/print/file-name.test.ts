import { expect, test } from "vitest";
import { registerFileName } from "./file-name";

const whole = {
  capacity: "processor",
  scope: { kind: "whole" },
  volume: { number: 1, total: 1 },
  asOf: null,
} as const;
const at = { slug: "nejma-contact", day: "2026-11-25", extension: "pdf" } as const;

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
