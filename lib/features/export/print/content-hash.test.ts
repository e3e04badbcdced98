import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { contentText } from "./content-hash";
import { exportedRecord, registerOf, volumeOf } from "@/lib/features/export/examples.fixture";

const contentHash = (volume: Parameters<typeof contentText>[0]) =>
  createHash("sha256").update(contentText(volume), "utf8").digest("hex");

const hashOf = (...changes: Parameters<typeof exportedRecord>[0][]) =>
  contentHash(volumeOf(registerOf(...changes.map((change) => exportedRecord(change)))));

describe("contentHash", () => {
  it("is that of the unchanged register, whoever takes it, whenever, in whatever order the rows come", () => {
    const records = [exportedRecord(), exportedRecord({ reference: "T-002" })];
    const now = volumeOf(registerOf(...records));
    const later = volumeOf({
      ...registerOf(...records.reverse()),
      takenAt: "2027-01-02T00:00:00Z",
      takenBy: "X",
    });
    expect(contentHash(later)).toBe(contentHash(now));
  });

  it("changes with a word, with a row, with the scope and with the volume", () => {
    const volume = volumeOf(registerOf(exportedRecord()));
    const hashes = [
      hashOf({}),
      hashOf({ content: { measures: ["Connexion à deux facteurs"] } }),
      hashOf({}, { reference: "T-002" }),
      contentHash({ ...volume, scope: { kind: "controller", name: "Fromagerie Lacombe SAS" } }),
      contentHash({ ...volume, volume: { number: 1, total: 2 } }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it("is taken over one text that any JSON reader opens", () => {
    const volume = volumeOf(registerOf(exportedRecord()));
    const read: unknown = JSON.parse(contentText(volume));
    expect(read).toMatchObject({ format: "amana-register/1", records: [{ reference: "T-001" }] });
    expect(contentText(volume)).not.toContain("\n");
  });
});
