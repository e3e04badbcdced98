import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { temporaryFolder } from "@/scripts/test/temporary-folder";
import { PartedFile } from "./parted-file";

const WIDTH = 6;
let folder: string;
let file: PartedFile;

beforeEach(async () => {
  folder = temporaryFolder("parted");
  file = await PartedFile.open(join(folder, "data"), WIDTH);
});
afterEach(() => file.close());

async function add(count: number, partOf: (record: number) => number): Promise<void> {
  const view = new DataView(file.pending.buffer);
  for (let record = 0; record < count; record += 1) {
    const place = file.place();
    view.setUint8(place, partOf(record));
    view.setUint32(place + 1, record);
    if (file.room() === 0) await file.flush();
  }
}

function recordsIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer);
  return Array.from({ length: bytes.length / WIDTH }, (_, at) => view.getUint32(at * WIDTH + 1));
}

it("gives back the records of each part in their order, of as many batches as there were", async () => {
  const count = 150_001;
  const partOf = (record: number) => (record * 7) % 256;
  await add(count, partOf);
  await file.flush();
  const sizes = file.sizes();
  expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(count * WIDTH);
  for (const part of [0, 1, 128, 255]) {
    const expected = Array.from({ length: count }, (_, record) => record).filter(
      (one) => partOf(one) === part,
    );
    expect(recordsIn(await file.read(part))).toEqual(expected);
    expect(sizes.find((one) => one.part === part)?.bytes).toBe(expected.length * WIDTH);
  }
});

it("has only parts that records were added of, and none of nothing", async () => {
  await file.flush();
  expect(file.sizes()).toEqual([]);
  expect(await file.read(5)).toHaveLength(0);
  await add(2, () => 200);
  await file.flush();
  expect(file.sizes()).toEqual([{ part: 200, bytes: 2 * WIDTH }]);
});

it("has no name in its folder, so that nothing is left of a process that ends", async () => {
  await add(10, () => 1);
  await file.flush();
  expect(await readdir(join(folder, "data"))).toEqual([]);
});
