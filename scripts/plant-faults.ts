import { spawnSync } from "node:child_process";
import { wishFault } from "@/e2e/planted-fault";
import { childEnvironment } from "@/lib/platform/environment/env";
import { toolPath } from "./start/tool";

/**
 * Shows that a fault of a noun turns its journeys red: `plant-faults.ts measure contract`. The server finds no row of
 * the noun, whose journeys alone are run, up to the first that fails.
 */
const nouns = process.argv.slice(2);
const silent = nouns.filter((noun) => {
  wishFault(noun);
  const ways = `@(happy|refusal|foreign)-${noun}(?![\\w-])`;
  const words = [
    "test",
    "--project=journeys",
    "--retries=0",
    "--max-failures=1",
    "--workers=1",
    "--grep",
    ways,
  ];
  const { status, stdout } = spawnSync(
    process.execPath,
    [toolPath("@playwright/test", "playwright"), ...words],
    {
      encoding: "utf8",
      env: childEnvironment({}),
    },
  );
  const failed = stdout.split("\n").find((line) => line.includes("✘")) ?? stdout.slice(-300);
  console.log(`${noun}: ${status === 0 ? "NOT NOTICED" : failed.trim()}`);
  return status === 0;
});
process.exit(silent.length > 0 ? 1 : 0);
