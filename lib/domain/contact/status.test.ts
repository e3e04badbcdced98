import { expect, test } from "vitest";
import { invitationEnd, refusalOfAct, contactStatus } from "./status";

const NOW = new Date("2026-11-26T09:00:00Z");
const [before, after] = [new Date("2026-11-25T09:00:00Z"), new Date("2026-12-20T09:00:00Z")];

test.each([
  ["invited", after, null, null],
  ["lapsed", before, null, null],
  ["lapsed", NOW, null, null],
  ["active", after, before, null],
  ["active", before, before, null],
  ["ended", after, null, before],
  ["ended", after, before, before],
] as const)("%s", (status, expiresAt, acceptedAt, endedAt) => {
  expect(contactStatus({ expiresAt, acceptedAt, endedAt }, NOW)).toBe(status);
});

test("an invitation stands for thirty days", () => {
  expect(invitationEnd(NOW).toISOString()).toBe("2026-12-26T09:00:00.000Z");
});

test.each([
  ["renew", "invited", null],
  ["renew", "lapsed", null],
  ["renew", "active", "contact.acceptedMeanwhile"],
  ["renew", "ended", "contact.endedMeanwhile"],
  ["change-role", "invited", null],
  ["change-role", "active", null],
  ["change-role", "ended", "contact.endedMeanwhile"],
  ["end", "lapsed", null],
  ["end", "active", null],
  ["end", "ended", "contact.endedMeanwhile"],
] as const)("%s of one that is %s: %s", (act, status, refusal) => {
  expect(refusalOfAct(act, { state: status, isArchived: false })).toBe(refusal);
});

test("an archived controller is invited no more, and its contacts can end", () => {
  const archived = (act: "renew" | "end") => refusalOfAct(act, { state: "lapsed", isArchived: true });
  expect([archived("renew"), archived("end")]).toEqual(["contact.controllerArchived", null]);
});
