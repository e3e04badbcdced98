import { expect, it } from "vitest";
import { reasonOfVersions } from "./written-reason";

const version = (day: number, authorName: string, instructionReason?: string) => ({
  recordedAt: new Date(Date.UTC(2026, 10, day)),
  authorName,
  snapshot: { content: { instructionReason } },
});

it("is of whoever wrote it, however often others saved it after", () => {
  const versions = [version(1, "Nadia"), version(2, "Omar", "Urgent"), version(3, "Leïla", "Urgent")];
  expect(reasonOfVersions(versions)).toEqual({ text: "Urgent", by: "Omar", at: Date.UTC(2026, 10, 2) });
});

it("is of whoever wrote it again, where it was lifted between", () => {
  const versions = [version(1, "Omar", "Urgent"), version(2, "Omar", ""), version(3, "Leïla", "Urgent")];
  expect(reasonOfVersions(versions)?.by).toBe("Leïla");
});

it("is none where the last version has none, nor of versions of before", () => {
  expect(reasonOfVersions([version(1, "Omar", "Urgent"), version(2, "Omar", "")])).toBeNull();
  expect(reasonOfVersions([version(1, "Omar")])).toBeNull();
  expect(reasonOfVersions([])).toBeNull();
});
