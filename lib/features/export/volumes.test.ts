import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportedRecord, registerOf } from "./examples.fixture";
import { splitVolumes } from "./volumes";

const named = (reference: string, legalName: string) =>
  exportedRecord({ reference, controller: { legalName } });
const references = (volumes: ReturnType<typeof splitVolumes>) =>
  volumes.map(({ records }) => records.map(({ reference }) => reference));

describe("splitVolumes", () => {
  it("orders by controller as French does, then by reference as one counts", () => {
    const records = [
      named("T-10", "Zéphyr"),
      named("T-2", "Énergie du Sud"),
      named("T-1", "Zéphyr"),
      named("T-9", "Fabre"),
    ];
    expect(references(splitVolumes(registerOf(...records)))).toEqual([["T-2", "T-9", "T-1", "T-10"]]);
  });

  it("keeps two clients of one name apart", () => {
    const at = (reference: string, address: string) => exportedRecord({ reference, controller: { address } });
    const records = [at("T-1", "Rodez"), at("T-2", "Albi"), at("T-3", "Rodez")];
    expect(references(splitVolumes(registerOf(...records)))).toEqual([["T-2", "T-1", "T-3"]]);
  });

  it("gives one volume to a register without a record", () => {
    expect(splitVolumes(registerOf()).map(({ volume }) => volume)).toEqual([{ number: 1, total: 1 }]);
  });

  it("loses no record, repeats none, and fills each volume but the last", () => {
    const record = exportedRecord();
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 12 }), (count, size) => {
        const records = Array.from({ length: count }, (_, index) => ({ ...record, reference: `T-${index}` }));
        const volumes = splitVolumes(registerOf(...records), size);
        expect(references(volumes).flat()).toEqual(records.map(({ reference }) => reference));
        expect(volumes.slice(0, -1).every((volume) => volume.records.length === size)).toBe(true);
        expect(volumes.map(({ volume }) => volume.number)).toEqual(volumes.map((_, index) => index + 1));
      }),
    );
  });
});
