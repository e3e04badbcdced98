import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { processLimits } from "./process-limits";

const run = (program: string) =>
  spawnSync(process.execPath, [...processLimits(process.cwd(), { seconds: 1 }), "-e", program], {
    timeout: 60_000,
  });

it("lets a child wait longer than its limit, and stops one that computes", { timeout: 90_000 }, () => {
  expect(run("setTimeout(() => undefined, 2_000)")).toMatchObject({ status: 0, signal: null });
  expect(run("for (;;);")).toMatchObject({ status: null, signal: "SIGKILL" });
});
