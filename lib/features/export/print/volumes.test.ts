import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportedRecord } from "@/lib/features/export/examples.fixture";
import { isFull, orderRecords, RECORDS_PER_VOLUME } from "./volumes";

const named = (reference: string, legalName: string) =>
  exportedRecord({ reference, controller: { legalName } });
const references = (records: { reference: string }[]) => records.map(({ reference }) => reference);

describe("orderRecords", () => {
  it("goes by controller as French does, then by reference as one counts", () => {
    const records = [
      named("T-10", "Zéphyr"),
      named("T-2", "Énergie du Sud"),
      named("T-1", "Zéphyr"),
      named("T-9", "Fabre"),
    ];
    expect(references(orderRecords(records))).toEqual(["T-2", "T-9", "T-1", "T-10"]);
  });

  it("keeps two clients of one name apart", () => {
    const at = (reference: string, address: string) => exportedRecord({ reference, controller: { address } });
    const records = [at("T-1", "Rodez"), at("T-2", "Albi"), at("T-3", "Rodez")];
    expect(references(orderRecords(records))).toEqual(["T-2", "T-1", "T-3"]);
  });

  it("loses no record and repeats none", () => {
    const record = exportedRecord();
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(40).keys()]), (numbers) => {
        const records = numbers.map((number) => ({ ...record, reference: `T-${number}` }));
        const inOrder = numbers.toSorted((a, b) => a - b).map((number) => `T-${number}`);
        expect(references(orderRecords(records))).toEqual(inOrder);
      }),
    );
  });
});

describe("isFull", () => {
  it.each([
    ["an empty one takes any entry, however long", { records: 0, characters: 0 }, 100_000_000, false],
    ["a short entry more", { records: RECORDS_PER_VOLUME - 1, characters: 200_000 }, 3_000, false],
    ["one more than it may hold", { records: RECORDS_PER_VOLUME, characters: 200_000 }, 1, true],
    ["few, but very long", { records: 30, characters: 540_000 }, 30_000, true],
  ] as const)("%s", (_, volume, length, isSo) => expect(isFull(volume, length)).toBe(isSo));
});
