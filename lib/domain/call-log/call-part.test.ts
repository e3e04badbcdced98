import fc from "fast-check";
import { expect, it } from "vitest";
import { decodePart, encodePart, type CallPart } from "./call-part";
import { makePart } from "./make-part";
import { anyCalls, recordsOf, WORDS } from "./records.fixture";

const noName = () => {
  throw new Error("A part that is stored has digests.");
};

function plain(part: CallPart) {
  return Object.fromEntries(
    Object.entries(part).map(([name, column]) => [name, [...(column as Iterable<unknown>)]]),
  );
}

it("is read as it was written, wherever its bytes lie", () => {
  fc.assert(
    fc.property(anyCalls, fc.nat(9), (calls, offset) => {
      const { part } = makePart(recordsOf(calls), WORDS, []);
      const stored = encodePart(part);
      const moved = new Uint8Array(offset + stored.length);
      moved.set(stored, offset);
      expect(plain(decodePart(moved.subarray(offset), noName))).toEqual(plain(part));
    }),
  );
});

it("makes digests of names that older rows had in full, and has none where they had none", () => {
  const [one, two] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(7, 1)];
  const head = new TextEncoder().encode(
    JSON.stringify({ codes: ["NA"], shown: ["é"], people: 2, calls: 2, names: ["a1", null] }),
  );
  const columns = new DataView(new ArrayBuffer(2 * (4 + 8 + 4 + 2 + 1)));
  columns.setUint32(0, 1);
  columns.setUint32(4, 1);
  columns.setFloat64(8, 1_787_043_600_000);
  columns.setFloat64(16, -1000);
  columns.setUint32(24, 2);
  columns.setUint32(28, 4_000_000_000);
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, head.length);
  const pieces = [Uint8Array.of(1), length, head, two, one, columns];
  const bytes = Uint8Array.from(
    pieces.flatMap(({ buffer, byteOffset, byteLength }) => [
      ...new Uint8Array(buffer, byteOffset, byteLength),
    ]),
  );
  const part = decodePart(bytes, (name) => name.length * 100);
  expect(plain(part)).toMatchObject({
    firsts: [0, 1, 2],
    at: [1_787_043_600_000, -1000],
    line: [2, 4_000_000_000],
    codes: ["NA"],
    shown: ["é"],
    shownAt: [0, 0],
    codeAt: [0, 0],
    name: [200, 0],
  });
});

it("refuses a layout that it does not know", () => {
  expect(() => decodePart(Uint8Array.of(2, 0, 0, 0, 0), noName)).toThrow("version 2");
});
