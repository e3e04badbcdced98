import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { atLeast } from "./minimum-duration";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Lists the answers received so far. */
function watch(work: () => Promise<string>) {
  const answers: string[] = [];
  void atLeast(700, work).then(
    (value) => answers.push(value),
    (error: Error) => answers.push(error.message),
  );
  return answers;
}

const after = (ms: number, value: string) => new Promise<string>((resolve) => setTimeout(resolve, ms, value));

it.each([
  ["at once", () => Promise.resolve("done"), "done"],
  ["a little later", () => after(300, "done"), "done"],
  ["not at all", () => Promise.reject(new Error("fault")), "fault"],
])("work done %s is answered when the time is over, and not before", async (_, work, answer) => {
  const answers = watch(work);
  await vi.advanceTimersByTimeAsync(699);
  expect(answers).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(answers).toEqual([answer]);
});

it("work that takes longer is waited for", async () => {
  const answers = watch(() => after(900, "done"));
  await vi.advanceTimersByTimeAsync(899);
  expect(answers).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(answers).toEqual(["done"]);
});
