import { expect, it } from "vitest";
import { runNode } from "./child";
import { runTogether } from "./shutdown";

const FOREVER = ["-e", "setInterval(() => {}, 1000)"];

it("gives both results", async () => {
  expect(await runTogether(Promise.resolve(1), Promise.resolve("two"))).toEqual([1, "two"]);
});

it("ends the other's program on a failure, and throws that failure once both have ended", async () => {
  const ended: string[] = [];
  const building = runNode(FOREVER, { quiet: true }).finally(() => ended.push("build"));
  const opening = Promise.reject(new Error("the folder is not writable"));
  await expect(runTogether(opening, building)).rejects.toThrow("the folder is not writable");
  expect(ended).toEqual(["build"]);
});
