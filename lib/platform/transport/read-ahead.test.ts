import { expect, it } from "vitest";
import { readAhead } from "./read-ahead";

it("gives everything in its order, one piece under way beside the one that is looked at", async () => {
  const begun: number[] = [];
  const seen: [number, number][] = [];
  const read = async (chunk: number) => {
    begun.push(chunk);
    await Promise.resolve();
    return chunk * 10;
  };
  for await (const done of readAhead([1, 2, 3, 4], read)) seen.push([done, begun.length]);
  expect(seen).toEqual([
    [10, 2],
    [20, 3],
    [30, 4],
    [40, 4],
  ]);
});

it("gives nothing of nothing", async () => {
  for await (const done of readAhead([], async () => 1)) expect(done).toBe("never");
});

it("tells the fault of a piece where it stands, and begins none after the next", async () => {
  const begun: number[] = [];
  const read = async (chunk: number) => {
    begun.push(chunk);
    if (chunk === 2) throw new Error("lost");
    return chunk;
  };
  const seen: number[] = [];
  const all = async () => {
    for await (const done of readAhead([1, 2, 3, 4], read)) seen.push(done);
  };
  await expect(all()).rejects.toThrow("lost");
  expect(seen).toEqual([1]);
  expect(begun).toEqual([1, 2, 3]);
});

it("waits for what is under way when nobody reads on", async () => {
  let ended = 0;
  const read = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    ended += 1;
  };
  for await (const _ of readAhead([1, 2, 3], read)) break;
  expect(ended).toBe(2);
});
