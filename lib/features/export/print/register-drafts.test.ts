import { describe, expect, it } from "vitest";
import { exportedRecord, registerOf, volumeOf } from "@/lib/features/export/examples.fixture";
import { buildRegisterDocument } from "./register-document";
import { loadRegisterWords } from "./words";

describe("a register with drafts", () => {
  it.each(["fr", "en", "ar"] as const)(
    "says on its cover in %s how many, and to whom it is not given",
    async (locale) => {
      const words = await loadRegisterWords(locale);
      const draft = { ...exportedRecord({}), state: "draft" as const };
      const kept = { ...exportedRecord({}), state: "active" as const };
      const coverOf = (...records: (typeof draft | typeof kept)[]) =>
        buildRegisterDocument(volumeOf(registerOf(...records)), { hash: "0".repeat(64), words }).cover;
      const label = words.document("document.drafts");
      expect(coverOf(kept).map((row) => row.label)).not.toContain(label);
      const row = coverOf(draft, kept).find((one) => one.label === label);
      expect(row?.lines.map(({ text }) => text).join("")).toBe(
        words.document("document.draftsText", { count: 1 }),
      );
    },
  );
});
