import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { reportProgress } from "./progress";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start(total: number) {
  const lines: string[] = [];
  return {
    lines,
    progress: reportProgress({ total, write: (line) => void lines.push(line), interval: 5_000 }),
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it("counts the stages in the order in which they end", async () => {
  const { lines, progress } = start(2);
  const slow = progress.stage("pages", () => new Promise((done) => void setTimeout(done, 3_000)));
  await progress.stage("database", async (note) => note("117 migrations applied"));
  await pass(3_000);
  await slow;
  expect(lines).toEqual([
    "1 of 2: database ready, 117 migrations applied (0 s)",
    "2 of 2: pages ready (3 s)",
  ]);
});

it("says of a long stage what it is doing, and since when", async () => {
  const { lines, progress } = start(1);
  const built = progress.stage("pages", async (note) => {
    note("compiling");
    await new Promise((done) => void setTimeout(done, 6_000));
    note("built");
  });
  await pass(6_000);
  await built;
  expect(lines).toEqual(["   … pages, compiling (5 s)", "1 of 1: pages ready, built (6 s)"]);
});

it("counts no stage that failed, and hands its fault on", async () => {
  const { lines, progress } = start(1);
  await expect(progress.stage("database", () => Promise.reject(new Error("full")))).rejects.toThrow("full");
  await pass(20_000);
  expect(lines).toEqual([]);
});

it("is silent once it is stopped", async () => {
  const { lines, progress } = start(1);
  void progress.stage("pages", () => new Promise(() => {}));
  progress.stop();
  await pass(20_000);
  expect(lines).toEqual([]);
});
